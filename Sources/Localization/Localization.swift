// Picks a language and an edition of a manuscript: Manuscript + Values → Manuscript.

package import Diagnostics
package import Markdown

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

extension Diagnostic {
  package static func valueUndefined(
    _ name: String, file: String, range: SourceRange?, known: Values
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
