package import Diagnostics
package import Localization
internal import Typesetting

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
      let all = book.translations(sheet, to: nil, reporting: &found)
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
  ///
  /// - Returns: how many passages were confirmed that were not before.
  package func confirm() throws(WorkshopError) -> Int {
    try holdingMemories(of: folder) { () throws(WorkshopError) in
      let now = try TranslationWork(in: folder, places: places)
      if let fault = now.diagnostics.first(where: { $0.severity == .error }) {
        throw WorkshopError(fault)
      }
      return try now.confirmAlone()
    }
  }

  private func confirmAlone() throws(WorkshopError) -> Int {
    var count = 0
    var products: [Product] = []
    for translation in translations {
      let state = translation.state
      count += state.passages.count { confirms($0, in: translation) && !$0.isSettled }
      var memory = state.memory(after: translation.memory) { confirms($0, in: translation) }
      let isWhole = state.passages.allSatisfy { $0.isSettled || confirms($0, in: translation) }
      if isWhole, let date = translation.sourceDate { memory.sourceDate = date }
      products.append(translation.product(of: memory))
    }
    try write(products)
    return count
  }

  /// What someone wrote into the memory's file is given up only where the very lines are named that say
  /// something else.
  private func confirms(_ passage: PassageState, in translation: Translation) -> Bool {
    passage.translation != nil
      && (passage.proposal == nil
        ? isNamed(passage, in: translation)
        : named.contains { $0.lines != nil && $0.hold(passage, in: translation) })
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
