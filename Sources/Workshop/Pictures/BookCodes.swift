internal import Codes
internal import Diagnostics
internal import Markdown
internal import Typesetting

extension Manuscript {
  /// The codes that its boxes `qr` ask for, by the addresses in them.
  func codes(reporting diagnostics: inout [Diagnostic]) -> [String: QRMatrix] {
    var codes: [String: QRMatrix] = [:]
    for chapter in chapters {
      var found: [Diagnostic] = []
      chapter.visit(block: { block in
        guard case .callout(let callout) = block, callout.kind == "qr" else { return }
        guard let link = callout.codeLink else {
          found.append(.codeWithoutLink(file: chapter.file, range: callout.range))
          return
        }
        guard codes[link.destination] == nil else { return }
        guard let code = QRMatrix(address: link.destination), code.side <= mostSquares else {
          found.append(.codeTooDense(file: chapter.file, range: link.range))
          return
        }
        codes[link.destination] = code
      })
      diagnostics += found
    }
    return codes
  }
}

/// Of a side: 200 letters or so. With more, the squares are too many for a cheap telephone to tell
/// apart on a photocopy.
private let mostSquares = 61

extension Diagnostic {
  fileprivate static func codeWithoutLink(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "qr-without-link", file: file, range: range,
      Wording(
        en: "this box asks for a code to scan and has no link in it",
        fr: "cet encadré demande un code à flasher et ne contient pas de lien"),
      hints: [
        Wording(
          en: "write the address in it: <https://example.org>",
          fr: "écrivez-y l’adresse : <https://example.org>")
      ])
  }

  fileprivate static func codeTooDense(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "qr-too-dense", file: file, range: range,
      Wording(
        en: "this address is too long for a code that a photocopy leaves legible",
        fr: "cette adresse est trop longue pour un code lisible sur une photocopie"),
      hints: [
        Wording(
          en: "use a shorter address; up to 180 letters do",
          fr: "prenez une adresse plus courte ; jusqu’à 180 lettres, cela va")
      ])
  }
}
