package import Diagnostics
package import Geometry

/// A book set in one long column: sections that each begin on a page of their own.
package struct Galley: Sendable {
  package var sections: [Section]

  package struct Section: Sendable {
    package var kind: Page.Kind
    /// What the running head says; empty for none.
    package var runningTitle: String
    package var items: [Item<Strip>]
    /// The section's notes by number, from 1.
    package var notes: [SetNote]
    package var opensOnRecto: Bool
    /// For messages about the section's pages.
    package var file: String
    /// The chapter's number; 0 for the contents.
    package var number: Int
  }
}

/// One horizontal strip of the galley that no page break divides: a line of text, a row of a
/// table, a picture.
package struct Strip: Sendable {
  /// Its height, in lines of the baseline grid.
  package var lineCount: Int
  /// From the left edge of the text and the strip's top.
  package var marks: [Mark]
  /// The notes, by number, that must stand at the foot of the strip's page.
  package var notes: [Int] = []
  /// The structure that encloses it, from the outermost inwards.
  package var path: [Element] = []
  /// The bars and frames that it stands in.
  package var decorations: [Decoration] = []
  /// What must stand above it where it opens a page: a table's head.
  package var repeatedHead: [Strip] = []
  /// A blank strip that opens or closes what a frame surrounds.
  package var isEdge = false
  package var endsWithHyphen = false
  /// Headings must not stand last on a page.
  package var keepsWithNext = false
  /// The figure it is part of.
  package var figure: Figure?
  /// Where it is the first of a paragraph that may be set in fewer lines or more.
  var paragraph: ParagraphWays?
  package var range: SourceRange?
  /// The lines of text on it, for those who judge them.
  package var lines: [LineQuality] = []
}

/// A picture and its caption: the strips with one figure stand together, and where it need not stay
/// they may move as one to another place of the spread that speaks of it.
package struct Figure: Hashable, Sendable {
  package var id: Int
  /// Bound to its place between the blocks around it.
  package var stays: Bool
}

/// A structure element with an identity: two paragraphs side by side are two elements.
package struct Element: Hashable, Sendable {
  package var id: Int
  package var tag: Tag
}

/// Something that is drawn along several strips and may be cut by a page's end.
package struct Decoration: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A vertical rule at the left.
    case bar(thickness: Length)
    /// A frame around; where a page ends it stays open.
    case frame(thickness: Length)
  }

  package var id: Int
  package var kind: Kind
  package var x: Length
  package var width: Length
}

/// A note, its lines set for the foot of a page.
package struct SetNote: Sendable {
  package var number: Int
  /// The anchor at its label; nil where it goes on from a page before.
  package var name: String?
  package var height: Length
  /// From the left edge of the text and the note's top.
  package var marks: [Mark]
  /// The notes, by number, that it is the first to call: they follow it.
  package var calls: [Int] = []
  /// For those who judge them.
  package var lines: [LineQuality] = []
}
