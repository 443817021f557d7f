import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct JSONTexts {
  @Test func keysAreSortedAndStringsEscaped() {
    let json = JSON.object([
      "b": .array([.number(1), .null, .bool(true)]), "a": .string("é\"\\\n\u{1B}\u{2028}"),
      "c": .object([:]), "d": .array([]), "e": .decimal(-0.06, places: 1),
    ])
    #expect(
      json.compact
        == #"{"a":"é\"\\\n\u001b\u2028","b":[1,null,true],"c":{},"d":[],"e":-0.1}"#)
    #expect(
      json.lines == """
        {
          "a": "é\\"\\\\\\n\\u001b\\u2028",
          "b": [
            1,
            null,
            true
          ],
          "c": {},
          "d": [],
          "e": -0.1
        }

        """)
  }

  @Test(arguments: [
    (0.05, 1, "0.1"), (1.005, 2, "1.00"), (-0.01, 1, "0.0"), (12, 0, "12"), (.nan, 2, "0"),
  ])
  func decimalsAreWrittenOut(value: Double, places: Int, expected: String) {
    #expect(value.written(places: places) == expected)
  }

  @Test func anyStringComesBack() throws {
    for value in (0..<0x250).chunked(by: 16) {
      let text = String(String.UnicodeScalarView(value.compactMap { Unicode.Scalar(UInt32($0)) }))
      let bytes = Data(JSON.array([.string(text)]).compact.utf8)
      #expect(try JSONDecoder().decode([String].self, from: bytes) == [text])
    }
  }

  @Test func findingsAreAListOfLines() {
    let edit = SourceEdit(
      Diagnostics.SourceLocation(line: 2, column: 1)..<SourceLocation(line: 2, column: 3), "")
    let findings = [
      Diagnostic(.error, "a", file: "1.md", Wording(en: "no", fr: "non")),
      Diagnostic(
        .warning, "b", file: "1.md", range: edit.range, Wording(en: "x", fr: "y"),
        notes: [Diagnostic.Note(Wording(en: "here", fr: "ici"), file: "2.md")],
        hints: [Wording(en: "do", fr: "faites")], fix: [edit]),
    ]
    let range = #"{"end":{"column":3,"line":2},"start":{"column":1,"line":2}}"#
    #expect(
      findings.json == """
        {
          "findings": [
            {"code":"a","file":"1.md","fix":[],"hints":[],"message":{"en":"no","fr":"non"},"notes":[],\
        "range":null,"severity":"error"},
            {"code":"b","file":"1.md","fix":[{"range":\(range),"replacement":""}],\
        "hints":[{"en":"do","fr":"faites"}],"message":{"en":"x","fr":"y"},\
        "notes":[{"file":"2.md","message":{"en":"here","fr":"ici"},"range":null}],\
        "range":\(range),"severity":"warning"}
          ],
          "version": 1
        }

        """)
    #expect([Diagnostic]().json == "{\n  \"findings\": [],\n  \"version\": 1\n}\n")
  }
}

@Suite struct Excerpts {
  private func drawn(_ marked: String, width: Int = 80) throws -> String {
    let marks = MarkedText(marked)
    return Excerpt(of: marks.text, try #require(marks.ranges.first), width: width).text()
  }

  @Test func whatIsMeantIsUnderlined() throws {
    #expect(
      try drawn("La carte 1️⃣de de2️⃣ la rue.") == """
             1 | La carte de de la rue.
               |          ^^^^^
        """)
    #expect(try drawn("Fin1️⃣2️⃣") == "     1 | Fin\n       |    ^")
  }

  @Test func aLongLineIsCutAroundIt() throws {
    let long = String(repeating: "abcdefghi ", count: 12)
    #expect(
      try drawn(long + "1️⃣ici2️⃣ " + long, width: 40) == """
             1 | …bcdefghi ici abcdefghi abcdef…
               |           ^^^
        """)
    #expect(
      try drawn("1️⃣" + long + "2️⃣", width: 40) == """
             1 | abcdefghi abcdefghi abcdefghi …
               | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """)
  }

  @Test func lettersOfOtherWidthsKeepTheUnderlineBelow() throws {
    #expect(try drawn("日本 e\u{301} 1️⃣x2️⃣") == "     1 | 日本 e\u{301} x\n       |        ^")
    #expect(try drawn("\t\u{1B}1️⃣x2️⃣") == "     1 |  \u{FFFD}x\n       |   ^")
  }

  @Test func aRangeOverLinesEndsWithTheFirst() {
    let range =
      Diagnostics.SourceLocation(line: 12, column: 3)..<SourceLocation(line: 14, column: 1)
    #expect(
      Excerpt(of: "abcde", range, width: 80).text() == "    12 | abcde\n       |   ^^^")
  }
}

extension Range<Int> {
  fileprivate func chunked(by size: Int) -> [Range<Int>] {
    stride(from: lowerBound, to: upperBound, by: size).map { $0..<Swift.min($0 + size, upperBound) }
  }
}
