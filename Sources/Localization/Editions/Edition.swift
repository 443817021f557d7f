package import Diagnostics
package import Markdown

/// What a town makes of a book: its own values, passages put in the place of others or after them, and
/// passages left out.
///
/// A block is named by its identifier; a heading's stands for its whole section, a chapter's title for the
/// chapter.
package struct Edition: Sendable {
  /// A file of the edition, parsed.
  package struct Insert: Sendable {
    package var chapter: Chapter
    /// The hash of what it replaces, as its front matter gives it; nil where it says nothing.
    package var original: String?
    /// Where the edition's sheet names it.
    package var place: Place

    package init(chapter: Chapter, original: String? = nil, place: Place) {
      self.chapter = chapter
      self.original = original
      self.place = place
    }
  }

  /// Where in its sheet an edition says something.
  package struct Place: Hashable, Sendable {
    package var file: String
    package var range: SourceRange

    package init(file: String, range: SourceRange) {
      self.file = file
      self.range = range
    }
  }

  package struct Change: Sendable {
    package enum Verb: Sendable {
      case replace(Insert)
      case after(Insert)
      case omit
    }
    package var verb: Verb
    /// The identifier of what is changed.
    package var target: String
    package var place: Place

    package init(_ verb: Verb, target: String, place: Place) {
      self.verb = verb
      self.target = target
      self.place = place
    }
  }

  package var changes: [Change]

  package init(changes: [Change]) {
    self.changes = changes
  }
}

extension Manuscript {
  /// This manuscript as an edition has it. To be done before anything is numbered.
  package func changed(by edition: Edition, reporting diagnostics: inout [Diagnostic]) -> Manuscript
  {
    var manuscript = self
    for change in edition.changes {
      let known = manuscript.targets
      guard manuscript.apply(change, reporting: &diagnostics) else {
        diagnostics.append(.editionTargetUnknown(change, known: known))
        continue
      }
    }
    return manuscript
  }

  /// The hash of the block or section of that identifier: what a replacement names as its original.
  package func hash(of target: String) -> String? {
    for chapter in chapters {
      guard let found = chapter.blocks.span(of: target) else { continue }
      var part = chapter
      part.blocks = found.take(from: chapter.blocks)
      part.notes = []
      let words = part.passages(named: "").map { $0.normalForm.text }
      return NormalForm(of: words.joined(separator: "\n")).hash
    }
    return nil
  }

  private var targets: [String] {
    var ids: Set<String> = []
    for chapter in chapters {
      chapter.visit { block in if let id = block.id { ids.insert(id) } }
    }
    return ids.sorted()
  }

  private mutating func apply(
    _ change: Edition.Change, reporting diagnostics: inout [Diagnostic]
  ) -> Bool {
    for index in chapters.indices {
      guard let span = chapters[index].blocks.span(of: change.target) else { continue }
      switch change.verb {
      case .omit:
        if span.isWhole(chapters[index].blocks) {
          chapters.remove(at: index)
        } else {
          chapters[index].replace(span, with: nil)
        }
      case .replace(let insert):
        check(insert, replaces: change.target, at: change.place, reporting: &diagnostics)
        chapters[index].replace(span, with: insert.chapter)
      case .after(let insert):
        if span.isWhole(chapters[index].blocks), insert.chapter.beginsWithTitle {
          chapters.insert(insert.chapter, at: index + 1)
        } else {
          chapters[index].insert(insert.chapter, after: span)
        }
      }
      return true
    }
    return false
  }

  private func check(
    _ insert: Edition.Insert, replaces target: String, at place: Edition.Place,
    reporting diagnostics: inout [Diagnostic]
  ) {
    guard let hash = hash(of: target), insert.original != hash else { return }
    diagnostics.append(
      insert.original == nil
        ? .editionOriginalUnsaid(insert.chapter.file, hash: hash)
        : .editionOriginalChanged(insert.chapter.file, target: target, hash: hash))
  }
}

extension Chapter {
  fileprivate var beginsWithTitle: Bool {
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

  fileprivate static func editionOriginalChanged(
    _ file: String, target: String, hash: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, "edition-original-changed", file: file,
      Wording(
        en: "“\(target)”, which this replaces, has changed since",
        fr: "« \(target) », que ceci remplace, a changé depuis"),
      hints: [
        Wording(
          en: "read it again, then write replaces: \(hash) at the top of this file",
          fr: "relisez-le, puis écrivez replaces: \(hash) en tête de ce fichier")
      ])
  }

  fileprivate static func editionOriginalUnsaid(_ file: String, hash: String) -> Diagnostic {
    Diagnostic(
      .warning, "edition-original-unsaid", file: file,
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
