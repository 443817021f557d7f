internal import Diagnostics
internal import Localization

/// A part of a book's translations: a language, a chapter's file, or lines of one.
package struct TranslationPlace: Hashable, Sendable {
  /// As it was written.
  package var text: String
  private var file: String
  private var lines: ClosedRange<Int>?
  /// What stands behind the colon where it is no line and no range of lines.
  private var badLines: String?

  /// `en`, `content/en/03-name.md`, `…md:42` or `…md:42-58`.
  package init(_ text: String) {
    self.text = text
    file = text
    guard let colon = text.lastIndex(of: ":") else { return }
    let tail = String(text[colon...].dropFirst())
    file = String(text[..<colon])
    let ends = tail.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    if (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
      first > 0, first <= last
    {
      lines = first...last
    } else {
      badLines = tail
    }
  }

  /// The passages that it names; nil, and why, where it names none.
  func passages(
    in translations: [Translation], reporting diagnostics: inout [Diagnostic]
  ) -> NamedPassages? {
    if let badLines {
      diagnostics.append(.translationLinesUnread(badLines, of: self))
      return nil
    }
    if let translation = translations.first(where: { $0.language == file }) {
      guard lines == nil else {
        diagnostics.append(.translationLinesOfLanguage(self, translation))
        return nil
      }
      return NamedPassages(language: translation.language)
    }
    for translation in translations {
      guard let named = translation.files.first(where: isFile) else { continue }
      let found = NamedPassages(language: translation.language, file: named, lines: lines)
      guard
        lines == nil
          || translation.state.passages.contains(where: { found.hold($0, in: translation) })
      else {
        diagnostics.append(.translationLinesEmpty(self, in: translation, file: named))
        return nil
      }
      return found
    }
    let same = translations.first?.chapters.first { isFile($0.sourceFile) }
    let twins = translations.compactMap { translation in
      same.flatMap { chapter in translation.chapters.first { $0.name == chapter.name } }
    }
    diagnostics.append(
      twins.isEmpty
        ? .translationPlaceUnknown(self, known: translations)
        : .translationPlaceOfSource(self, twins.map(\.translationFile)))
    return nil
  }

  /// However it is written: from the root, with `./` or with `..`.
  private func isFile(_ other: String) -> Bool {
    if file.plain == other.plain { return true }
    guard file.contains("/"), let own = resolved(file) else { return false }
    return own == resolved(other)
  }
}

/// Passages that a place names, found in the book.
struct NamedPassages: Hashable {
  var language: String
  /// Nil for all of the language.
  var file: String?
  var lines: ClosedRange<Int>?

  func hold(_ passage: PassageState, in translation: Translation) -> Bool {
    guard language == translation.language else { return false }
    guard let file else { return true }
    guard file == translation.file(of: passage) else { return false }
    guard let lines else { return true }
    guard let range = passage.translation?.range else { return false }
    return range.lowerBound.line <= lines.upperBound && range.upperBound.line >= lines.lowerBound
  }

  /// Whether these lines are all a passage's own.
  func isWithin(_ passage: PassageState) -> Bool {
    guard let lines, let range = passage.translation?.range else { return false }
    return range.lowerBound.line <= lines.lowerBound && lines.upperBound <= range.upperBound.line
  }
}

extension Translation {
  /// Those that its passages stand in, or would.
  fileprivate var files: [String] {
    var files = chapters.map(\.translationFile)
    for passage in state.passages {
      let file = file(of: passage)
      if !files.contains(file) { files.append(file) }
    }
    return files
  }
}

extension String {
  /// Without the `./` that a book in this folder has before its files.
  fileprivate var plain: String { hasPrefix("./") ? String(dropFirst(2)) : self }
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
      ] + (place.text.isLanguageTag ? [.toList(place.text)] : []))
  }

  fileprivate static func translationPlaceOfSource(
    _ place: TranslationPlace, _ files: [String]
  ) -> Diagnostic {
    let list = files.joined(separator: ", ")
    return Diagnostic(
      .error, "translation-place-unknown", file: place.text,
      Wording(
        en: "this is the source, which others are translated from",
        fr: "c’est la source, d’après laquelle on traduit"),
      hints: [
        Wording(en: "name a translation of it: \(list)", fr: "nommez-en une traduction : \(list)")
      ])
  }

  fileprivate static func translationLinesUnread(
    _ lines: String, of place: TranslationPlace
  ) -> Diagnostic {
    Diagnostic(
      .error, "translation-lines", file: place.text,
      Wording(
        en: "“\(lines)” is neither a line nor a range of lines",
        fr: "« \(lines) » n’est ni une ligne, ni un intervalle de lignes"),
      hints: [
        Wording(
          en: "write :12, or :12-20 with the smaller number first; lines are counted from 1",
          fr:
            "écrivez :12, ou :12-20 avec le plus petit nombre d’abord ; les lignes se comptent à partir de 1"
        )
      ])
  }

  fileprivate static func translationLinesOfLanguage(
    _ place: TranslationPlace, _ translation: Translation
  ) -> Diagnostic {
    let file = translation.chapters.first?.translationFile ?? "content/en/01-name.md"
    return Diagnostic(
      .error, "translation-lines", file: place.text,
      Wording(
        en: "a language has no lines, its files have",
        fr: "une langue n’a pas de lignes, ses fichiers en ont"),
      hints: [Wording(en: "such as \(file):12-20", fr: "par exemple \(file):12-20")])
  }

  fileprivate static func translationLinesEmpty(
    _ place: TranslationPlace, in translation: Translation, file: String
  ) -> Diagnostic {
    let lines = translation.state.passages.filter { translation.file(of: $0) == file }
      .compactMap { $0.translation?.range.lowerBound.line }
    let last = lines.max() ?? 0
    return Diagnostic(
      .error, "translation-lines", file: place.text,
      Wording(
        en: "no passage stands in these lines", fr: "aucun passage ne se trouve à ces lignes"),
      hints: [
        last == 0
          ? Wording(
            en: "nothing is written in \(file) yet", fr: "rien n’est encore écrit dans \(file)")
          : Wording(
            en: "the last passage of this file is in line \(last)",
            fr: "le dernier passage de ce fichier est à la ligne \(last)")
      ])
  }
}
