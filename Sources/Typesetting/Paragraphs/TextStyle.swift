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
}
