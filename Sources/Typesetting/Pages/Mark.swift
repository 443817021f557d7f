package import Geometry

/// One thing that a page shows or says, in reading order. Pages are lists of marks; a back-end
/// needs to know nothing else.
package enum Mark: Hashable, Sendable {
  /// Letters; the point is where the baseline starts at the left.
  case run(GlyphRun, at: Point, ink: Ink)
  /// A filled rectangle: a rule of a table, a bar beside a callout.
  case fill(Rectangle, ink: Ink)
  /// Lines and curves: a frame, a box to tick, a leader's dots.
  case stroke(Path, width: Length, dash: [Length], ink: Ink)
  /// A picture of the book, scaled into the rectangle.
  case picture(PictureID, in: Rectangle)
  /// What follows, up to the matching `close`, is one element of the document's structure.
  case open(Tag)
  case close
  /// A place that links may lead to.
  case anchor(name: String, at: Point)
}

package struct Path: Hashable, Sendable {
  package enum Step: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)
    case close
  }

  package var steps: [Step]

  package init(_ steps: [Step]) {
    self.steps = steps
  }
}

/// Red, green and blue from 0 to 1; black is pure black.
package struct Ink: Hashable, Sendable {
  package var red: Double
  package var green: Double
  package var blue: Double

  package init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  package static let black = Ink(red: 0, green: 0, blue: 0)
  package static let white = Ink(red: 1, green: 1, blue: 1)
}

/// A picture in the book's table of pictures.
package struct PictureID: Hashable, Sendable {
  package var index: Int

  package init(index: Int) { self.index = index }
}

/// An element of the document's structure, as tagged PDF knows them.
package struct Tag: Hashable, Sendable {
  package enum Role: Hashable, Sendable {
    case section, paragraph, quote
    case heading(level: Int)
    case list, listItem, listLabel, listBody
    case table, tableHead, tableBody, tableRow, tableHeader, tableCell
    case contents, contentsItem
    case figure(alternative: String)
    case caption
    case note, reference, code, span
    /// Within the document, to an anchor's name.
    case internalLink(destination: String)
    case externalLink(uri: String)
    /// Not part of the text: running heads, folios, rules, leaders.
    case artifact
  }

  /// What tagged PDF wants to know of an element beyond its role.
  package enum Attribute: Hashable, Sendable {
    /// Of a list: what its labels are.
    case numbering(Numbering)
    /// Of a table's header: what it heads; a column if it does not say.
    case heads(Heads)
    /// Of an artifact: that it stands on every page.
    case runningHead, folio
  }

  /// The labels of a list, as ISO 32000-1 (14.8.5.5) names them.
  package enum Numbering: Hashable, Sendable {
    /// Labels that count nothing and are no bullets either, such as boxes to tick.
    case none
    case disc, circle, square, decimal, upperRoman, lowerRoman, upperAlpha, lowerAlpha
  }

  package enum Heads: Hashable, Sendable {
    case column, row
  }

  package var role: Role
  /// Set where the words are in another language than what surrounds them.
  package var language: String?
  /// Where a line or a page ends inside an element, it is closed and opened again: what bears the
  /// same number within the same element is one. Nil for an element that is opened but once.
  package var id: Int?
  package var attribute: Attribute?
  /// Read aloud in the place of what is drawn.
  package var spoken: String?

  package init(
    _ role: Role, language: String? = nil, id: Int? = nil, attribute: Attribute? = nil,
    spoken: String? = nil
  ) {
    self.role = role
    self.language = language
    self.id = id
    self.attribute = attribute
    self.spoken = spoken
  }
}
