package import Diagnostics
internal import Markdown

/// What `{{ name }}` stands for in one edition: contacts, addresses, telephone numbers.
package struct Values: Hashable, Sendable {
  /// By dotted name, such as `contact.email`. Plain text, printed as it is.
  package var text: [String: String]

  /// Where each is written; what the program itself says is written nowhere.
  package var places: [String: SheetPlace]

  package init(_ text: [String: String] = [:], at places: [String: SheetPlace] = [:]) {
    self.text = text
    self.places = places
  }

  /// These, with those that an edition or a language has of its own in their place. One that would hide a
  /// whole group of values, or stand beneath a single one, is reported.
  package func replaced(by own: Values, reporting diagnostics: inout [Diagnostic]) -> Values {
    for (name, place) in own.places.sorted(by: { $0.key < $1.key }) where text[name] == nil {
      let group = text.keys.filter { $0.hasPrefix(name + ".") }.sorted()
      if !group.isEmpty { diagnostics.append(.valueIsGroup(name, of: group, at: place)) }
      if let single = name.groups.first(where: { text[$0] != nil }) {
        diagnostics.append(.valueIsSingle(single, over: name, at: place))
      }
    }
    return Values(
      text.merging(own.text) { _, own in own }, at: places.merging(own.places) { _, own in own })
  }

  /// Values are plain words: one that calls another would print its name.
  package func checkCalls(reporting diagnostics: inout [Diagnostic]) {
    for (name, place) in places.sorted(by: { $0.key < $1.key }) {
      guard let call = text[name]?.valueCalls.first else { continue }
      diagnostics.append(.valueInValue(call, at: place))
    }
  }

  /// Reports those of these values that nothing calls.
  ///
  /// - Parameter calls: the names that the book's chapters and the words around them call.
  package func checkUse(by calls: Set<String>, reporting diagnostics: inout [Diagnostic]) {
    for (name, place) in places.sorted(by: { $0.key < $1.key }) where !calls.contains(name) {
      // One that is no value of the book, but a group or within one, is found fault with as such.
      if name.groups.contains(where: calls.contains) { continue }
      if calls.contains(where: { $0.hasPrefix(name + ".") }) { continue }
      diagnostics.append(.valueUncalled(name, at: place, known: calls.sorted()))
    }
  }

  /// A text with its values filled in; names that nothing is known of stay as they are.
  package func filled(in words: String) -> String {
    words.contains("{{") ? filling(in: words) { text[$0] } : words
  }
}

extension String {
  /// The names in its `{{ name }}`, in their order.
  package var valueCalls: [String] {
    var names: [String] = []
    if contains("{{") {
      _ = filling(in: self) { name in
        names.append(name)
        return nil
      }
    }
    return names
  }

  /// `a` and `a.b` for `a.b.c`.
  fileprivate var groups: [String] {
    indices.filter { self[$0] == "." }.map { String(self[..<$0]) }
  }
}

extension Manuscript {
  /// The names of the values that its text and the destinations of its links call.
  package var valueCalls: Set<String> {
    var names: Set<String> = []
    for chapter in chapters {
      chapter.visit(inline: { inline in
        switch inline {
        case .value(let call): names.insert(call.name)
        case .link(let link): names.formUnion(link.destination.valueCalls)
        default: break
        }
      })
    }
    return names
  }
}

/// A link's destination is not parsed as text: `mailto:{{contact.email}}` is filled in here.
func filling(in destination: String, with value: (String) -> String?) -> String {
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
  fileprivate static func valueIsGroup(
    _ name: String, of group: [String], at place: SheetPlace
  ) -> Diagnostic {
    let list = group.joined(separator: ", ")
    return Diagnostic(
      .error, "value-is-group", file: place.file, range: place.range,
      Wording(
        en: "“\(name)” is not one value in the book, but a group: \(list)",
        fr: "« \(name) » n’est pas une valeur du livre, mais un groupe : \(list)"),
      hints: [
        Wording(
          en: "write the values of the group below it, one to a line, indented",
          fr: "écrivez dessous les valeurs du groupe, une par ligne, en retrait")
      ])
  }

  fileprivate static func valueIsSingle(
    _ single: String, over name: String, at place: SheetPlace
  ) -> Diagnostic {
    Diagnostic(
      .error, "value-is-single", file: place.file, range: place.range,
      Wording(
        en: "“\(single)” is one value in the book, and “\(name)” would stand within it",
        fr: "« \(single) » est une seule valeur du livre, et « \(name) » serait dedans"),
      hints: [
        Wording(
          en: "write its text behind \(single.split(separator: ".").last ?? ""):",
          fr: "écrivez son texte après \(single.split(separator: ".").last ?? "") :")
      ])
  }

  fileprivate static func valueInValue(_ call: String, at place: SheetPlace) -> Diagnostic {
    Diagnostic(
      .error, "value-in-value", file: place.file, range: place.range,
      Wording(
        en: "a value cannot call another one, and “\(call)” is called here",
        fr: "une valeur ne peut pas en appeler une autre, et « \(call) » est appelée ici"),
      hints: [
        Wording(
          en: "write the words themselves here, or call both values where they are printed",
          fr: "écrivez ici les mots mêmes, ou appelez les deux valeurs là où elles s’impriment")
      ])
  }

  fileprivate static func valueUncalled(
    _ name: String, at place: SheetPlace, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .warning, "value-uncalled", file: place.file, range: place.range,
      Wording(
        en: "nothing in the book calls the value “\(name)”",
        fr: "rien dans le livre n’appelle la valeur « \(name) »"),
      hints: [
        NearestWord(to: name, among: known).hint
          ?? Wording(
            en: "call it where it is to be printed, {{ \(name) }}, or take it away",
            fr: "appelez-la là où elle doit s’imprimer, {{ \(name) }}, ou retirez-la")
      ])
  }
}
