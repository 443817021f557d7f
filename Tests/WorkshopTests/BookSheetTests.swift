import Diagnostics
import Geometry
import Imposition
import Localization
import Testing
import Typesetting

@testable import Workshop

/// What reading a sheet finds, one to a line: `4:3 key-unknown`.
private func findings(_ text: String) -> [String] {
  read(text).found.map { finding in
    let start = finding.range?.lowerBound ?? .start
    return "\(start.line):\(start.column) \(finding.code)"
  }
}

private func read(_ text: String) -> (sheet: BookSheet?, found: [Diagnostic]) {
  var found: [Diagnostic] = []
  let source = YAMLText(text: text, file: "livret.yml")
  return (BookSheet(reading: source, reporting: &found), found)
}

/// A complete sheet of six lines, and more after them.
private func sheet(and more: String = "") -> String {
  """
  slug: guide
  source: fr
  languages:
    fr: {title: Titre}
  type:
    text: Alegreya
  \(more)
  """
}

@Suite struct ReadingTheSheet {
  @Test func everyKeyIsRead() throws {
    let (read, found) = read(
      """
      slug: guide
      source: fr
      languages:
        fr:
          title: no
          subtitle: on
          edition: 2026
          publisher: "Rue : libre"
          blurb: [a, b]
          colophon: c
      date: 2026-11-24
      page: {size: A6, gutter: 10 mm, fore-edge: 1 cm, head: 28.346 pt, foot: "12,5 mm"}
      type:
        text: A
        headings: B
        mono: C
        text-weight: 500
        size: 9 pt
        protrusion: off
        figures: lining
      chapters: {contents-depth: 3, open: recto}
      notes: {place: foot, numbering: page}
      cover: {motif: images/m.svg, vignette: images/v.svg}
      binding: {paper: a5, flip: [short, long]}
      outputs: [booklet]
      values: {contact: {email: a@b.c}, year: 2026}
      """)
    let sheet = try #require(read)
    #expect(found.isEmpty)
    let words = try #require(sheet.languages["fr"])
    #expect(words.title == "no")
    #expect(words.subtitle == "on")
    #expect(words.edition == "2026")
    #expect(words.publisher == "Rue : libre")
    #expect(words.blurb == ["a", "b"])
    #expect(words.colophon == ["c"])
    #expect(sheet.date == BookDate(year: 2026, month: 11, day: 24))
    #expect(!sheet.design.stylesheet.hangsPunctuation)
    #expect(sheet.design.stylesheet.figures == .lining)
    #expect(sheet.format.trim == Paper.a6.size)
    #expect(sheet.format.foreEdge == .millimetres(10))
    #expect(sheet.format.foot == .millimetres(12.5))
    #expect(sheet.stylesheet.headingFamily == "B")
    #expect(sheet.stylesheet.textWeight == 500)
    #expect(sheet.stylesheet.textSize == .points(9))
    #expect(sheet.contentsDepth == 3)
    #expect(sheet.chaptersOpenOnRecto)
    #expect(sheet.design.notes == NoteStyle(place: .foot, numbering: .byPage))
    #expect(sheet.motif?.path == "images/m.svg")
    #expect(sheet.vignette?.path == "images/v.svg")
    #expect(sheet.booklets.map(\.binding.printer.flip) == [.shortEdge, .longEdge])
    #expect(sheet.booklets.map(\.binding.paper) == [.a5, .a5])
    #expect(sheet.outputs == [.booklet])
    #expect(sheet.values.text == ["contact.email": "a@b.c", "year": "2026"])
  }

  /// Marks keep off what is printed for the knife.
  @Test func bookletsKnowThePagesBleed() throws {
    let sheet = try #require(
      read(sheet(and: "page: {bleed: 3 mm}\nbinding: [saddle, {style: quarto, paper: A3}]")).sheet)
    #expect(sheet.booklets.map(\.binding.bleed) == [.millimetres(3), .millimetres(3)])
  }

  @Test func littleIsNeeded() throws {
    let (read, found) = read(sheet())
    let sheet = try #require(read)
    #expect(found.isEmpty)
    #expect(sheet.stylesheet.monoFamily == "Alegreya")
    #expect(sheet.format == .a5)
    #expect(sheet.outputs == [.reading, .booklet])
    #expect(sheet.booklets.map(\.binding.printer.flip) == [.shortEdge])
  }

  @Test(arguments: [
    ("colour: red", "7:1 key-unknown"),
    ("page: {gutter: 18 mm, gutta: 2 mm}", "7:23 key-unknown"),
    ("page:\n  size: A5\n  gutter: 18", "9:11 value-unexpected"),
    ("page: {gutter: 18 miles}", "7:16 value-unexpected"),
    ("page: {gutter: -2 mm}", "7:16 value-unexpected"),
    ("page: {gutter: 0 mm}", "7:16 value-unexpected"),
    ("page: {gutter: [18 mm]}", "7:16 value-unexpected"),
    ("page: {gutter: 90 mm, fore-edge: 50 mm}", "7:7 page-no-room"),
    ("page: {size: A9}", "7:14 value-unexpected"),
    ("page: A5", "7:7 value-unexpected"),
    ("date: 24/11/2026", "7:7 value-unexpected"),
    ("date: 2026-02-30", "7:7 value-unexpected"),
    ("date: 2026-11-24T00:00", "7:7 value-unexpected"),
    ("chapters: {contents-depth: beaucoup}", "7:28 value-unexpected"),
    ("chapters: {contents-depth: 7}", "7:28 value-unexpected"),
    ("chapters: {open: verso}", "7:18 value-unexpected"),
    ("notes: {place: margin}", "7:16 value-unexpected"),
    ("notes: {numbering: page, place: end}", "7:20 notes-of-no-page"),
    ("binding: {paper: foolscap}", "7:18 value-unexpected"),
    ("binding: {paper: A5}", "7:18 paper-too-small"),
    ("page: {size: A4}", "7:7 paper-too-small"),
    ("binding: {flip: [short, tall]}", "7:25 value-unexpected"),
    ("outputs: [reading, bokklet]", "7:20 value-unexpected"),
    ("values: {contact: {email: [a]}}", "7:27 value-unexpected"),
    ("values: rien", "7:9 value-unexpected"),
    ("cover: {motif: {a: b}}", "7:16 value-unexpected"),
    ("date: \"2026\n", "8:1 yaml-syntax"),
    ("  page: {}", "7:3 key-unknown"),
    (" page: {}", "7:2 yaml-syntax"),
    ("page: {size: A5", "8:1 yaml-syntax"),
    ("slug: autre", "1:1 key-twice"),
    ("page: {size: A5, size: A4}", "7:8 key-twice"),
    ("---\nslug: b", "7:1 yaml-syntax"),
  ])
  func whatIsWrongIsReportedAtItsPlace(more: String, finding: String) {
    #expect(findings(sheet(and: more)) == [finding])
  }

  @Test(arguments: [
    ("", ["1:1 key-missing", "1:1 key-missing", "1:1 key-missing", "1:1 key-missing"]),
    ("# rien\n", ["1:1 key-missing", "1:1 key-missing", "1:1 key-missing", "1:1 key-missing"]),
    ("un texte", ["1:1 value-unexpected"]),
    ("- une\n- liste", ["1:1 value-unexpected"]),
    (
      "slug: Été\nsource: fr\nlanguages: {fr: {title: T}}\ntype: {text: A}", ["1:7 slug-unfit"]
    ),
    (
      "slug: ../a\nsource: fr\nlanguages: {fr: {title: T}}\ntype: {text: A}", ["1:7 slug-unfit"]
    ),
    ("slug: ''\nsource: fr\nlanguages: {fr: {title: T}}\ntype: {text: A}", ["1:7 slug-unfit"]),
    (
      "slug: a\nsource: fr\nlanguages: {fr: {title: ' '}}\ntype: {text: A}", ["3:25 title-blank"]
    ),
    (
      "slug: a\nsource: fr-/../x\nlanguages: {fr: {title: T}}\ntype: {text: A}",
      ["2:9 language-unknown"]
    ),
    (
      "slug: a\nsource: fr\nlanguages: {fr: {title: T}, en/..: {title: T}}\ntype: {text: A}",
      ["3:29 language-unknown"]
    ),
    (
      "slug: a\nsource: en\nlanguages: {fr: {title: T}}\ntype: {text: A}", ["2:9 source-unknown"]
    ),
    (
      "slug: a\nsource: fr\nlanguages: {fr: {title: T}, xx: {title: T}}\ntype: {text: A}",
      ["3:29 language-unknown"]
    ),
    ("slug: a\nsource: fr\nlanguages:\n  fr: {subtitle: T}\ntype: {text: A}", ["4:7 key-missing"]),
    ("slug: a\nsource: fr\nlanguages: {fr: {title: T}}\ntype: {size: 9 pt}", ["4:7 key-missing"]),
    (
      "slug: a\nsource: fr\nlanguages: {fr: {title: T}}\ntype: {text: A, size: 2 pt}",
      ["4:23 type-size"]
    ),
    ("slug:\nsource: fr\nlanguages: {fr: {title: T}}\ntype: {text: A}", ["1:1 key-missing"]),
  ])
  func aSheetThatLacksSomethingIsToldSo(text: String, expected: [String]) {
    #expect(findings(text) == expected)
  }

  @Test func aPageTooLargeForABookletMayStillBeRead() {
    #expect(findings(sheet(and: "page: {size: A4}\noutputs: [reading]")).isEmpty)
  }

  @Test func aMisspeltKeyIsToldTheNearest() {
    let found = read(sheet(and: "ouptuts: [reading]")).found
    #expect(found.first?.hints.first?.english == "did you mean outputs?")
    #expect(found.first?.hints.first?.french == "vouliez-vous dire outputs ?")
  }
}

@Suite(.timeLimit(.minutes(1))) struct HostileYAML {
  @Test(arguments: [
    String(repeating: "[", count: 400_000),
    String(repeating: "{a: ", count: 200_000),
    String(repeating: "- ", count: 400_000),
    String(repeating: "? ", count: 400_000),
    (0..<1_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
  ])
  func endlessNestingIsRefused(text: String) {
    #expect(read(text).found.map(\.code) == ["yaml-too-deep"])
  }

  @Test func aFewLinesThatStandForGigabytesAreRefused() {
    let bomb = (1...30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }.joined(separator: "\n")
    let found = read("a0: &a0 [lol]\n" + bomb).found
    #expect(found.map(\.code) == ["yaml-alias"])
    #expect(found.first?.range?.lowerBound == SourceLocation(line: 2, column: 10))
  }

  @Test func ampersandsAndStarsInTextAreText() {
    let found = read(sheet(and: "values: {a: R&D, b: 3 * 4, c: \"*gras*\", d: \"&c\"}")).found
    #expect(found.isEmpty)
  }

  @Test func anUnknownReferenceIsASyntaxError() {
    #expect(findings(sheet(and: "date: *quand")) == ["7:7 yaml-syntax"])
  }

  @Test func charactersThatYAMLForbidsAreReportedAtTheirPlace() {
    #expect(findings(sheet(and: "date: é\u{7}")) == ["7:8 yaml-syntax"])
  }
}
