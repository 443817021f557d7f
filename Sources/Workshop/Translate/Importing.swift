package import Diagnostics
internal import Localization
internal import Markdown

/// What came of a catalogue that translators sent back.
package struct ImportReport: Sendable {
  package var diagnostics: [Diagnostic]
  /// Passages whose words in the file became the catalogue's.
  package var replaced = 0
  /// Passages that were missing and now stand in the file.
  package var added = 0
  /// Passages that are fresh now.
  package var confirmed = 0
  /// Written, where anything was.
  package var products: [Product] = []
}

/// Puts the words of a catalogue into a translation's files and confirms them in its memory, in all files or
/// in none. What was edited on both sides is listed and left alone.
///
/// - Parameters:
///   - language: nil for what the catalogue's header says.
package func importCatalogue(
  _ path: String, into folder: String, language: String?
) throws(WorkshopError) -> ImportReport {
  try holdingMemories(of: folder) { () throws(WorkshopError) in
    try importAlone(path, into: folder, language: language)
  }
}

private func importAlone(
  _ path: String, into folder: String, language: String?
) throws(WorkshopError) -> ImportReport {
  var report = ImportReport(diagnostics: [])
  let catalogue = POFile(
    parsing: try readText(of: path), file: path, reporting: &report.diagnostics)
  let work = try TranslationWork(in: folder, places: [])
  report.diagnostics += work.diagnostics
  guard
    let translation = work.translations.translation(
      of: catalogue, path, language, reporting: &report.diagnostics)
  else { return report }
  report.diagnostics += translation.merges
  guard
    var files = TranslationFiles(
      of: translation, in: try BookFolder(folder), reporting: &report.diagnostics),
    !report.diagnostics.contains(where: { $0.severity == .error })
  else { return report }
  let changes =
    translation.isMemory(path)
    ? CatalogueImport(editsIn: catalogue, of: translation.state)
    : CatalogueImport(of: catalogue, into: translation.state)
  files.take(changes, reporting: &report.diagnostics)
  report.diagnostics += files.findings(of: changes, from: path)
  report.replaced = files.replaced.count
  report.added = files.added.count

  // The files are as they will be: what the catalogue says is confirmed against them.
  let agreement = Agreement(
    on: changes.agreements + files.replaced + files.added, confirming: changes.confirms)
  var memory = translation.memory
  memory.entries = agreement.entries + memory.entries
  let state = TranslationState(
    source: translation.state.passages.compactMap(\.source), translation: files.passages,
    memory: memory)
  let settled = Set(
    translation.state.passages.filter { $0.isSettled && !files.isWritten($0) }
      .compactMap(\.source))
  report.confirmed = state.passages.count { passage in
    agreement.covers(passage) && !(passage.source.map(settled.contains) ?? false)
  }
  guard report.confirmed > 0 || !files.products.isEmpty else { return report }
  var after = state.memory(after: memory, confirming: agreement.covers)
  if let date = translation.sourceDate, state.isSettled {
    after.sourceDate = date
  }
  report.products = files.products + [translation.product(of: after)]
  try write(report.products)
  return report
}

/// What a catalogue says and the files, edited by it, say too.
private struct Agreement {
  private var words: [Passage: NormalForm] = [:]
  /// As a memory has it: it finds the words again wherever they stand.
  private(set) var entries: [Memory.Entry] = []

  init(on rewordings: [Rewording], confirming confirms: (Rewording) -> Bool) {
    for rewording in rewordings {
      let isConfirmed = confirms(rewording)
      guard let source = rewording.state.source, isConfirmed || rewording.earlierSource != nil
      else { continue }
      if isConfirmed { words[source] = rewording.words }
      entries.append(
        Memory.Entry(
          place: source.place, source: rewording.earlierSource ?? source.text,
          translation: rewording.reading,
          comments: rewording.state.remembered?.entry.comments ?? []))
    }
  }

  func covers(_ state: PassageState) -> Bool {
    guard let source = state.source, let translation = state.translation else { return false }
    return words[source] == translation.normalForm
  }
}

extension [Translation] {
  /// The one to which a catalogue belongs, by what was said and by what its header says.
  fileprivate func translation(
    of catalogue: POFile, _ path: String, _ language: String?,
    reporting diagnostics: inout [Diagnostic]
  ) -> Translation? {
    let header = catalogue.header.first { $0.name == "Language" }?.value
      .replacing("_", with: "-").filter { !$0.isWhitespace }
    let said = header.flatMap { $0.isEmpty ? nil : $0 }
    let tag = language ?? said ?? ""
    guard let translation = first(where: { $0.language == tag }) else {
      diagnostics.append(.catalogueLanguageUnknown(tag, file: path, known: self))
      return nil
    }
    if let said, said.lowercased() != tag.lowercased() {
      // “en_GB” may be meant for a book's “en”, if the book has no other.
      let isAnother = contains { $0.language.lowercased() == said.lowercased() }
      guard !isAnother, said.primaryTag == tag.primaryTag else {
        diagnostics.append(.catalogueLanguageDiffers(said, from: tag, file: path))
        return nil
      }
    }
    return translation
  }
}

extension String {
  fileprivate var primaryTag: String { String(prefix { $0 != "-" }).lowercased() }
}

extension Diagnostic {
  fileprivate static func catalogueLanguageUnknown(
    _ tag: String, file: String, known: [Translation]
  ) -> Diagnostic {
    let list = known.map(\.language).joined(separator: ", ")
    return Diagnostic(
      .error, "catalogue-language", file: file,
      Wording(
        en: "the book has no translation to “\(tag)”, the language of this catalogue",
        fr: "le livre n’a pas de traduction vers « \(tag) », la langue de ce catalogue"),
      hints: [
        Wording(
          en: "it has \(list); say which one with --lang",
          fr: "il a \(list) ; dites laquelle avec --lang")
      ])
  }

  fileprivate static func catalogueLanguageDiffers(
    _ said: String, from tag: String, file: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "catalogue-language", file: file,
      Wording(
        en: "this catalogue is in “\(said)”, not in “\(tag)”; nothing was written",
        fr: "ce catalogue est en « \(said) », pas en « \(tag) » ; rien n’a été écrit"),
      hints: [
        Wording(
          en: "leave --lang out, or correct the line “Language:” in the catalogue's header",
          fr: "omettez --lang, ou corrigez la ligne « Language: » de l’en-tête du catalogue")
      ])
  }
}
