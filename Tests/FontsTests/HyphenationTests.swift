import Fonts
import Foundation
import Testing
import Typesetting

// Needs any folder of fonts, and Debian's hyphen-fr.
@Suite(.enabled(if: TestFonts.areThere && TestFonts.hasFrench, "no fonts, or no French patterns"))
struct HyphenationTests {
  let library: FontLibrary

  init() throws { library = try TestFonts.library().0 }

  private func divided(_ word: String, language: String = "fr") -> String {
    marked(word, at: library.hyphenate(word, language: language))
  }

  @Test(arguments: [
    "sur|veillance": 0, "vi|déo|sur|veillance": 0, "l’ad|mi|nis|tra|tion": 0,
  ])
  func frenchWordsAreDivided(_ pair: (String, Int)) {
    #expect(divided(pair.0.replacing("|", with: "")) == pair.0)
  }
}
