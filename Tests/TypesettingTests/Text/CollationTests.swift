import Testing

@testable import Typesetting

/// Words in the order in which a reader looks for them.
@Suite("Order of words") struct CollationTests {
  private func sorted(_ words: [String], _ language: String = "fr") -> [String] {
    let collation = Collation(BookLanguage(tag: language)!.sorting)
    return words.sorted { collation.key(of: $0) < collation.key(of: $1) }
  }

  @Test(arguments: [
    // Accents come after letters, small letters before capitals.
    ["cote", "côte", "coté", "Coté", "côté", "coter"], ["pêche", "péché", "pécher", "pêcher"],
    ["e", "E", "é", "É", "ea"],
    // Ligatures are two letters.
    ["odeur", "œil", "of", "oignon"], ["ade", "Ægyptus", "affiche"], ["mass", "maß", "mast"],
    // Word by word, whatever parts them.
    ["Conseil d’État", "conseil municipal", "conseiller"], ["porte", "porte-voix", "portes"],
    ["a-t-il", "à tout", "atout"],
    // The mid-point is no end of a word.
    ["délégué", "délégué·es", "déléguer"],
    // Numbers by their value, before letters.
    ["9 mai", "10 mai", "article 9", "article 10", "article 011", "articles"],
    ["« dôme »", "drone"], ["", "—", "a"], ["zèbre", "мир", "水"],
  ])
  func isTheReaders(words: [String]) {
    #expect(sorted(words.reversed()) == words)
    #expect(sorted(words) == words)
  }

  @Test func composedOrNotMakesNoDifferenceToLetters() {
    let collation = Collation(BookLanguage.french.sorting)
    #expect(collation.key(of: "e\u{301}t").letters == collation.key(of: "ét").letters)
    #expect(collation.key(of: "e\u{301}ta") > collation.key(of: "ét"))
  }

  @Test func spanishHasALetterMore() {
    #expect(sorted(["nube", "ñu", "oso", "nzé"], "es-MX") == ["nube", "nzé", "ñu", "oso"])
    #expect(sorted(["ñu", "nube", "nzé"], "fr") == ["ñu", "nube", "nzé"])
  }

  /// Alef is one letter whatever it bears, the article does not count, nor do vowels and what draws
  /// letters out.
  @Test func arabicWordsAreLookedUpWithoutTheirArticle() {
    let words = ["آلة", "أرشيف", "الاحتجاج", "إيران", "بلدية", "البنك", "المدافع", "مُراقبة", "نيس"]
    #expect(sorted(words.reversed(), "ar") == ["الاحتجاج", "أرشيف", "آلة", "إيران"] + words[4...])
    #expect(group("آلة", "ar") == group("الاحتجاج", "ar"))
    #expect(group("المدافع", "ar") == group("مـراقبة", "ar"))
    #expect(sorted(["المادة 10", "المادة ٩"], "ar") == ["المادة ٩", "المادة 10"])
    // What would be no word without it keeps it.
    #expect(group("ال", "ar") == group("أب", "ar"))
  }

  @Test func persianLettersStandWhereTheyAreLearnt() {
    let words = ["آب", "ابر", "پل", "تیر", "چاه", "دوربین", "ژاله", "کلاه", "گربه", "لاله", "یاد"]
    #expect(sorted(words.reversed(), "fa") == words)
  }

  @Test func hebrewFinalsAreTheSameLetters() {
    #expect(sorted(["מלכה", "מלך", "מלא"], "he") == ["מלא", "מלך", "מלכה"])
  }

  private func group(_ text: String, _ language: String) -> UInt32 {
    Collation(BookLanguage(tag: language)!.sorting).key(of: text).group
  }

  @Test func wordsOfOneLetterAreAGroup() {
    let collation = Collation(BookLanguage.french.sorting)
    func group(_ text: String) -> UInt32 { collation.key(of: text).group }
    #expect(group("Été") == group("eau"))
    #expect(group("œil") == group("oie"))
    #expect(group("12") == group("—"))
    #expect(group("a") != group("b"))
  }
}
