package import Diagnostics
package import Localization
internal import Typesetting

/// A part of a book's translations: a language, a chapter's file, or lines of one.
package struct TranslationPlace: Hashable, Sendable {
  /// As it was written.
  package var text: String
  fileprivate var file: String
  fileprivate var lines: ClosedRange<Int>?

  /// `en`, `content/en/03-name.md`, `…md:42` or `…md:42-58`.
  package init(_ text: String) {
    self.text = text
    file = text.hasPrefix("./") ? String(text.dropFirst(2)) : text
    guard let colon = file.lastIndex(of: ":") else { return }
    let ends = file[colon...].dropFirst().split(separator: "-", omittingEmptySubsequences: false)
      .map { Int($0) }
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
      first > 0, first <= last
    else { return }
    lines = first...last
    file = String(file[..<colon])
  }
}

/// The translations that someone works on, and those of their passages that were named.
package struct TranslationWork: Sendable {
  package var translations: [Translation]
  package var diagnostics: [Diagnostic]
  private var places: [TranslationPlace]

  /// - Parameters:
  ///   - folder: the book's.
  ///   - places: empty for all of all languages.
  package init(in folder: String, places: [TranslationPlace]) throws(WorkshopError) {
    let book = try BookFolder(folder)
    var found: [Diagnostic] = []
    self.places = places
    translations = []
    if let sheet = try book.sheet(reporting: &found) {
      let all = book.translations(sheet, to: nil, reporting: &found)
      for place in places where !all.contains(where: { place.isIn($0) }) {
        found.append(.translationPlaceUnknown(place, known: all))
      }
      translations = places.isEmpty ? all : all.filter { one in places.contains { $0.isIn(one) } }
    }
    diagnostics = found.sortedByPlace
  }

  /// The passages that were named, to print or to mail.
  ///
  /// - Parameter waitingOnly: only what waits, each with the passages beside it.
  package func sheet(of translation: Translation, waitingOnly: Bool) -> String {
    TranslationSheet(translation, waitingOnly: waitingOnly) { isNamed($0, in: translation) }.html
  }

  package func isNamed(_ passage: PassageState, in translation: Translation) -> Bool {
    places.isEmpty
      || places.contains { place in
        if place.file == translation.language { return true }
        guard place.file == translation.file(of: passage).plain else { return false }
        guard let lines = place.lines else { return true }
        guard let range = passage.translation?.range else { return false }
        return range.lowerBound.line <= lines.upperBound
          && range.upperBound.line >= lines.lowerBound
      }
  }

  /// Says that the named passages translate what the source says today, and writes it into the memories.
  ///
  /// - Returns: how many passages were confirmed that were not before.
  package func confirm() throws(WorkshopError) -> Int {
    var count = 0
    var products: [Product] = []
    for translation in translations {
      let state = translation.state
      let isConfirmed = { (passage: PassageState) in
        passage.translation != nil && isNamed(passage, in: translation)
      }
      count += state.passages.count {
        isConfirmed($0) && !$0.isSettled
      }
      var memory = state.memory(after: translation.memory, confirming: isConfirmed)
      let isWhole = state.passages.allSatisfy {
        $0.isSettled || isConfirmed($0)
      }
      if isWhole, let date = translation.sourceDate { memory.sourceDate = date }
      products.append(translation.product(of: memory))
    }
    try write(products)
    return count
  }
}

extension TranslationPlace {
  fileprivate func isIn(_ translation: Translation) -> Bool {
    file == translation.language
      || translation.chapters.contains { $0.translationFile.plain == file }
  }
}

extension Translation {
  func product(of memory: Memory) -> Product {
    let catalogue = memory.catalogue(language: language.gettext, title: "livret")
    return Product(path: memoryFile, bytes: Array(catalogue.text.utf8))
  }
}

extension String {
  /// Without the `./` that a book in this folder has before its files.
  fileprivate var plain: String { hasPrefix("./") ? String(dropFirst(2)) : self }

  /// A tag as gettext writes it: `pt_BR`.
  var gettext: String { replacing("-", with: "_") }
}

extension Diagnostic {
  fileprivate static func translationPlaceUnknown(
    _ place: TranslationPlace, known: [Translation]
  ) -> Diagnostic {
    let names = known.map(\.language) + known.flatMap { $0.chapters.map(\.translationFile) }
    return Diagnostic(
      .error, "translation-place-unknown", file: place.text,
      Wording(
        en: "this is neither a language into which the book is translated nor a chapter of one",
        fr:
          "ce n’est ni une langue dans laquelle le livre est traduit, ni un chapitre d’une d’elles"),
      hints: [
        NearestWord(to: place.text, among: names).hint
          ?? Wording(
            en:
              "write a language, such as \(known.first?.language ?? "en"), or a file and lines: \(names.last ?? "content/en/01-name.md"):12-20",
            fr:
              "écrivez une langue, comme \(known.first?.language ?? "en"), ou un fichier et ses lignes : \(names.last ?? "content/en/01-nom.md"):12-20"
          )
      ])
  }
}
