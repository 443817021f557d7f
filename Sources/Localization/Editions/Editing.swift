package import Diagnostics
package import Markdown

extension Manuscript {
  /// This manuscript as an edition has it. To be done before anything is numbered.
  ///
  /// All places are found before anything is changed, so that no change moves or hides another's; then come
  /// those that are known only from the edition's own blocks.
  ///
  /// - Parameter original: the book in the language in which it is written; nil where that is this manuscript.
  package func changed(
    by edition: Edition, of original: Manuscript? = nil, reporting diagnostics: inout [Diagnostic]
  ) -> Manuscript {
    let original = original ?? self
    var rest = edition.changes.consistent(in: original, reporting: &diagnostics)
    var manuscript = self
    while true {
      let known = rest.filter { manuscript.chapter(with: $0.target) != nil }
      if known.isEmpty { break }
      rest.removeAll { manuscript.chapter(with: $0.target) != nil }
      for change in known { manuscript.check(change, against: original, reporting: &diagnostics) }
      manuscript.make(known.consistent(in: manuscript, reporting: &diagnostics))
    }
    for change in rest {
      if original.chapter(with: change.target) == nil {
        let known = original.ids.union(ids).sorted()
        diagnostics.append(.editionTargetUnknown(change, known: known))
      } else if change.insert != nil {
        diagnostics.append(.editionTargetUntranslated(change))
      }
    }
    return manuscript.withoutLinks(lostBy: edition, from: self, reporting: &diagnostics)
  }

  /// The hash of the block or section of that identifier: what a replacement names as its original.
  package func hash(of target: String) -> String? {
    guard let index = chapter(with: target), let span = chapters[index].blocks.span(of: target)
    else { return nil }
    var part = chapters[index]
    part.blocks = span.take(from: part.blocks)
    part.notes = []
    let words = part.passages(named: "").map { $0.normalForm.text }
    return NormalForm(of: words.joined(separator: "\n")).hash
  }

  /// The first chapter that has it.
  func chapter(with target: String) -> Int? {
    chapters.firstIndex { $0.blocks.span(of: target) != nil }
  }

  private var ids: Set<String> {
    chapters.reduce(into: []) { $0.formUnion($1.ids) }
  }

  private func check(
    _ change: Edition.Change, against original: Manuscript,
    reporting diagnostics: inout [Diagnostic]
  ) {
    if let insert = change.insert, insert.chapter.beginsWithTitle,
      let title = insert.chapter.blocks.first,
      let index = chapter(with: change.target),
      chapters[index].blocks.span(of: change.target)?.isWhole(chapters[index].blocks) == false
    {
      diagnostics.append(
        .editionTitleWithin(change, file: insert.chapter.file, range: title.range))
    }
    // A translation is replaced when its source's passage is: one hash holds for all languages.
    guard case .replace(let insert) = change.verb,
      let hash = original.hash(of: change.target) ?? hash(of: change.target),
      insert.original != hash
    else { return }
    diagnostics.append(
      insert.original == nil
        ? .editionOriginalUnsaid(insert, hash: hash)
        : .editionOriginalChanged(insert, target: change.target, hash: hash))
  }

  /// From the end to the beginning, so that the places of those still to come stay where they are.
  private mutating func make(_ changes: [Edition.Change]) {
    var byChapter: [Int: [(change: Edition.Change, span: BlockSpan)]] = [:]
    for change in changes {
      guard let index = chapter(with: change.target),
        let span = chapters[index].blocks.span(of: change.target)
      else { continue }
      byChapter[index, default: []].append((change, span))
    }
    for index in byChapter.keys.sorted(by: >) {
      let edits = (byChapter[index] ?? []).sorted { a, b in
        BlockSpan.isBefore(
          (b.span, isBehind: !b.change.takesAway), (a.span, isBehind: !a.change.takesAway))
      }
      for (change, span) in edits { make(change, at: span, ofChapter: index) }
    }
  }

  private mutating func make(_ change: Edition.Change, at span: BlockSpan, ofChapter index: Int) {
    let isChapter = span.isWhole(chapters[index].blocks)
    switch change.verb {
    case .omit where isChapter: chapters.remove(at: index)
    case .omit: chapters[index].replace(span, with: nil)
    case .replace(let insert):
      chapters[index].replace(span, with: insert.chapter)
      // Its short title and its date, not those of the chapter that has gone.
      if isChapter, insert.chapter.beginsWithTitle {
        chapters[index].frontMatter = insert.chapter.frontMatter
      }
    case .after(let insert) where isChapter && insert.chapter.beginsWithTitle:
      chapters.insert(insert.chapter, at: index + 1)
    case .after(let insert): chapters[index].insert(insert.chapter, after: span)
    }
  }
}

extension Chapter {
  /// So that it may be a chapter of its own.
  package var beginsWithTitle: Bool {
    if case .heading(let heading)? = blocks.first { heading.level == 1 } else { false }
  }

  fileprivate mutating func replace(_ span: BlockSpan, with insert: Chapter?) {
    let before = noteCalls
    let insert = insert.map { taking($0, freed: span.take(from: blocks)) }
    span.replace(in: &blocks, with: insert?.blocks ?? [])
    let after = noteCalls
    // Notes that were called from what has gone would be printed nowhere, and be found fault with.
    notes.removeAll { before.contains($0.label) && !after.contains($0.label) }
    notes += insert?.notes ?? []
  }

  fileprivate mutating func insert(_ insert: Chapter, after span: BlockSpan) {
    let insert = taking(insert, freed: [])
    span.insert(insert.blocks, in: &blocks)
    notes += insert.notes
  }

  /// An insert whose notes have names of their own.
  private func taking(_ insert: Chapter, freed: [Block]) -> Chapter {
    let taken = Set(notes.map(\.label))
    let clashing = Set(insert.notes.map(\.label)).intersection(taken)
    guard !clashing.isEmpty else { return insert }
    func name(_ label: String) -> String {
      var name = label
      while taken.contains(name) { name = "local-\(name)" }
      return name
    }
    var renamed = insert.mapInlines { inline in
      guard case .noteCall(var call) = inline, clashing.contains(call.label) else {
        return [inline]
      }
      call.label = name(call.label)
      return [.noteCall(call)]
    }
    for index in renamed.notes.indices {
      renamed.notes[index].label = name(renamed.notes[index].label)
    }
    return renamed
  }
}

extension Diagnostic {
  fileprivate static func editionTargetUnknown(
    _ change: Edition.Change, known: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, "edition-target-unknown", file: change.place.file, range: change.place.range,
      Wording(
        en: "no block or section of the book is called “\(change.target)”",
        fr: "aucun bloc ni aucune partie du livre ne s’appelle « \(change.target) »"),
      hints: [
        NearestWord(to: change.target, among: known).hint
          ?? Wording(
            en: "it is the identifier in {#…} behind a heading, a figure or a callout",
            fr: "c’est l’identifiant {#…} derrière un titre, une figure ou un encadré")
      ])
  }

  fileprivate static func editionTitleWithin(
    _ change: Edition.Change, file: String, range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "edition-title-within", file: file, range: range,
      Wording(
        en: "this title begins a chapter, but “\(change.target)” is only a part of one",
        fr:
          "ce titre commence un chapitre, mais « \(change.target) » n’est qu’une partie d’un autre"),
      hints: [
        Wording(
          en: "begin with ## instead, or name the title of a chapter in edition.yml",
          fr: "commencez plutôt par ##, ou nommez dans edition.yml le titre d’un chapitre")
      ])
  }

  fileprivate static func editionTargetUntranslated(_ change: Edition.Change) -> Diagnostic {
    Diagnostic(
      .warning, "edition-target-untranslated", file: change.place.file, range: change.place.range,
      Wording(
        en: "“\(change.target)” is not in this translation, so this change is not made in it",
        fr: "« \(change.target) » n’est pas dans cette traduction : ce changement n’y est pas fait"),
      hints: [
        Wording(
          en: "translate that passage, or choose another place for this one",
          fr: "traduisez ce passage, ou choisissez un autre endroit pour celui-ci")
      ])
  }

  fileprivate static func editionOriginalChanged(
    _ insert: Edition.Insert, target: String, hash: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, "edition-original-changed", file: insert.chapter.file, range: insert.originalPlace,
      Wording(
        en: "“\(target)”, which this replaces, has changed since",
        fr: "« \(target) », que ceci remplace, a changé depuis"),
      hints: [
        Wording(
          en: "read it again, then write replaces: \(hash) at the top of this file",
          fr: "relisez-le, puis écrivez replaces: \(hash) en tête de ce fichier")
      ])
  }

  fileprivate static func editionOriginalUnsaid(
    _ insert: Edition.Insert, hash: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, "edition-original-unsaid", file: insert.chapter.file,
      Wording(
        en: "this does not say which state of the original it replaces",
        fr: "ceci ne dit pas quel état de l’original il remplace"),
      hints: [
        Wording(
          en: "write replaces: \(hash) between --- lines at the top of this file",
          fr: "écrivez replaces: \(hash) entre des lignes --- en tête de ce fichier")
      ])
  }
}
