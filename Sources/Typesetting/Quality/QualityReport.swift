package import Diagnostics

/// What a printer would find fault with in finished pages, counted on the pages themselves: what
/// chose the lines and the pages has no say in it.
package struct QualityReport: Hashable, Sendable {
  package struct Finding: Hashable, Sendable {
    package var kind: Kind
    /// The folio of the page, or of the first of two.
    package var page: String
    /// Empty for what is in no chapter.
    package var file = ""
    package var range: SourceRange?
    /// How much: a ratio, points, lines or a count, as the kind has it.
    package var amount: Double?
    /// The line in question.
    package var text = ""
  }

  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A line that sticks out of its measure, by so many points.
    case overfull
    /// A line whose spaces take more of their stretch than all of it, up to one and a half.
    case loose
    /// A line looser still.
    case veryLoose = "very-loose"
    /// More than two lines, one below another, that end with a hyphen: so many.
    case ladder
    /// A hyphen at the end of a right-hand page.
    case hyphenOverLeaf = "hyphen-over-leaf"
    /// A last line shorter than the indent of a first one, by so many points.
    case runt
    /// A paragraph's last line alone at the top of a page.
    case widow
    /// A paragraph's first line alone at the foot of a page.
    case orphan
    /// A heading at the foot of a page.
    case strandedHeading = "stranded-heading"
    /// Facing pages of unequal depth: so many lines.
    case unlevelSpread = "unlevel-spread"
    /// A page more than one line shorter or longer than the text block: so many lines.
    case shortPage = "short-page"
    /// Blank lines between the text and its notes: so many.
    case gapAboveNotes = "gap-above-notes"
    /// A note that goes on on a later page.
    case splitNote = "split-note"
    /// A note on another page than its call.
    case strayNote = "stray-note"
    case blankPage = "blank-page"
    /// A letter that no font of the book has.
    case missingGlyph = "missing-glyph"
  }

  package var pageCount: Int
  /// Of the text and the notes, cells of tables included.
  package var lineCount = 0
  /// Those whose spaces were made wider or narrower so that they fill their measure.
  package var justifiedCount = 0
  /// Lines that end with a hyphen, and of the page that has most of them.
  package var hyphenCount = 0
  package var mostHyphens = 0
  package var pageOfMostHyphens = ""
  package var longestLadder = 0
  /// Whose glyphs are drawn, in the order of the shaper's table.
  package var faces: [FaceID] = []
  /// By page; on one page by kind.
  package var findings: [Finding] = []

  package func count(of kind: Kind) -> Int { findings.count { $0.kind == kind } }

  /// What of the justified lines, between 0 and 1.
  package func share(of kind: Kind) -> Double {
    justifiedCount > 0 ? Double(count(of: kind)) / Double(justifiedCount) : 0
  }
}
