package import Geometry

/// The text of one paragraph and how its letters look, ready to be shaped.
package struct StyledText: Hashable, Sendable {
  /// A stretch of bytes in one style.
  package struct Run: Hashable, Sendable {
    /// UTF-8 offsets into the text.
    package var bytes: Range<Int>
    package var style: CharacterStyle

    package init(bytes: Range<Int>, style: CharacterStyle) {
      self.bytes = bytes
      self.style = style
    }
  }

  package var text: String
  /// In order, one after another, together the whole text.
  package var runs: [Run]
  package var direction: Direction

  package init(text: String, runs: [Run], direction: Direction = .leftToRight) {
    self.text = text
    self.runs = runs
    self.direction = direction
  }
}

package enum Direction: Hashable, Sendable {
  case leftToRight, rightToLeft
}

/// What a letter looks like. Colour and links are not here: they must not split what is shaped.
package struct CharacterStyle: Hashable, Sendable {
  package var face: FaceName
  package var size: Length
  /// OpenType features to switch on, such as "smcp" or "onum"; "liga=0" switches one off.
  package var features: [String]
  /// BCP 47, such as "fr".
  package var language: String

  package init(face: FaceName, size: Length, features: [String] = [], language: String) {
    self.face = face
    self.size = size
    self.features = features
    self.language = language
  }
}

/// A face by its family, weight and slope, exactly as the font file names them.
package struct FaceName: Hashable, Sendable {
  package var family: String
  /// 400 regular, 600 semibold, 700 bold, 900 black.
  package var weight: Int
  package var isItalic: Bool

  package init(family: String, weight: Int = 400, isItalic: Bool = false) {
    self.family = family
    self.weight = weight
    self.isItalic = isItalic
  }
}
