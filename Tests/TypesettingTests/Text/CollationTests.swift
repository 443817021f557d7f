import Testing

@testable import Typesetting

/// Words in the order in which a reader looks for them.
@Suite("Order of words") struct CollationTests {
  private func sorted(_ words: [String], _ language: String = "fr") -> [String] {
    let collation = Collation(language: language)
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
    let collation = Collation(language: "fr")
    #expect(collation.key(of: "e\u{301}t").letters == collation.key(of: "ét").letters)
    #expect(collation.key(of: "e\u{301}ta") > collation.key(of: "ét"))
  }

  @Test func spanishHasALetterMore() {
    #expect(sorted(["nube", "ñu", "oso", "nzé"], "es-MX") == ["nube", "nzé", "ñu", "oso"])
    #expect(sorted(["ñu", "nube", "nzé"], "fr") == ["ñu", "nube", "nzé"])
  }

  @Test func wordsOfOneLetterAreAGroup() {
    let collation = Collation(language: "fr")
    func group(_ text: String) -> UInt32 { collation.key(of: text).group }
    #expect(group("Été") == group("eau"))
    #expect(group("œil") == group("oie"))
    #expect(group("12") == group("—"))
    #expect(group("a") != group("b"))
  }
}
