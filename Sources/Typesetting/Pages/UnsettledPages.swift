internal import Diagnostics

extension CrossReferences {
  /// Where the last round printed another page than the one on which a target then stood. Pages move
  /// with the numbers that name them, and a book may have no numbers that stay.
  func findings(after settled: CrossReferences, in division: Division, of galley: Galley)
    -> [Diagnostic]
  {
    var findings: [Diagnostic] = []
    for leaf in division.leaves {
      guard let content = leaf.content else { continue }
      let file = galley.sections[content.section].file
      for case .box(let box) in content.items {
        for case .anchor(let name, _) in box.material.marks {
          guard let printed = targets[name], let target = settled.targets[name],
            let folio = target.folio, printed.folio != folio
          else { continue }
          findings.append(
            .pageUnsettled(
              target.title.isEmpty ? name : target.title, printed: self.folio(of: name),
              folio: folio, file: file,
              range: box.material.range))
        }
      }
    }
    return findings
  }
}

extension Diagnostic {
  fileprivate static func pageUnsettled(
    _ title: String, printed: String, folio: String, file: String, range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      .warning, "page-unsettled", file: file, range: range,
      Wording(
        en: "references to “\(title)” print page \(printed), but it stands on page \(folio)",
        fr: "les renvois à « \(title) » impriment la page \(printed), or c’est la page \(folio)"),
      hints: [
        Wording(
          en: "the page moves whenever its number is printed: add or cut a line before it",
          fr: "la page bouge dès qu’on imprime son numéro : ajoutez ou coupez une ligne avant")
      ])
  }
}
