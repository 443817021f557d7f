internal import Diagnostics
internal import Markdown

extension Chapter {
  /// Every link leads somewhere: to an id that exists, or out of the book by a way that is safe.
  func checkLinks(against anchors: Anchors, reporting diagnostics: inout [Diagnostic]) {
    var found: [Diagnostic] = []
    visit(inline: { inline in
      guard case .link(let link) = inline else { return }
      if link.destination.isEmpty || LinkScheme.hasNoAddress(link.destination) {
        found.append(.linkEmpty(file: file, range: link.range))
      } else if link.destination.hasPrefix("#") {
        let id = String(link.destination.dropFirst())
        guard !anchors.contains(id) else { return }
        found.append(.linkToNothing(id, file: file, range: link.range, known: anchors.ids))
      } else if LinkScheme(of: link.destination) == nil {
        found.append(.linkToFile(link.destination, file: file, range: link.range))
      } else if let scheme = LinkScheme(of: link.destination), !scheme.isAllowed {
        found.append(.linkScheme(scheme, file: file, range: link.range))
      }
    })
    diagnostics += found
  }
}

/// What a link's destination begins with, as the program that opens it would read it.
struct LinkScheme {
  /// In small letters; empty for `//host`, which takes the scheme of the page it stands on.
  let name: String

  private static let allowed: Set<String> = ["http", "https", "mailto", "tel"]

  var isAllowed: Bool { Self.allowed.contains(name) }

  /// `https://` and nothing behind it.
  static func hasNoAddress(_ destination: String) -> Bool {
    ["http:", "https:", "http://", "https://", "mailto:", "tel:"]
      .contains(destination.lowercased())
  }

  /// Nil for a path relative to the book.
  init?(of destination: String) {
    // Browsers drop tabs and line ends wherever they stand and other control characters at the
    // ends; what nobody sees must not hide a scheme from us.
    let seen = destination.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
    if seen.starts(with: "//".unicodeScalars) || seen.starts(with: "\\\\".unicodeScalars) {
      name = ""
      return
    }
    guard let end = seen.firstIndex(where: { ":/?#".unicodeScalars.contains($0) }),
      seen[end] == ":"
    else { return nil }
    name = String(String.UnicodeScalarView(seen[..<end])).lowercased()
  }
}

extension Diagnostic {
  fileprivate static func linkEmpty(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "link-empty", file: file, range: range,
      Wording(en: "this link leads nowhere", fr: "ce lien ne mène nulle part"),
      hints: [
        Wording(
          en: "write an address between the round brackets",
          fr: "écrivez une adresse entre les parenthèses")
      ])
  }

  fileprivate static func linkToNothing(
    _ id: String, file: String, range: SourceRange, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, "link-to-nothing", file: file, range: range,
      Wording(
        en: "no place in the book has the id “\(id)”",
        fr: "aucun endroit du livre n’a l’identifiant « \(id) »"),
      hints: [
        NearestWord(to: id, among: known).hint
          ?? Wording(
            en: "write {#\(id)} after the heading it should lead to",
            fr: "écrivez {#\(id)} après le titre auquel il doit mener")
      ])
  }

  fileprivate static func linkToFile(
    _ destination: String, file: String, range: SourceRange
  ) -> Diagnostic {
    let id = destination.split(separator: "#").dropFirst().first.map(String.init) ?? "…"
    return Diagnostic(
      .error, "link-to-file", file: file, range: range,
      Wording(
        en: "a printed book cannot open the file “\(destination)”",
        fr: "un livre imprimé ne peut pas ouvrir le fichier « \(destination) »"),
      hints: [
        Wording(
          en: "to lead to a place in the book, give its heading an id and write (#\(id))",
          fr:
            "pour mener à un endroit du livre, donnez un identifiant à son titre et écrivez (#\(id))"
        )
      ])
  }

  fileprivate static func linkScheme(
    _ scheme: LinkScheme, file: String, range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "link-scheme", file: file, range: range,
      scheme.name.isEmpty
        ? Wording(
          en: "this link does not say how it is to be opened",
          fr: "ce lien ne dit pas comment l’ouvrir")
        : Wording(
          en: "links that begin with “\(scheme.name):” are not safe for readers",
          fr: "un lien qui commence par « \(scheme.name): » n’est pas sûr pour qui lit"),
      hints: [
        Wording(
          en: "begin it with https:, http:, mailto: or tel:",
          fr: "commencez-le par https:, http:, mailto: ou tel:")
      ])
  }
}
