import Fonts
import Foundation
import Geometry
import Testing
import Typesetting

// Needs the book's fonts, or others named by LIVRET_TEST_FONTS. The times are those of a debug
// build on a busy machine; what is quadratic takes ten times as long or worse.
@Suite(.enabled(if: TestFonts.areThere, "no fonts to test with"))
struct HazardTests {
  let library: FontLibrary
  let face: FaceName

  init() throws {
    library = try TestFonts.library()
    face = try TestFonts.textFace(of: library)
  }

  private func shapes(_ text: String, within seconds: Double) -> Bool {
    let clock = ContinuousClock()
    let start = clock.now
    let shaped = library.shape(.plain(text, face))
    return shaped.coversAll(of: text) && clock.now - start < .seconds(seconds)
      && shaped.breaks == shaped.breaks.sorted()
  }

  @Test func oneLetterWithAHundredThousandMarks() {
    #expect(shapes("a" + String(repeating: "\u{301}", count: 100_000), within: 5))
  }

  @Test func fiftyThousandChangesOfDirection() {
    #expect(shapes(String(repeating: "aא", count: 25_000), within: 8))
    #expect(shapes(String(repeating: "1 א ", count: 25_000), within: 8))
    #expect(shapes(String(repeating: "\u{2067}", count: 50_000), within: 8))
  }

  @Test func aMegabyteInOneParagraph() {
    #expect(shapes(String(repeating: "surveillance ", count: 80_000), within: 12))
    #expect(shapes(String(repeating: "é", count: 200_000), within: 8))
  }

  @Test func slicesOfALongTextAreSetLikeTheWhole() {
    let word = library.shape(.plain("mot ", face)).advance
    let text = String(repeating: "mot ", count: 60_000)
    let shaped = library.shape(.plain(text, face))
    #expect(shaped.advance == word * 60_000)
    #expect(shaped.breaks == Array(stride(from: 4, to: text.utf8.count, by: 4)))
  }

  @Test func strangeSizesDoNotStopIt() {
    for units in [0, -5, 1, Int.max / 4096, Int.min / 4096] {
      #expect(library.shape(.plain("abc", face, size: Length(units: units))).coversAll(of: "abc"))
    }
  }

  /// What a reader gets must not depend on whose machine it was made on, and nothing is said on
  /// stderr that nobody asked for.
  @Test func theLocaleDoesNotMatter() async throws {
    let plain = await #expect(
      processExitsWith: .success,
      observing: [\.standardOutputContent, \.standardErrorContent]
    ) {
      try printShapes()
    }
    let foreign = await #expect(
      processExitsWith: .success,
      observing: [\.standardOutputContent, \.standardErrorContent]
    ) {
      for name in ["LANG", "LC_ALL", "LANGUAGE", "PANGO_LANGUAGE"] { setenv(name, "sr_RS", 1) }
      setlocale(LC_ALL, "")
      try printShapes()
    }
    let (one, other) = (try #require(plain), try #require(foreign))
    #expect(one.standardOutputContent.count > 500)
    #expect(one.standardOutputContent == other.standardOutputContent)
    #expect(one.standardErrorContent.isEmpty && other.standardErrorContent.isEmpty)
  }

  /// Opening and closing a library a hundred times leaves little behind.
  @Test func aLibraryGivesItsMemoryBack() async {
    await #expect(processExitsWith: .success) {
      /// What is resident and not a file's: pages of the test's own code come and go.
      func pages() throws -> Int {
        let numbers = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        let counts = numbers.split(separator: " ").compactMap { Int($0) }
        return counts[1] - counts[2]
      }
      // The allocator needs some rounds to find its size when other tests keep the machine busy.
      for _ in 0..<50 { try printShapes() }
      let before = try pages()
      for _ in 0..<100 { try printShapes() }
      // 4 kB each: 4 MB, less than forgotten font maps would hold back.
      if try pages() - before > 1_000 { exit(EXIT_FAILURE) }
    }
  }
}

private func printShapes() throws {
  let library = try FontLibrary(folder: TestFonts.folder, cache: "/proc/nowhere")
  // The Cyrillic letters have other forms in Serbian, which Pango would take from LANGUAGE.
  let text = "Officiel «\u{A0}mot\u{A0}» i бгдпт مرحبا 中文 1\u{202F}000"
  for face in library.faces {
    for language in ["fr", "tr"] {
      let shaped = library.shape(.plain(text, face, language: language))
      let runs = shaped.runs.map { "\($0.face.index) \($0.glyphs.map(\.id))" }
      print(runs, shaped.breaks, shaped.missing)
    }
  }
  print(library.hyphenate("surveillance", language: "fr"))
}
