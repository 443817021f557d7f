import Localization
import Testing

@Suite struct WordDiffTests {
  @Test(arguments: [
    (
      "Le 5 février, le refus est né.", "Le 6 février, le refus tacite est né.",
      "Le [-5-]{+6+} février, le refus {+tacite +}est né."
    ),
    // A comma that comes behind a word leaves the word the same.
    ("fixe, dôme", "fixe, dôme, sonnette", "fixe, dôme{+, sonnette+}"),
    ("dans l’année.", "dans l’année !", "dans l’année[-.-]{+ !+}"),
    ("(dix) rues", "(douze) rues", "([-dix-]{+douze+}) rues"),
    // Words that follow each other are replaced together.
    ("du vieux plan noir", "du petit chat noir", "du [-vieux plan-]{+petit chat+} noir"),
    // Signs of Markdown are not taken apart.
    (
      "mois[^a]. Voir [](#x)", "mois[^b]. Voir [](#y)",
      "mois[-[^a]-]{+[^b]+}. Voir [-[](#x)-]{+[](#y)+}"
    ),
    ("à 12.5 %", "à 12.7 %", "à [-12.5-]{+12.7+} %"),
    ("合法的な手段", "合法な手段", "合法[-的-]な手段"),
    ("", "neuf", "{+neuf+}"),
  ])
  func wordsThatChangedStandOut(old: String, new: String, drawn: String) {
    let diff = WordDiff(from: old, to: new)
    #expect(self.drawn(diff) == drawn)
    func joined(without change: WordDiff.Change) -> String {
      diff.parts.filter { $0.change != change }.map(\.text).joined()
    }
    #expect(joined(without: .added) == old)
    #expect(joined(without: .removed) == new)
  }

  private func drawn(_ diff: WordDiff) -> String {
    diff.parts.map { part in
      switch part.change {
      case .same: part.text
      case .removed: "[-\(part.text)-]"
      case .added: "{+\(part.text)+}"
      }
    }.joined()
  }
}
