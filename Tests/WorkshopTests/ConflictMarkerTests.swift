import Diagnostics
import Testing

@testable import Workshop

@Suite struct ConflictMarkerTests {
  private func settled(_ text: String) -> (text: String, lines: [Int]) {
    let found = ConflictMarkers(in: text, file: "1.md")
    #expect(found.diagnostics.allSatisfy { $0.code == "merge-conflict" && $0.severity == .error })
    return (found.text, found.diagnostics.compactMap { $0.range?.lowerBound.line })
  }

  @Test func theFirstSideStaysAndEveryLineWhereItWas() {
    let (text, lines) = settled(
      "# Un\n<<<<<<< HEAD\nici\n=======\nlà\n>>>>>>> autre\nFin\n<<<<<<< x\na\n||||||| y\nb\n=======\nc\n>>>>>>> z\n"
    )
    #expect(text == "# Un\n\nici\n\n\n\nFin\n\na\n\n\n\n\n\n")
    #expect(lines == [2, 8])
  }

  @Test func otherLineEndsStayToo() {
    let (text, lines) = settled("a\r\n<<<<<<< HEAD\r\nb\r\n=======\r\nc\r\n>>>>>>> d\r\ne\r\n")
    #expect(text == "a\r\n\nb\r\n\n\n\ne\r\n")
    #expect(lines == [2])
  }

  @Test func halfOfThemIsOneToo() {
    #expect(settled("a\n<<<<<<< HEAD\nb\n").lines == [2])
    #expect(settled("a\n>>>>>>> autre\nb\n").lines == [2])
  }

  @Test(arguments: [
    "Titre\n=======\n\nTexte\n", "Titre\n=======\n\nMot >>>>>>> ici\n", "    <<<<<<< HEAD\n",
    "<<<<<<<< huit\n", "> > > > > > > sept\n", "||||||| a\n", "",
  ])
  func whatIsNoConflictIsLeftAlone(text: String) {
    #expect(settled(text).text == text)
    #expect(settled(text).lines == [])
  }

  /// One finding, and not a dozen of what stands there twice.
  @Test func aChapterInConflictStopsABuild() throws {
    let side = "## Suite {#suite}\n\nMot [](#rien-ici)\n"
    let book = try TemporaryBook([
      "content/fr/01-un.md":
        "# Un {#un}\n\n<<<<<<< HEAD\n## Suite {#suite}\n\nMot\n=======\n\(side)>>>>>>> autre\n"
    ])
    #expect(try book.findings() == ["fr/01-un.md:3:1 merge-conflict"])
    #expect(book.names(in: "output") == [])
  }
}
