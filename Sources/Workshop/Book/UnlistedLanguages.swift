internal import Diagnostics

extension BookFolder {
  /// Chapters in a language that the book's sheet does not list, so that nothing is made of them.
  func checkLanguages(of sheet: BookSheet, reporting diagnostics: inout [Diagnostic]) {
    for name in (try? names(in: "content")) ?? []
    where name.isLanguageTag && sheet.languages[name] == nil {
      let files = (try? names(in: "content/\(name)")) ?? []
      guard files.contains(where: { $0.hasSuffix(".md") }) else { continue }
      diagnostics.append(
        Diagnostic(
          .warning, "language-unlisted", file: shown("content/\(name)"),
          Wording(
            en: "the book does not say that it is also in “\(name)”, so this is not made",
            fr:
              "le livre ne dit pas qu’il existe aussi en « \(name) », donc ceci n’est pas fabriqué"),
          hints: [.toList(name)]))
    }
  }
}

extension Wording {
  /// How a language comes into a book.
  static func toList(_ tag: String) -> Wording {
    Wording(
      en:
        "to have it in the book, write “\(tag): {title: …}” below languages: in content/livret.yml",
      fr:
        "pour l’avoir dans le livre, écrivez « \(tag): {title: …} » sous languages: dans content/livret.yml"
    )
  }
}

extension String {
  /// Whether it looks like one: `nl`, `pt-BR`.
  var isLanguageTag: Bool { wholeMatch(of: /[a-z]{2,3}(-[A-Za-z0-9]{2,8})*/) != nil }
}
