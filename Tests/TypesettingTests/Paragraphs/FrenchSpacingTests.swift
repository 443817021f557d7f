import Geometry
import Testing
import Typesetting

/// What stands beside which sign, whatever was typed: ␣ is a plain space, ⍽ a no-break one
/// (U+00A0), ⋅ a thin one (U+202F).
@Suite("French spaces") struct FrenchSpacingTests {
  /// In Markdown, as typed, and as set.
  static let table: [(typed: String, set: String)] = [
    // The four high signs and the guillemets.
    ("Oui !", "Oui⋅!"),
    ("Oui!", "Oui⋅!"),
    ("Oui  !", "Oui⋅!"),
    ("Pourquoi ? Parce que ; voilà !", "Pourquoi⋅?␣Parce␣que⋅;␣voilà⋅!"),
    ("Il dit : oui", "Il␣dit⍽:␣oui"),
    ("Il dit: oui", "Il␣dit⍽:␣oui"),
    ("Ensuite :", "Ensuite⍽:"),
    ("« Oui »", "«⍽Oui⍽»"),
    ("«Oui»", "«⍽Oui⍽»"),
    ("Il dit « oui ».", "Il␣dit␣«⍽oui⍽»."),
    ("Il dit «oui», puis", "Il␣dit␣«⍽oui⍽»,␣puis"),
    ("« Il dit “non” ! »", "«⍽Il␣dit␣“non”⋅!⍽»"),
    ("« Il dit : « non » »", "«⍽Il␣dit⍽:␣“non”⍽»"),
    ("« Quoi ? »", "«⍽Quoi⋅?⍽»"),
    ("‹ oui ›", "‹⍽oui⍽›"),
    ("(« oui »)", "(«⍽oui⍽»)"),
    ("l'« ami »", "l’«⍽ami⍽»"),
    // Signs beside signs.
    ("Quoi ?!", "Quoi⋅?!"),
    ("Quoi ? !", "Quoi⋅?!"),
    ("Quoi…?", "Quoi…?"),
    ("Quoi… ?", "Quoi…?"),
    ("(?)", "(?)"),
    ("(!)", "(!)"),
    ("Oui !!!", "Oui⋅!!!"),
    ("« ! »", "«⍽!⍽»"),
    // At a paragraph's start.
    ("! seul", "!␣seul"),
    (": seul", ":␣seul"),
    ("» fermé", "»␣fermé"),
    // Not punctuation.
    ("à 12:30", "à␣12:30"),
    ("http://a.b/?c=d;e", "http://a.b/?c=d;e"),
    ("<http://a.b/?c=d;e>", "a.b/?c=d;e"),
    ("écris à a@b.fr ; merci", "écris␣à␣a@b.fr⋅;␣merci"),
    ("`a ? b : c;`", "a␣?␣b␣:␣c;"),
    ("`x` ?", "x⋅?"),
    // After bold, italics and links.
    ("**mot** !", "mot⋅!"),
    ("**mot !**", "mot⋅!"),
    ("**mot**!", "mot⋅!"),
    ("*« mot »* ;", "«⍽mot⍽»⋅;"),
    ("« **mot** »", "«⍽mot⍽»"),
    // Numbers and units.
    ("15 248", "15⋅248"),
    ("1 234 567 personnes", "1⋅234⋅567␣personnes"),
    ("15248", "15248"),
    ("en 2024 300 personnes", "en␣2024␣300␣personnes"),
    ("01 53 73 22 22", "01⍽53⍽73⍽22⍽22"),
    ("50 %", "50⋅%"),
    ("50%", "50⋅%"),
    ("300 €", "300⋅€"),
    ("20 °C", "20⋅°C"),
    ("20°", "20°"),
    ("3 km", "3⍽km"),
    ("3 mois", "3␣mois"),
    ("l'article 3 du code", "l’article␣3␣du␣code"),
    ("24 janv. 2025", "24␣janv.⍽2025"),
    ("Déc. 2021", "Déc.⍽2021"),
    ("en déc. Puis", "en␣déc.␣Puis"),
    ("n° 3", "n°⍽3"),
    ("art. L253-5", "art.⍽L253-5"),
    ("M. Dupont", "M.⍽Dupont"),
    ("Mme Dupont", "Mme⍽Dupont"),
    ("p. 12", "p.⍽12"),
    ("de l'art. 3", "de␣l’art.⍽3"),
    // Dashes and apostrophes.
    ("un — deux — trois", "un␣—⍽deux⍽—␣trois"),
    ("un – deux – trois", "un␣–⍽deux⍽–␣trois"),
    ("— Bonjour", "—⍽Bonjour"),
    ("un — deux.", "un␣—⍽deux."),
    ("2024–2025", "2024–2025"),
    ("l'eau", "l’eau"),
    ("l’eau", "l’eau"),
    ("aujourd'hui", "aujourd’hui"),
    ("'mot'", "‘mot’"),
    // Escapes and inclusive words.
    ("habitant·es", "habitant·es"),
    ("et/ou", "et/ou"),
  ]

  @Test(arguments: table)
  func isSet(_ typed: String, _ set: String) {
    #expect(visibleLine(typed, .french) == set)
  }

  /// The same page whether people type plain spaces, no-break ones, thin ones or none: at ~.
  @Test(arguments: ["Oui~!", "Oui~?", "a~; b", "dit~: «~oui~»~!", "«~**oui**~»", "50~%", "3~€"])
  func typedSpacesOfAnyKindGiveTheSame(_ typed: String) {
    let spaces = [" ", "\u{A0}", "\u{202F}", "\u{2009}", "  ", " \u{A0}", ""]
    let lines = spaces.map { space in
      visibleLine(typed.split(separator: "~").joined(separator: space), .french)
    }
    #expect(Set(lines).count == 1, "\(lines)")
  }

  @Test(arguments: [" ", "\u{A0}", "\u{202F}", "\u{2009}"])
  func numbersHoldTogetherWhateverWasTyped(_ space: String) {
    #expect(visibleLine("15\(space)248", .french) == "15⋅248")
  }

  @Test(arguments: [
    ("Yes !", "Yes␣!"), ("Yes!", "Yes!"), ("a: b; c?", "a:␣b;␣c?"), ("50 %", "50␣%"),
    ("“yes”", "“yes”"), ("15 248", "15␣248"),
    ("one — two — three", "one⍽—␣two⍽—␣three"), ("it's", "it’s"), ("« oui »", "«␣oui␣»"),
  ])
  func englishHasNoneOfThis(_ typed: String, _ set: String) {
    #expect(visibleLine(typed, .english) == set)
  }

  /// Half an em's letter has a thin space of half its width.
  @Test func theThinSpaceIsHalfAWordSpaceAndFixed() {
    let proof = Proof(
      "# T\n\nune deux trois quatre cinq six sept huit ! neuf dix onze", language: .french)
    let runs = proof.body[0].marks.compactMap { mark -> GlyphRun? in
      if case .run(let run, _, _) = mark { run } else { nil }
    }
    var widths: Set<Length> = []
    for run in runs where run.size == .points(10) {
      for glyph in run.glyphs where glyph.id == 0x202F { widths.insert(glyph.advance) }
    }
    #expect(widths == [.points(2.5)])
  }
}
