internal import Diagnostics
internal import Localization

extension YAMLNode {
  /// Values within values, with their names joined by dots.
  func values(reporting diagnostics: inout [Diagnostic]) -> Values {
    var values = Values()
    func collect(_ node: YAMLNode, _ prefix: String) {
      for entry in node.mapping(reporting: &diagnostics)?.entries ?? [] {
        let name = prefix + entry.key
        if entry.value.isMapping {
          collect(entry.value, name + ".")
          continue
        }
        let place = SheetPlace(file: source.file, range: entry.keyRange)
        if let other = values.places[name] {
          diagnostics.append(.valueTwice(name, at: place, and: other))
        }
        values.text[name] = entry.value.text(reporting: &diagnostics) ?? ""
        values.places[name] = place
      }
    }
    collect(self, "")
    return values
  }
}

extension Diagnostic {
  /// `a.b: x` beside `b: y` below `a:`.
  fileprivate static func valueTwice(
    _ name: String, at place: SheetPlace, and other: SheetPlace
  ) -> Diagnostic {
    Diagnostic(
      .error, "key-twice", file: place.file, range: place.range,
      Wording(
        en: "the value “\(name)” is written twice", fr: "la valeur « \(name) » est écrite deux fois"
      ),
      notes: [Note(Wording(en: "here", fr: "ici"), file: other.file, range: other.range)],
      hints: [Wording(en: "keep one of them", fr: "n’en gardez qu’une")])
  }
}
