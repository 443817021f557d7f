import Diagnostics
import Geometry

@testable import Typesetting

/// Pages made by hand, a letter to a line and its facts beside it, so that each has one defect.
///
/// Their design has lines of 40 letters and 20 lines to a page, 12 pt from one to the next.
struct MadePages {
  static let design = Design.grid(columns: 40, lines: 20)
  static let full = 20

  private(set) var pages: [Page] = []

  /// - Parameters:
  ///   - depth: the line on which the last of `lines` stands, from 1; they need not fill the page.
  ///   - notes: on the page's last lines.
  mutating func add(
    _ lines: [LineQuality] = [.whole], section: Int = 1, depth: Int = full,
    notes: [PageText.Note] = [], anchors: [String] = [], endsWithHeading: Bool = false,
    letter: Unicode.Scalar = "a"
  ) {
    let folio = pages.count + 2
    var marks = anchors.map { Mark.anchor(name: $0, at: .zero) }
    marks.append(run(letter, line: depth))
    if !notes.isEmpty {
      marks += [.open(Tag(.note)), run("n", line: Self.full), .close]
    }
    // A folio, below the text block.
    marks += [.open(Tag(.artifact)), run("0", line: Self.full + 2), .close]
    var page = Page(
      kind: .body, side: folio % 2 == 0 ? .verso : .recto, folio: String(folio),
      size: Self.design.format.trim, marks: marks)
    page.text = PageText(
      section: section, file: "\(section).md", lines: lines, notes: notes,
      endsWithHeading: endsWithHeading)
    pages.append(page)
  }

  mutating func addBlank() {
    let folio = pages.count + 2
    pages.append(
      Page(
        kind: .blank, side: folio % 2 == 0 ? .verso : .recto, folio: String(folio),
        size: Self.design.format.trim, marks: []))
  }

  private func run(_ letter: Unicode.Scalar, line: Int) -> Mark {
    let (head, leading) = (Self.design.format.head, Self.design.stylesheet.leading)
    let run = GlyphRun(
      face: FaceID(index: 0), size: .points(10),
      glyphs: [GlyphRun.Glyph(id: letter == "?" ? 0 : letter.value, advance: .points(5))],
      text: String(letter), clusters: [GlyphRun.Cluster(byteCount: 1, glyphCount: 1)])
    return .run(
      run, at: Point(x: .points(30), y: head + leading * (line - 1) + leading * 0.71), ink: .black)
  }

  var report: QualityReport { QualityReport(of: pages, in: Self.design) }

  /// What is found, one to a line: `widow 3 1.md:4 1.50`.
  var findings: [String] {
    report.findings.map { finding in
      let place = finding.range.map { ":\($0.lowerBound.line)" } ?? ""
      let amount = finding.amount.map { " " + $0.written(places: 2) } ?? ""
      return "\(finding.kind.rawValue) \(finding.page) \(finding.file)\(place)\(amount)"
    }
  }
}

extension LineQuality {
  /// A paragraph of one line.
  static let whole = line(0, of: 1)

  /// A line that fills its measure, well set, unless it is its paragraph's last.
  static func line(
    _ number: Int, of count: Int, ratio: Double = 0.2, hyphen: Bool = false,
    width: Length = .points(200), ragged: Bool = false, excess: Length = .zero
  ) -> LineQuality {
    let place = Diagnostics.SourceLocation(line: number + 1, column: 1)
    return LineQuality(
      number: number, count: count, ratio: ragged || number == count - 1 ? nil : ratio,
      excess: excess, width: width, endsWithHyphen: hyphen, isRagged: ragged, text: "abc",
      range: place..<place)
  }
}
