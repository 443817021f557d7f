import Fonts
import Foundation
import Testing
import Typesetting

// Needs any folder of fonts, and Debian's hyphen-fr.
@Suite(.enabled(if: TestFonts.areThere && TestFonts.hasFrench, "no fonts, or no French patterns"))
struct HyphenationTests {
  let library: FontLibrary

  init() throws { library = try TestFonts.library() }

  private func divided(_ word: String, language: String = "fr") -> String {
    marked(word, at: library.hyphenate(word, language: language))
  }

  @Test(arguments: [
    "sur|veillance", "vi|déo|sur|veillance", "l’ad|mi|nis|tra|tion", "l'ad|mi|nis|tra|tion",
    "au|jour|d’hui", "œu|vrer", "œuvre", "Consti|tu|tion", "«\u{A0}sur|veillance\u{A0}».",
    "vi|déo-sur|veillance", "dé|pla|ce|ment", "Dé|pla|ce|ment",
  ])
  func frenchWordsAreDivided(_ expected: String) {
    #expect(divided(expected.replacing("|", with: "")) == expected)
  }

  @Test func decomposedLettersKeepTheirOffsets() {
    // Both ways in one library: equal as strings, they must not share an answer.
    #expect(divided("de\u{301}placement").utf8.elementsEqual("de\u{301}|pla|ce|ment".utf8))
    #expect(divided("d\u{E9}placement").utf8.elementsEqual("d\u{E9}|pla|ce|ment".utf8))
  }

  @Test func joinersAndTheirContraryDoNotHinder() {
    #expect(divided("dé\u{200C}placement") == "dé\u{200C}|pla|ce|ment")
    #expect(divided("surveil\u{200C}lance") == "sur|veil\u{200C}lance")
  }

  @Test func onlyTheStemOfInclusiveWordsIsDivided() {
    #expect(divided("habitant·es") == "ha|bi|tant·es")
    #expect(divided("habitant‧es") == "ha|bi|tant‧es")
    #expect(divided("travailleur·euses") == "tra|vailleur·euses")
  }

  @Test(arguments: [
    "DÉPLACEMENT", "SURVEILLANCE", "surveillance2", "3surveillance", "contact@surveillance.fr",
    "surveillance.net", "administration/administratrice", "sur\u{AD}veillance", "été", "", "-", "’",
    "·", "habitant(e)s", "2024", "\u{301}",
  ])
  func someWordsAreNeverDivided(_ word: String) {
    #expect(divided(word) == word)
  }

  /// Two letters before a hyphen and three behind it, apostrophes not counted.
  @Test func minimaAreKept() {
    for word in ["écologie", "idéal", "aérien", "l’aérien", "qu’ânonner", "presqu’île", "vidéo"] {
      for point in library.hyphenate(word, language: "fr") {
        let bytes = Array(word.utf8)
        let before = String(decoding: bytes[..<point], as: UTF8.self)
        let after = String(decoding: bytes[point...], as: UTF8.self)
        #expect(before.split(separator: "’").last.map(\.count) ?? 0 >= 2, "\(before)-\(after)")
        #expect(after.filter(\.isLetter).count >= 3, "\(before)-\(after)")
      }
    }
  }

  @Test func aRegionFallsBackToItsLanguage() {
    for language in ["fr", "fr-FR", "fr-CH", "fr-XX", "FR"] {
      #expect(divided("surveillance", language: language) == "sur|veillance")
    }
    #expect(library.missingDictionaries.isEmpty)
  }

  @Test func aMissingDictionaryIsToldOnce() {
    for word in ["one", "two"] { #expect(library.hyphenate(word, language: "tlh").isEmpty) }
    #expect(library.hyphenate("x", language: "../../etc/x").isEmpty)
    #expect(library.missingDictionaries == ["tlh", "../../etc/x"])
    #expect(library.hyphenate("مرحبا", language: "ar-MA").isEmpty)
    #expect(library.missingDictionaries.count == 2)
  }

  @Test func dictionariesOfOtherEncodingsAreRead() throws {
    try TestFonts.withFolder { folder in
      // "1" divides after these letters; é is one byte here and two in the word.
      let latin = Data("ISO8859-1\n".utf8) + [0xE9] + Data("1\nba1\n".utf8)
      try latin.write(to: folder.appending(path: "hyph_xx_XX.dic"))
      // A pattern that changes letters at the hyphen, as German once did: left alone.
      try Data("UTF-8\nf1f/ff=f,1,2\n".utf8).write(to: folder.appending(path: "hyph_yy.dic"))
      let library = try FontLibrary(
        folder: TestFonts.folder, cache: nil, dictionaries: folder.path)
      #expect(
        marked("oéoébaooo", at: library.hyphenate("oéoébaooo", language: "xx")) == "oé|oé|ba|ooo")
      #expect(library.hyphenate("œuébaooo", language: "xx").isEmpty)
      #expect(library.hyphenate("schiffahrt", language: "yy").isEmpty)
      #expect(library.missingDictionaries.isEmpty)
    }
  }

  @Test func hostileWordsEndSoon() {
    #expect(
      library.hyphenate(String(repeating: "surveillance", count: 50_000), language: "fr") == [])
    #expect(
      library.hyphenate("a" + String(repeating: "\u{301}", count: 100_000), language: "fr") == [])
    #expect(library.hyphenate(String(repeating: "-", count: 100_000), language: "fr") == [])
    #expect(library.hyphenate(String(repeating: "«", count: 100_000), language: "fr") == [])
  }
}
