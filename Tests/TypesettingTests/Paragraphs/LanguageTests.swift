import Geometry
import Testing

@testable import Typesetting

/// What people type, and what each language prints; spaces as in `visibleLine`.
@Suite("Languages") struct LanguageTests {
  private static func set(
    _ tag: String, _ rows: [(String, String)]
  ) -> [(tag: String, typed: String, set: String)] {
    rows.map { (tag, $0, $1) }
  }

  static let quotes =
    set(
      "fr",
      [
        (#"Il dit "oui"."#, "Il␣dit␣«⍽oui⍽»."),
        (#""Oui", dit-il"#, "«⍽Oui⍽»,␣dit-il"),
        (#""Il a dit "non" hier""#, "«⍽Il␣a␣dit␣“non”␣hier⍽»"),
        (#"« Il a dit "non" hier »"#, "«⍽Il␣a␣dit␣“non”␣hier⍽»"),
        ("« Il a dit « non » hier »", "«⍽Il␣a␣dit␣“non”␣hier⍽»"),
        ("« Il a dit « que « non » oui » hier »", "«⍽Il␣a␣dit␣“que␣‘non’␣oui”␣hier⍽»"),
        // A quotation that goes on in the next paragraph opens here and does not close.
        ("« Un « deux » trois", "«⍽Un␣«⍽deux⍽»␣trois"),
        ("« Un » et « deux »", "«⍽Un⍽»␣et␣«⍽deux⍽»"),
        ("Un “mot” ici", "Un␣“mot”␣ici"),
        ("Un “ mot ” ici", "Un␣“mot”␣ici"),
        (#"l'"ami""#, "l’«⍽ami⍽»"),
        (#"("ami")"#, "(«⍽ami⍽»)"),
        (#""*mot*" et **"mot"**"#, "«⍽mot⍽»␣et␣«⍽mot⍽»"),
        (#""`mot`""#, "«⍽mot⍽»"),
        (#"un écran de 24" et plus"#, #"un␣écran␣de␣24"␣et␣plus"#),
        ("les années '90", "les␣années␣’90"),
        ("un 'mot' et l'autre", "un␣‘mot’␣et␣l’autre"),
        ("`l'eau \"x\"`", "l'eau␣\"x\""),
      ])
    + set(
      "fr-CH",
      [
        (#"Il dit "oui"."#, "Il␣dit␣«⋅oui⋅»."),
        (#""Il a dit "non" hier""#, "«⋅Il␣a␣dit␣‹⋅non⋅›␣hier⋅»"),
        ("Il dit : oui ; non ! Si ?", "Il␣dit⋅:␣oui⋅;␣non⋅!␣Si⋅?"),
        ("50 %", "50⋅%"),
      ])
    + set(
      "fr-CA",
      [
        (#"Il dit "oui"."#, "Il␣dit␣«⍽oui⍽»."),
        ("Il dit : oui ; non ! Si ?", "Il␣dit⍽:␣oui;␣non!␣Si?"),
        ("Il dit: oui; non! Si?", "Il␣dit⍽:␣oui;␣non!␣Si?"),
        ("15 248", "15⋅248"),
      ])
    + set(
      "en",
      [
        (#"She said "yes"."#, "She␣said␣“yes”."),
        (#""She said "yes" twice""#, "“She␣said␣‘yes’␣twice”"),
        ("It's the dogs' bone", "It’s␣the␣dogs’␣bone"),
        ("the '90s and rock'n'roll", "the␣’90s␣and␣rock’n’roll"),
        ("a 'word' here", "a␣‘word’␣here"),
        (#"He's 6' 2" tall"#, #"He’s␣6'␣2"␣tall"#),
      ])
    + set(
      "en-GB",
      [
        (#"'She said "yes" twice'"#, "‘She␣said␣“yes”␣twice’"),
        (#"She said "yes"."#, "She␣said␣“yes”."),
      ])
    + set(
      "es",
      [
        (#"Dijo "sí"."#, "Dijo␣«sí»."),
        ("Dijo « sí ».", "Dijo␣«sí»."),
        (#""Dijo "sí" ayer""#, "«Dijo␣“sí”␣ayer»"),
        ("« Dijo « sí » ayer »", "«Dijo␣“sí”␣ayer»"),
        ("¿ Qué ? ¡ Oh !", "¿Qué␣?␣¡Oh␣!"),
        (#"¿"Qué"?"#, "¿«Qué»?"),
      ])
    + set("es-MX", [(#"Dijo "sí"."#, "Dijo␣“sí”.")])
    + set(
      "de",
      [
        (#"Sie sagte "ja"."#, "Sie␣sagte␣„ja“."),
        (#""Sie sagte "ja" gestern""#, "„Sie␣sagte␣‚ja‘␣gestern“"),
        ("Sie sagte „ja“ und „nein“.", "Sie␣sagte␣„ja“␣und␣„nein“."),
        ("Sie sagte 'ja'.", "Sie␣sagte␣‚ja‘."),
        ("Wie geht's?", "Wie␣geht’s?"),
      ])
    + set(
      "de-CH",
      [
        (#"Sie sagte "ja"."#, "Sie␣sagte␣«ja»."),
        (#""Sie sagte "ja" gestern""#, "«Sie␣sagte␣‹ja›␣gestern»"),
      ])
    + set(
      "it",
      [
        (#"Disse "sì"."#, "Disse␣«sì»."),
        (#""Disse "sì" ieri""#, "«Disse␣“sì”␣ieri»"),
        ("l'acqua e un po' d'aria", "l’acqua␣e␣un␣po’␣d’aria"),
        ("il 50 % e 300 €", "il␣50%␣e␣300⋅€"),
      ])
    + set(
      "pt",
      [(#"Disse "sim"."#, "Disse␣«sim»."), (#""Disse "sim" ontem""#, "«Disse␣“sim”␣ontem»")])
    + set("pt-BR", [(#"Disse "sim"."#, "Disse␣“sim”.")])
    + set(
      "zh",
      [
        ("直'内'引号", "直‘内’引号"), ("他说\"好\"吗", "他说“好”吗"),
        (#"他说：“好。”"甲"。"#, "他说：“好。”“甲”。"), (#"说OK"好"吧"#, "说OK“好”吧"),
        ("他说'OK'吗", "他说‘OK’吗"),
      ])
    + set("ja", [("彼は'はい'と", "彼は『はい』と")])
    + set(
      "he",
      [(#"„שלום” ואז "הוא אמר: 'כן' היום"."#, "„שלום”␣ואז␣“הוא␣אמר:␣‘כן’␣היום”.")])
    + set(
      "ca",
      [(#"Va dir "sí"."#, "Va␣dir␣«sí»."), ("l'aigua", "l’aigua"), ("col·lega", "col·lega")])

  static let signs =
    set(
      "fr",
      [
        ("Attendez...", "Attendez…"), ("Attendez... Oui", "Attendez…␣Oui"),
        ("Quoi...?", "Quoi…?"), ("1....", "1...."), ("`...`", "..."), ("[...] fin", "[…]␣fin"),
        ("un -- deux -- trois", "un␣—⍽deux⍽—␣trois"), ("2024--2025", "2024–2025"),
        ("l'option `--draft`", "l’option␣--draft"), ("l'option --draft", "l’option␣--draft"),
        ("un --- deux", "un␣—⍽deux"), ("un - deux", "un␣-␣deux"),
      ])
    + set(
      "en",
      [
        ("one -- two -- three", "one⍽–␣two⍽–␣three"), ("one---two", "one—two"),
        ("pp. 12--15", "pp.⍽12–15"), ("Wait...", "Wait…"),
      ])
    + set(
      "en-US",
      [
        ("one -- two -- three", "one—two—three"), ("one--two", "one—two"),
        ("one—two", "one—two"),
      ])
    + set(
      "es",
      [
        ("palabra -- inciso -- palabra", "palabra␣—inciso—␣palabra"),
        ("palabra —inciso— palabra", "palabra␣—inciso—␣palabra"),
      ])
    + set("ca", [("paraula -- incís -- paraula", "paraula␣—incís—␣paraula")])
    + set("de", [("Wort -- Einschub -- Wort", "Wort⍽–␣Einschub⍽–␣Wort")])
    + set("it", [("parola -- inciso -- parola", "parola⍽–␣inciso⍽–␣parola")])
    + set("pt", [("palavra -- aparte -- palavra", "palavra␣—⍽aparte⍽—␣palavra")])

  static let held =
    set("en", [("see p. 12", "see␣p.⍽12"), ("I said no. 3 left", "I␣said␣no.⍽3␣left")])
    + set("en", [("Mr Smith and Dr. Jones", "Mr⍽Smith␣and␣Dr.⍽Jones"), ("3 km", "3⍽km")])
    + set("es", [("la pág. 12 y el Sr. Díaz", "la␣pág.⍽12␣y␣el␣Sr.⍽Díaz"), ("1 234", "1⋅234")])
    + set("de", [("z. B. S. 12, Nr. 3", "z.⍽B.␣S.⍽12,␣Nr.⍽3"), ("50 %", "50⋅%")])
    + set("it", [("art. 3, pag. 12", "art.⍽3,␣pag.⍽12")])
    + set("pt", [("a pág. 12, o Sr. Dias", "a␣pág.⍽12,␣o␣Sr.⍽Dias")])
    + set("ca", [("pàg. 12, núm. 3", "pàg.⍽12,␣núm.⍽3")])
    + set("fr", [("vol. 3, Me voici, Mlle Dupont", "vol.⍽3,␣Me␣voici,␣Mlle⍽Dupont")])

  /// Written bare in running text, they are left alone.
  static let addresses = set(
    "fr",
    [
      ("voir exemple.org/page?x=1 ici", "voir␣exemple.org/page?x=1␣ici"),
      ("voir exemple.org/page?x=1;y=2!", "voir␣exemple.org/page?x=1;y=2⋅!"),
      ("à nom@exemple.org !", "à␣nom@exemple.org⋅!"),
      ("à l'nom@exemple.org", "à␣l’nom@exemple.org"),
      ("(www.exemple.org)", "(www.exemple.org)"),
      ("exemple.org/a--b...c", "exemple.org/a--b...c"),
      ("exemple.org/it's", "exemple.org/it's"),
      ("ftp://exemple.org:21/a", "ftp://exemple.org:21/a"),
      ("à 12:30, à 3:1", "à␣12:30,␣à␣3:1"),
      ("https://exemple.org", "https://exemple.org"),
      ("et/ou, l'un/l'autre", "et/ou,␣l’un/l’autre"),
      ("Fin.Le reste d'ici", "Fin.Le␣reste␣d’ici"),
    ])

  @Test(arguments: quotes + signs + held + addresses)
  func isSet(_ tag: String, _ typed: String, _ set: String) throws {
    let language = try #require(BookLanguage(tag: tag))
    #expect(visibleLine(typed, language) == set)
  }

  /// Before the page stands the language's own comma.
  @Test func aReferenceHasItsLanguagesComma() {
    let reference = "[](#chapter-1)"
    #expect(visibleLine(reference, .french) == "«⍽T⍽»,␣page⍽4")
    #expect(visibleLine(reference, .chinese) == "“T”，第4页")
    #expect(visibleLine(reference, .japanese) == "「T」、4ページ")
    #expect(visibleLine("::: note 题\n字\n:::", .chinese).hasPrefix("须知：题"))
    #expect(visibleLine(reference, .persian).contains("»،␣"))
  }

  /// A stretch in another language follows that one's rules.
  @Test func aSpanHasItsOwnLanguage() {
    let english = #"Il dit : [She said: "Really?"]{lang=en} et « oui » ?"#
    #expect(
      visibleLine(english, .french)
        == "Il␣dit⍽:␣She␣said:␣“Really?”␣et␣«⍽oui⍽»⋅?")
    let french = #"They said [« Non ! »]{lang=fr-CH} twice!"#
    #expect(visibleLine(french, .english) == "They␣said␣«⋅Non⋅!⋅»␣twice!")
    #expect(visibleLine("[Ja!]{lang=nl} oui!", .french) == "Ja!␣oui⋅!")
  }

  // MARK: Data

  @Test func everyLanguageHasAllItsWords() {
    for language in BookLanguage.known {
      let labels = language.labels
      let words =
        [labels.contents, labels.chapter, labels.page, labels.asOf, labels.colophon]
        + ["note", "warning", "example", "letter", "steps", "qr"].map { labels.callouts[$0] ?? "" }
        + [
          language.apparatus.figure, language.apparatus.table, language.apparatus.notes,
          language.apparatus.see, language.apparatus.seeAlso,
        ]
      #expect(words.allSatisfy { !$0.isEmpty }, "\(language.tag)")
      #expect(language.dates.months.count == 12, "\(language.tag)")
      #expect(
        labels.openQuote.unicodeScalars.contains(language.quotation.levels[0].open)
          || language.tag == "en-GB")
    }
    #expect(Set(BookLanguage.known.map(\.tag)).count == BookLanguage.known.count)
  }

  @Test(arguments: [
    ("fr", "fr"), ("fr-FR", "fr"), ("fr-BE", "fr"), ("fr-CH", "fr-CH"), ("FR-ca", "fr-CA"),
    ("en", "en"), ("en-GB", "en-GB"), ("en-US", "en-US"), ("en-AU", "en"), ("es-ES", "es"),
    ("es-AR", "es-419"), ("de-AT", "de"), ("de-CH", "de-CH"), ("pt-BR", "pt-BR"), ("it-CH", "it"),
    ("ca-valencia", "ca"), ("fr-Latn-CH", "fr-CH"),
  ])
  func aRegionWithoutItsOwnHasThatOfItsLanguage(tag: String, of known: String) throws {
    var expected = try #require(BookLanguage.known.first { $0.tag == known })
    expected.tag = tag
    #expect(BookLanguage(tag: tag) == expected)
  }

  @Test(arguments: ["", "xx", "fr-", "../fr", "fr_FR", "abcdefghi"])
  func thereAreOthers(tag: String) {
    #expect(BookLanguage(tag: tag) == nil)
  }

  @Test(arguments: [
    ("fr", "1er novembre 2026"), ("en", "1 November 2026"), ("en-US", "November 1, 2026"),
    ("es", "1 de noviembre de 2026"), ("de", "1. November 2026"), ("it", "1º novembre 2026"),
    ("pt", "1 de novembro de 2026"), ("ca", "1 de novembre de 2026"),
  ])
  func datesAreWrittenAsPeopleDo(tag: String, date: String) {
    #expect(BookLanguage(tag: tag)?.dates.day(1, month: 11, year: 2026) == date)
  }
}

/// What no one writes but somebody may send.
@Suite("Marks without end") struct MarksWithoutEnd {
  @Test(
    arguments: [
      "« « a » ", "« ", "» ", "\"a ", "'a ", "a' ", "'a \"b ", "“a ", "„a “", "\"'\"'", "... ",
      "-- ",
      "— ", "1 ", "1 000 ", "a.b/c ", "@", "a@b.c ", "1er ", "XXe", "« 'a \"",
    ])
  func takeNoTime(_ piece: String) throws {
    let letters = String(repeating: piece, count: 60_000 / piece.unicodeScalars.count)
      .unicodeScalars.map { Letter(scalar: $0, segment: 0) }
    let look = Composition.Look(
      style: CharacterStyle(face: FaceName(family: "A"), size: .zero, language: "fr"))
    let context = CopyContext(looks: [look], language: .french)
    let clock = ContinuousClock()
    let time = clock.measure {
      let all = context.prepare(letters, holding: TypedContent(rawValue: 0xFF))
      _ = AddressFinder.addresses(in: all.map(\.scalar))
    }
    #expect(time < .seconds(5), "a square of the length would take minutes")
  }
}
