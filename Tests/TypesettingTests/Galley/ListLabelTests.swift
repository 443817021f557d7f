import Testing

@testable import Typesetting

@Suite("Labels of lists") struct ListLabelTests {
  @Test(arguments: [
    (1, "a"), (26, "z"), (27, "aa"), (52, "az"), (53, "ba"), (702, "zz"), (703, "aaa"), (0, "0"),
  ])
  func letters(number: Int, label: String) {
    #expect(ListNumerals.letters.label(number) == label)
  }

  @Test(arguments: [
    (1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (49, "xlix"), (1994, "mcmxciv"), (0, "0"),
    (4000, "4000"), (999_999_999, "999999999"),
  ])
  func romanNumbers(number: Int, label: String) {
    #expect(ListNumerals.roman.label(number) == label)
  }

  @Test func figuresComeAgain() {
    #expect(
      [1, 4, 7].map { BookLanguage.english.numerals(atDepth: $0).label(12) } == ["12", "12", "12"])
    #expect(BookLanguage.english.numerals(atDepth: 5).label(999_999_999).count < 10)
  }
}
