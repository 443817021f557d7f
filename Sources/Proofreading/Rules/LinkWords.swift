internal import Diagnostics
internal import Markdown

extension Chapter {
  /// `[](https://…)`: only links within the book are given words of their own.
  var wordlessLinks: [Diagnostic] {
    var found: [Diagnostic] = []
    visit(inline: { inline in
      guard case .link(let link) = inline, link.content.isBlank, !link.destination.isEmpty,
        !link.destination.hasPrefix("#")
      else { return }
      found.append(.linkWordless(link.destination, file: file, range: link.range))
    })
    return found
  }
}

extension Diagnostic {
  fileprivate static func linkWordless(
    _ address: String, file: String, range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "link-wordless", file: file, range: range,
      Wording(en: "this link has no words", fr: "ce lien n’a pas de mots"),
      hints: [
        Wording(
          en: "write some between the square brackets, or <\(address)> to print the address",
          fr: "écrivez-en entre les crochets, ou <\(address)> pour imprimer l’adresse")
      ])
  }
}
