import Diagnostics
import Geometry
import Markdown
import Typesetting

/// A small book, typeset, and all that was said about it.
struct Proof {
  var copy: Copy
  var design: Design
  var book: TypesetBook
  /// The typesetter's; what the parser says is the parser's tests' affair.
  var diagnostics: [Diagnostic]

  /// - Parameter chapters: in Markdown; the first is "01.md".
  init(
    _ chapters: String..., language: BookLanguage = .english, design: Design = .small,
    shaper: GridShaper = GridShaper(), matter: TitleMatter = TitleMatter(title: "The Book"),
    pictures: [String: Size] = [:], dates: [String?] = [], qrCodes: [String: QRMatrix] = [:]
  ) {
    self.init(
      chapters: chapters, language: language, design: design, shaper: shaper, matter: matter,
      pictures: pictures, dates: dates, qrCodes: qrCodes)
  }

  init(
    chapters: [String], language: BookLanguage = .english, design: Design = .small,
    shaper: GridShaper = GridShaper(), matter: TitleMatter = TitleMatter(title: "The Book"),
    pictures: [String: Size] = [:], dates: [String?] = [], qrCodes: [String: QRMatrix] = [:]
  ) {
    var ignored: [Diagnostic] = []
    let parsed = chapters.enumerated().map { index, source in
      Chapter(parsing: source, file: "0\(index + 1).md", reporting: &ignored)
    }
    self.init(
      Manuscript(chapters: parsed), language: language, design: design, shaper: shaper,
      matter: matter, pictures: pictures, dates: dates, qrCodes: qrCodes)
  }

  init(
    _ manuscript: Manuscript, language: BookLanguage = .english, design: Design = .small,
    shaper: GridShaper = GridShaper(), matter: TitleMatter = TitleMatter(title: "The Book"),
    pictures: [String: Size] = [:], dates: [String?] = [], qrCodes: [String: QRMatrix] = [:]
  ) {
    let names = pictures.keys.sorted()
    copy = Copy(
      manuscript: manuscript, titleMatter: matter, language: language,
      otherLanguages: BookLanguage.byTag,
      chapterMatter: manuscript.chapters.indices.map {
        ChapterMatter(number: $0 + 1, date: $0 < dates.count ? dates[$0] : nil)
      },
      pictures: names.map { Picture(format: .svg, bytes: [], naturalSize: pictures[$0]!) },
      pictureIDs: Dictionary(
        uniqueKeysWithValues: names.enumerated().map { ($1, PictureID(index: $0)) }),
      qrCodes: qrCodes)
    self.design = design
    diagnostics = []
    book = Typesetter(design: design, shaper: shaper).pages(of: copy, reporting: &diagnostics)
  }

  var pages: [Page] { book.pages }

  /// The pages of chapters.
  var body: [Page] { pages.filter { $0.kind == .body } }

  /// Every message as its first line: `01.md:3:5: warning: … [code]`.
  var reports: [String] {
    diagnostics.map { String($0.text(in: .english).split(separator: "\n")[0]) }
  }

  /// The codes of the messages, each once, in the order of the first of each.
  var codes: [String] {
    diagnostics.map(\.code).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension Design {
  /// Forty letters a line, twenty lines a page; notes of fifty letters a line.
  static let small = grid(columns: 40, lines: 20)

  /// - Parameter hangsPunctuation: a sign that hangs stands on no grid.
  static func grid(
    columns: Int, lines: Int, contentsDepth: Int = 2, chaptersOpenOnRecto: Bool = false,
    hangsPunctuation: Bool = false
  ) -> Design {
    let format = PageFormat(
      trim: Size(
        width: .points(Double(columns * 5 + 45)), height: .points(Double(lines * 12 + 66))),
      gutter: .points(25), foreEdge: .points(20), head: .points(30), foot: .points(36))
    return Design(
      format: format,
      stylesheet: Stylesheet(
        textFamily: "Text", headingFamily: "Heading", monoFamily: "Mono", textSize: .points(10),
        leading: .points(12), noteSize: .points(8), noteLeading: .points(10), indent: .points(15),
        hangsPunctuation: hangsPunctuation),
      contentsDepth: contentsDepth, chaptersOpenOnRecto: chaptersOpenOnRecto)
  }
}
