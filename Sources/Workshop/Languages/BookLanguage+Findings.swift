internal import Diagnostics

/// What is wrong in a language's file.
extension Diagnostic {
  static func monthsMiscounted(at node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .error, "locale-months", file: node.source.file, range: node.range,
      Wording(en: "a year has twelve months", fr: "une année a douze mois"),
      hints: [
        Wording(en: "write all of them, from January on", fr: "écrivez-les tous, depuis janvier")
      ])
  }

  static func datePatternUnfit(_ text: String, at node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .error, "locale-dates", file: node.source.file, range: node.range,
      Wording(
        en: "“\(text)” does not say where day, month and year stand",
        fr: "« \(text) » ne dit pas où sont le jour, le mois et l’année"),
      hints: [
        Wording(
          en: "write D for the day, M for the month and Y for the year, each once: D M Y",
          fr: "écrivez D pour le jour, M pour le mois et Y pour l’année, une fois chacun : D M Y")
      ])
  }

  static func signsUnparted(_ word: String, at node: YAMLNode) -> Diagnostic {
    let parted = word.unicodeScalars.map { String($0) }.joined(separator: " ")
    return Diagnostic(
      .error, "locale-spaces", file: node.source.file, range: node.range,
      Wording(
        en: "single signs with spaces between them are wanted here, not “\(word)”",
        fr: "il faut ici des signes seuls séparés par des espaces, pas « \(word) »"),
      hints: [Wording(en: "write \"\(parted)\"", fr: "écrivez \"\(parted)\"")])
  }

  static func marksUnpaired(at node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .error, "locale-quotes", file: node.source.file, range: node.range,
      Wording(
        en: "two marks with a space between them are wanted here",
        fr: "il faut ici deux signes séparés par une espace"),
      hints: [
        Wording(en: "for example \"« »\"", fr: "par exemple \"« »\"")
      ])
  }

  static func numeralsUnknown(_ text: String, at node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .error, "locale-lists", file: node.source.file, range: node.range,
      Wording(
        en: "lists cannot be counted with “\(text)”",
        fr: "on ne peut pas numéroter des listes avec « \(text) »"),
      hints: [
        Wording(
          en: "write decimal, letters or roman, or the signs in order: \"a b c\"",
          fr: "écrivez decimal, letters ou roman, ou les signes dans l’ordre : \"a b c\"")
      ])
  }
}
