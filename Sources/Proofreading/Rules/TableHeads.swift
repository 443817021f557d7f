internal import Diagnostics
internal import Markdown

extension Chapter {
  /// Tables whose head is empty: nobody hears what a column is about, and nothing is repeated when
  /// the table goes on over the page.
  var headlessTables: [Diagnostic] {
    var found: [Diagnostic] = []
    visit(block: { block in
      guard case .table(let table) = block, table.head.allSatisfy(\.content.isBlank) else { return }
      let end = table.head.last?.range.upperBound ?? table.range.upperBound
      found.append(.tableHeadless(file: file, range: table.range.lowerBound..<end))
    })
    return found
  }
}

extension Diagnostic {
  fileprivate static func tableHeadless(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "table-headless", file: file, range: range,
      Wording(en: "this table has no head", fr: "ce tableau n’a pas d’en-tête"),
      hints: [
        Wording(
          en: "write in its first row what each column holds",
          fr: "écrivez dans sa première ligne ce que contient chaque colonne")
      ])
  }
}
