import Diagnostics
import TestSupport
import Testing

private func place(_ line: Int, _ column: Int) -> Diagnostics.SourceLocation {
  Diagnostics.SourceLocation(line: line, column: column)
}

private func finding(_ edits: SourceEdit..., file: String = "1.md") -> Diagnostic {
  Diagnostic(
    .warning, "a", file: file, range: edits[0].range, Wording(en: "a", fr: "a"), fix: edits)
}

@Suite struct Edits {
  /// What stands between 1️⃣ and 2️⃣ becomes that.
  @Test(arguments: [
    ("a1️⃣b2️⃣c", "x", "axc"), ("1️⃣2️⃣abc", "x", "xabc"), ("abc1️⃣2️⃣", "x", "abcx"),
    ("é🙂1️⃣b2️⃣\nc", "", "é🙂\nc"), ("a\r\n1️⃣b2️⃣\rc\nd", "é", "a\r\né\rc\nd"),
    ("a\r\nb\r\n1️⃣\r\n2️⃣c", "", "a\r\nb\r\nc"), ("a1️⃣\nb2️⃣c\n", "", "ac\n"),
    ("e\u{301}1️⃣x2️⃣", "y", "e\u{301}y"),
  ])
  func onlyWhatIsMeantChanges(marked: String, replacement: String, expected: String) throws {
    let marks = MarkedText(marked)
    let edit = SourceEdit(try #require(marks.ranges.first), replacement)
    #expect(String(decoding: Array(marks.text.utf8).mended(by: [edit]), as: UTF8.self) == expected)
    let marked = Array(marks.text.utf8)
    #expect(marked.piece(edit.range, mendedBy: [edit]) == replacement)
  }

  @Test func aByteOrderMarkAndBadBytesStay() {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0x61, 0x62, 0xFF, 0x0D, 0x0A, 0x63, 0x0D, 0x64]
    let edits = [
      SourceEdit(place(1, 2)..<place(1, 3), "x"), SourceEdit(place(2, 1)..<place(2, 2), ""),
      SourceEdit(place(3, 1)..<place(3, 2), "e"),
    ]
    #expect(
      bytes.mended(by: edits) == [0xEF, 0xBB, 0xBF, 0x61, 0x78, 0xFF, 0x0D, 0x0A, 0x0D, 0x65])
    #expect(bytes.mended(by: []) == bytes)
  }

  @Test func placesOutsideTheTextDoNoHarm() {
    let edit = SourceEdit(place(9, 9)..<place(9, 12), "x")
    #expect(Array("ab".utf8).mended(by: [edit]) == Array("abx".utf8))
    #expect(Array("ab".utf8).piece(edit.range) == "")
    #expect(Array("ab".utf8).line(9) == "")
    #expect(Array("a\r\nb".utf8).line(1) == "a")
  }

  @Test func ofTwoFixesForTheSameLettersTheFirstIsMade() {
    let (first, second, third) = (
      finding(SourceEdit(place(1, 3)..<place(1, 5), "x")),
      finding(
        SourceEdit(place(1, 1)..<place(1, 2), "y"), SourceEdit(place(1, 4)..<place(1, 6), "")),
      finding(SourceEdit(place(1, 6)..<place(1, 7), "z"))
    )
    #expect([first, second, third].mendable["1.md"] == [second, third])
    #expect([first, third].mendable["1.md"] == [first, third])
    let elsewhere = finding(SourceEdit(place(1, 4)..<place(1, 6), ""), file: "2.md")
    #expect([first, elsewhere].mendable.count == 2)
  }
}
