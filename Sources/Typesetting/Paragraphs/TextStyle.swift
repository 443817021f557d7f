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
      features: features, language: language)
  }

  func emphasized() -> TextStyle {
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
    case "lining": set(["lnum"], without: ["onum"])
    case "oldstyle": set(["onum"], without: ["lnum"])
    // Figures of one width have no numerators.
    case "fraction": set(["frac"], without: ["tnum", "onum", "lnum"])
    default: break
    }
  }

  private mutating func set(_ wanted: [String], without others: [String]) {
    features.removeAll(where: others.contains)
    features += wanted.filter { !features.contains($0) }
  }
}
