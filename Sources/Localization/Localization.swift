// Picks a language and an edition of a manuscript: Manuscript + Values → Manuscript.

package import Diagnostics
package import Markdown

/// What `{{ name }}` stands for in one edition: contacts, addresses, telephone numbers.
package struct Values: Hashable, Sendable {
  /// By dotted name, such as `contact.email`. Plain text, printed as it is.
  package var text: [String: String]

  package init(_ text: [String: String]) {
    self.text = text
  }

  /// A text with its values filled in; names that nothing is known of stay as they are.
  package func filled(in words: String) -> String {
    words.contains("{{") ? filling(in: words) { text[$0] } : words
  }
}

extension Manuscript {
  /// The manuscript with its values filled in, each where its name stood. A name that nothing is
  /// known of is reported and left in place.
  package func filled(
    with values: Values, reporting diagnostics: inout [Diagnostic]
  ) -> Manuscript {
    Manuscript(chapters: chapters.map { $0.filled(with: values, reporting: &diagnostics) })
  }
}

extension Chapter {
  fileprivate func filled(
    with values: Values, reporting diagnostics: inout [Diagnostic]
  ) -> Chapter {
    var unknown: [Diagnostic] = []
    func value(of name: String, at range: SourceRange) -> String? {
      if let text = values.text[name] { return text }
      unknown.append(.valueUndefined(name, file: file, range: range, known: values))
      return nil
    }
    let chapter = mapInlines { inline in
      switch inline {
      case .value(let call):
        guard let text = value(of: call.name, at: call.range) else { return [inline] }
        return [.text(Text(value: text, range: call.range, isVerbatim: false))]
      case .link(var link) where link.destination.utf8.contains(UInt8(ascii: "{")):
        link.destination = filling(in: link.destination) { value(of: $0, at: link.range) }
        return [.link(link)]
      default:
        return [inline]
      }
    }
    diagnostics += unknown
    return chapter
  }
}

/// A link's destination is not parsed as text: `mailto:{{contact.email}}` is filled in here.
private func filling(in destination: String, with value: (String) -> String?) -> String {
  var filled = ""
  var rest = destination.unicodeScalars[...]
  while let open = rest.firstIndex(of: "{") {
    filled.unicodeScalars += rest[..<open]
    rest = rest[open...]
    guard rest.starts(with: "{{".unicodeScalars), let close = rest.firstIndex(of: "}"),
      rest[close...].starts(with: "}}".unicodeScalars)
    else {
      filled.unicodeScalars.append(rest.removeFirst())
      continue
    }
    let name = String(String.UnicodeScalarView(rest[..<close].dropFirst(2).filter { $0 != " " }))
    let end = rest.index(close, offsetBy: 2)
    filled += value(name) ?? String(rest[..<end])
    rest = rest[end...]
  }
  filled.unicodeScalars += rest
  return filled
}

extension Diagnostic {
  fileprivate static func valueUndefined(
    _ name: String, file: String, range: SourceRange, known: Values
  ) -> Diagnostic {
    Diagnostic(
      .error, "value-undefined", file: file, range: range,
      Wording(
        en: "no value is called “\(name)”", fr: "aucune valeur ne s’appelle « \(name) »"),
      hints: [
        NearestWord(to: name, among: known.text.keys.sorted()).hint
          ?? Wording(
            en: "write it below values: in content/livret.yml",
            fr: "écrivez-la sous values: dans content/livret.yml")
      ])
  }
}
