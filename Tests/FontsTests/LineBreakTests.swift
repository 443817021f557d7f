import Fonts
import Testing
import Typesetting

// Needs the book's fonts, or others named by LIVRET_TEST_FONTS.
@Suite(.enabled(if: TestFonts.areThere, "no fonts to test with"))
struct LineBreakTests {
  let library: FontLibrary
  let face: FaceName

  init() throws {
    library = try TestFonts.library()
    face = try TestFonts.textFace(of: library)
  }

  /// "|" stands where a line may end.
  @Test(arguments: [
    "Une |phrase |de |mots. ",
    "habitant·es |et |habitant‧es",
    "auteur/autrice |et / |ou",
    "«\u{A0}mot\u{A0}» |mot",
    "Quoi\u{202F}! |Non\u{A0}: |oui",
    "10\u{202F}000\u{A0}€ |et |1,5 |m",
    "porte-|monnaie",
    "l’été |d'avant",
    "co\u{AD}|opérative",
    "中|文",
    "مرحبا |بالعالم",
    "fin |— |suite",
    "un |—aparté— |mot", "un |–aparté– |mot", "mot—|mot", "2024–|2025", "(—mot) |fin",
    " |a ",
  ])
  func linesEndWhereTheyMay(_ expected: String) {
    let text = expected.replacing("|", with: "")
    let breaks = library.shape(.plain(text, face)).breaks
    #expect(marked(text, at: breaks) == expected)
  }

  @Test func neitherStartNorEndIsABreak() {
    for text in ["", " ", "a", "a ", " a", "\n", "a\n"] {
      let breaks = library.shape(.plain(text, face)).breaks
      #expect(breaks.allSatisfy { $0 > 0 && $0 < text.utf8.count })
    }
  }
}
