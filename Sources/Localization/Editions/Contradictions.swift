internal import Diagnostics
internal import Markdown

extension [Edition.Change] {
  /// Without those that another one would undo or hide, each of which is reported.
  func consistent(
    in manuscript: Manuscript, reporting diagnostics: inout [Diagnostic]
  ) -> [Edition.Change] {
    let takers = filter(\.takesAway).map { change in
      (change: change, held: manuscript.targets(within: change.target))
    }
    var consistent: [Edition.Change] = []
    for change in self {
      let other = consistent.first { $0.target == change.target && !change.agrees(with: $0) }
      let outer = takers.first {
        $0.change.target != change.target && $0.held.contains(change.target)
      }
      if let other {
        diagnostics.append(.editionTargetTwice(change, and: other))
      } else if let outer {
        diagnostics.append(.editionTargetWithin(change, outer.change))
      } else {
        consistent.append(change)
      }
    }
    return consistent
  }
}

extension Edition.Change {
  /// One may be put in the place of a passage and another after it.
  fileprivate func agrees(with other: Edition.Change) -> Bool {
    takesAway != other.takesAway && insert != nil && other.insert != nil
  }
}

extension Manuscript {
  fileprivate func targets(within target: String) -> Set<String> {
    guard let index = chapter(with: target), let span = chapters[index].blocks.span(of: target)
    else { return [] }
    return Chapter(file: "", blocks: span.take(from: chapters[index].blocks)).ids
  }
}

extension Diagnostic {
  fileprivate static func editionTargetTwice(
    _ change: Edition.Change, and other: Edition.Change
  ) -> Diagnostic {
    Diagnostic(
      .error, "edition-target-twice", file: change.place.file, range: change.place.range,
      Wording(
        en: "“\(change.target)” is changed twice, and one of them would undo the other",
        fr: "« \(change.target) » est changé deux fois, et l’un déferait l’autre"),
      notes: [
        Note(Wording(en: "here", fr: "ici"), file: other.place.file, range: other.place.range)
      ],
      hints: [
        Wording(
          en: "keep one of them: omit leaves a passage out, replace puts another in its place",
          fr: "n’en gardez qu’un : omit ôte un passage, replace en met un autre à sa place")
      ])
  }

  fileprivate static func editionTargetWithin(
    _ change: Edition.Change, _ outer: Edition.Change
  ) -> Diagnostic {
    let isOmitted = outer.insert == nil
    return Diagnostic(
      .error, "edition-target-within", file: change.place.file, range: change.place.range,
      Wording(
        en:
          "“\(change.target)” stands within “\(outer.target)”, which is \(isOmitted ? "omitted" : "replaced")",
        fr:
          "« \(change.target) » est dans « \(outer.target) », qui est \(isOmitted ? "omis" : "remplacé")"
      ),
      notes: [
        Note(Wording(en: "here", fr: "ici"), file: outer.place.file, range: outer.place.range)
      ],
      hints: [
        isOmitted
          ? Wording(en: "keep one of them", fr: "n’en gardez qu’un")
          : Wording(
            en: "write it into the file that replaces “\(outer.target)”",
            fr: "écrivez-le dans le fichier qui remplace « \(outer.target) »")
      ])
  }
}
