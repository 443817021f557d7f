internal import Geometry

/// How a paragraph's text looks before emphasis, code and the like change it.
struct TextStyle: Hashable {
  var family: String
  var size: Length
  var weight = 400
  var isItalic = false
  var features: [String] = []
  var language: String

  var character: CharacterStyle {
    CharacterStyle(
      face: FaceName(family: family, weight: weight, isItalic: isItalic), size: size,
      features: decided, language: language)
  }

  /// Of features that contradict each other the last stands.
  private var decided: [String] {
    guard let last = features.lastIndex(where: { $0 == "onum" || $0 == "lnum" }) else {
      return features
    }
    return features.enumerated().filter { index, feature in
      index == last || feature != "onum" && feature != "lnum"
    }.map(\.element)
  }

  func emphasized(_ face: BookLanguage.EmphasisFace) -> TextStyle {
    if face == .bold { return bold() }
    var style = self
    // Within italics, emphasis stands upright.
    style.isItalic.toggle()
    return style
  }

  func bold() -> TextStyle {
    var style = self
    style.weight = 700
    return style
  }

  func scaled(by factor: Double) -> TextStyle {
    var style = self
    style.size = size * factor
    return style
  }

  /// What the classes of a span ask of the face; names that are none of these ask nothing.
  mutating func apply(class name: String) {
    switch name {
    case "smallcaps": features.append("smcp")
    case "lining": features.append("lnum")
    case "oldstyle": features.append("onum")
    case "fraction":
      // Figures of one width have no numerators.
      features.removeAll { $0 == "tnum" || $0 == "onum" || $0 == "lnum" }
      features.append("frac")
    default: break
    }
  }
}
