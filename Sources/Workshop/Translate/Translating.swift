package import Diagnostics
package import Localization
internal import Typesetting

/// What came of confirming.
package struct Confirmation: Hashable, Sendable {
  /// Passages that are fresh now and were not before.
  package var confirmed = 0
  /// Passages that the source has not, and that this language now has on purpose.
  package var keptAsLocal = 0
  /// Named only among others, and to be decided one by one: as places, with file and line.
  package var left: [String] = []
}

/// The translations that someone works on, and those of their passages that were named.
package struct TranslationWork: Sendable {
  package var translations: [Translation]
  package var diagnostics: [Diagnostic]
  private let folder: String
  private let places: [TranslationPlace]
  private let named: [NamedPassages]

  /// - Parameters:
  ///   - folder: the book's.
  ///   - places: empty for all of all languages.
  package init(in folder: String, places: [TranslationPlace]) throws(WorkshopError) {
    let book = try BookFolder(folder)
    var found: [Diagnostic] = []
    self.folder = folder
    self.places = places
    var named: [NamedPassages] = []
    translations = []
    if let sheet = try book.sheet(reporting: &found) {
      let all = book.translations(sheet, reporting: &found)
      for place in places {
        let passages = place.passages(in: all, reporting: &found)
        if let passages { named.append(passages) }
      }
      translations = all.filter { one in
        places.isEmpty || named.contains { $0.language == one.language }
      }
    }
    self.named = named
    diagnostics = found.sortedByPlace
  }

  /// What was edited in the memories' own files, and waits to be taken in.
  package var edits: [Diagnostic] { translations.flatMap(\.edits).sortedByPlace }

  /// Merges that nobody has settled in the files of these languages: nothing is confirmed before.
  package var merges: [Diagnostic] {
    translations.flatMap(\.merges).withoutRepeats.sortedByPlace
  }

  /// The passages that were named, to print or to mail.
  ///
  /// - Parameter waitingOnly: only what waits, each with the passages beside it.
  package func sheet(of translation: Translation, waitingOnly: Bool) -> String {
    TranslationSheet(translation, waitingOnly: waitingOnly) { isNamed($0, in: translation) }.html
  }

  package func isNamed(_ passage: PassageState, in translation: Translation) -> Bool {
    places.isEmpty || named.contains { $0.hold(passage, in: translation) }
  }

  /// Says that the named passages translate what the source says today, and writes it into the memories,
  /// as they are when nobody else writes them.
  package func confirm() throws(WorkshopError) -> Confirmation {
    try holdingMemories(of: folder) { () throws(WorkshopError) in
      let now = try TranslationWork(in: folder, places: places)
      if let fault = (now.diagnostics + now.merges).first(where: { $0.severity == .error }) {
        throw WorkshopError(fault)
      }
      return try now.confirmAlone()
    }
  }

  private func confirmAlone() throws(WorkshopError) -> Confirmation {
    var confirmation = Confirmation()
    var products: [Product] = []
    for translation in translations {
      let state = translation.state
      for passage in state.passages where isNamed(passage, in: translation) && !passage.isSettled {
        guard let place = passage.translation?.range.lowerBound else { continue }
        if !confirms(passage, in: translation) {
          confirmation.left.append("\(translation.file(of: passage)):\(place.line)")
        } else if passage.source == nil {
          confirmation.keptAsLocal += 1
        } else {
          confirmation.confirmed += 1
        }
      }
      var memory = state.memory(after: translation.memory) { confirms($0, in: translation) }
      let isWhole = state.passages.allSatisfy { $0.isSettled || confirms($0, in: translation) }
      if isWhole, let date = translation.sourceDate { memory.sourceDate = date }
      products.append(translation.product(of: memory))
    }
    try write(products)
    return confirmation
  }

  /// What someone wrote into the memory's file is given up, and what the source has taken out is kept, only
  /// where a place names that very passage and no other.
  private func confirms(_ passage: PassageState, in translation: Translation) -> Bool {
    passage.translation != nil
      && (passage.proposal == nil && passage.freshness != .orphan
        ? isNamed(passage, in: translation)
        : named.contains { $0.hold(passage, in: translation) && $0.isWithin(passage) })
  }
}

extension Translation {
  func product(of memory: Memory) -> Product {
    let catalogue = memory.catalogue(language: language.gettext, title: "livret")
    return Product(path: memoryFile, bytes: Array(catalogue.text.utf8))
  }

  /// Entries that Weblate, Poedit or someone with an editor changed in the memory's own file.
  var edits: [Diagnostic] {
    state.passages.compactMap { passage in
      guard let words = passage.proposal, let remembered = passage.remembered,
        let place = passage.translation?.range
      else { return nil }
      return .memoryEdited(
        words, memory: memoryFile, at: memoryRanges[remembered.index], file: file(of: passage),
        place, isConflict: !remembered.isVoucher)
    }
  }
}

extension String {
  /// A tag as gettext writes it: `pt_BR`.
  var gettext: String { replacing("-", with: "_") }
}

extension Diagnostic {
  /// - Parameter isConflict: whether the translation's file was changed as well, or may have been.
  fileprivate static func memoryEdited(
    _ words: String, memory: String, at range: SourceRange?, file: String, _ place: SourceRange,
    isConflict: Bool
  ) -> Diagnostic {
    let line = "\(file):\(place.lowerBound.line)"
    return Diagnostic(
      .warning, "memory-edited", file: memory, range: range,
      isConflict
        ? Wording(
          en: "this entry and the translation say different things, and neither is confirmed",
          fr: "cette entrée et la traduction ne disent pas la même chose, et rien n’est confirmé")
        : Wording(
          en: "this entry was edited, and the translation does not say so yet",
          fr: "cette entrée a été modifiée, et la traduction ne le dit pas encore"),
      notes: [
        Note(
          Wording(en: "the entry says: \(words)", fr: "l’entrée dit : \(words)"), file: file,
          range: place)
      ],
      hints: [
        isConflict
          ? Wording(
            en: "write into the file what is right, then livret translate confirm \(line)",
            fr: "écrivez dans le fichier ce qui est juste, puis livret translate confirm \(line)")
          : Wording(
            en:
              "livret translate import \(memory) takes it in; livret translate confirm \(line) gives it up",
            fr:
              "livret translate import \(memory) la reprend ; livret translate confirm \(line) y renonce"
          )
      ])
  }
}
