import Localization
import Testing

/// These vectors are a contract: memories that were written with them must stay readable.
@Suite struct NormalFormTests {
  @Test(arguments: [
    ("", "", "cbf29ce484222325"),
    ("a", "a", "af63dc4c8601ec8c"),
    ("foobar", "foobar", "85944171f73967e8"),
    ("Levez  les\nyeux", "Levez les yeux", "b7d03409eea8a0f6"),
  ])
  func vectorsStayAsTheyAre(text: String, form: String, hash: String) {
    #expect(NormalForm(of: text).text == form)
    #expect(NormalForm(of: text).hash == hash)
  }

  @Test(arguments: [
    ("l’école", "l'école"), ("l'école", "l'e\u{301}cole"),
    ("« Bonjour »", "«\u{A0}Bonjour\u{202F}»"), ("« Bonjour »", "“Bonjour”"),
    ("Quoi ?", "Quoi\u{202F}?"), ("Quoi ?", "Quoi?"), ("a\nb", "a b"), (" a ", "a"),
    ("attendez…", "attendez..."), ("mot – mot", "mot — mot"), ("con\u{AD}seil", "conseil"),
    ("prix : 5 €", "prix\u{A0}: 5\u{202F}€"), ("أ", "\u{627}\u{654}"),
  ])
  func typographyChangesNothing(a: String, b: String) {
    #expect(NormalForm(of: a) == NormalForm(of: b))
    #expect(NormalForm(of: a).hash == NormalForm(of: b).hash)
  }

  @Test(arguments: [
    ("deux mois", "trois mois"), ("art. L. 251-1", "art. L. 251-2"), ("Mairie", "mairie"),
    ("{{ cnil.site }}", "{{ cada.site }}"), ("*mot*", "mot"), ("ou", "où"), ("a b", "ab"),
    ("(2 mois)", "2 mois"), ("mot", "mot."),
  ])
  func wordsChangeIt(a: String, b: String) {
    #expect(NormalForm(of: a) != NormalForm(of: b))
    #expect(NormalForm(of: a).hash != NormalForm(of: b).hash)
  }
}
