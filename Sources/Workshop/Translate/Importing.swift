package import Diagnostics
internal import Localization

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

/// Puts the words of a catalogue into a translation's files and confirms them in its memory. What was edited
/// on both sides is listed and left alone.
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
  var found: [Diagnostic] = []
  let catalogue = POFile(parsing: try readText(of: path), file: path, reporting: &found)
  let work = try TranslationWork(in: folder, places: [])
  found += work.diagnostics
  let header = catalogue.header.first { $0.name == "Language" }?.value
  let tag = language ?? header?.replacing("_", with: "-") ?? ""
  guard let translation = work.translations.first(where: { $0.language == tag }) else {
    found.append(.catalogueLanguageUnknown(tag, file: path, known: work.translations))
    return ImportReport(diagnostics: found)
  }
  var report = ImportReport(diagnostics: found)
  guard !found.contains(where: { $0.severity == .error }) else { return report }
  let changes =
    translation.isMemory(path)
    ? CatalogueImport(editsIn: translation.state)
    : CatalogueImport(of: catalogue, into: translation.state)
  for conflict in changes.conflicts {
    report.diagnostics.append(
      .catalogueConflict(conflict, file: translation.file(of: conflict.state)))
  }
  for entry in changes.unknown {
    report.diagnostics.append(.catalogueEntryUnknown(entry, file: path))
  }

  let book = try BookFolder(folder)
  var edits: [String: [SourceEdit]] = [:]
  var lines = FileLines(in: book)
  for replacement in changes.replacements {
    let file = translation.file(of: replacement.state)
    guard let edit = lines.edit(replacement, in: file) else {
      report.diagnostics.append(.catalogueUnplaced(replacement, file: file))
      continue
    }
    edits[file, default: []].append(edit)
    report.replaced += 1
  }
  for addition in changes.additions {
    let file = translation.file(of: addition.state)
    guard let before = translation.state.passage(before: addition.state),
      let edit = lines.insertion(addition, after: before, in: file)
    else {
      report.diagnostics.append(.catalogueUnplaced(addition, file: file))
      continue
    }
    edits[file, default: []].append(edit)
    report.added += 1
  }
  for (file, edits) in edits.sorted(by: { $0.key < $1.key }) {
    report.products.append(Product(path: file, bytes: lines.bytes(of: file).mended(by: edits)))
  }
  try write(report.products)

  // The files have changed: what the catalogue says is confirmed against them as they are now.
  let after = try TranslationWork(in: folder, places: [])
  guard let now = after.translations.first(where: { $0.language == tag }) else { return report }
  let agreement = Agreement(on: changes)
  report.confirmed = now.state.passages.count { !$0.isSettled && agreement.covers($0) }
  let product = now.product(
    of: now.state.memory(after: now.memory, confirming: agreement.covers))
  try write([product])
  report.products.append(product)
  return report
}

/// What a catalogue says and the files, edited by it, say too.
private struct Agreement {
  private struct Key: Hashable {
    var place: Passage.Place
    var form: NormalForm
  }

  private let confirmed: Set<Key>
  /// By the source's words: what was to be written for them.
  private let written: [NormalForm: [NormalForm]]

  init(on changes: CatalogueImport) {
    confirmed = Set(changes.confirmed.map { Key(place: $0.place, form: $0.normalForm) })
    var written: [NormalForm: [NormalForm]] = [:]
    for change in changes.replacements + changes.additions {
      guard let source = change.state.source else { continue }
      written[source.normalForm, default: []].append(NormalForm(of: change.text))
    }
    self.written = written
  }

  func covers(_ state: PassageState) -> Bool {
    guard let source = state.source, let translation = state.translation else { return false }
    let form = source.normalForm
    guard confirmed.contains(Key(place: source.place, form: form)) else { return false }
    let own = translation.normalForm
    return (written[form] ?? []).allSatisfy { $0 == own }
  }
}

extension TranslationState {
  /// The passage that has a translation before that one, in the source's order.
  fileprivate func passage(before state: PassageState) -> PassageState? {
    guard let index = passages.firstIndex(of: state), index > 0 else { return nil }
    let before = passages[index - 1]
    return before.translation == nil ? nil : before
  }
}

/// The lines of the files that are edited, read once.
private struct FileLines {
  let book: BookFolder
  private var files: [String: [UInt8]] = [:]

  init(in book: BookFolder) { self.book = book }

  mutating func bytes(of file: String) -> [UInt8] {
    if let bytes = files[file] { return bytes }
    let bytes = (try? book.bytes(shown: file)) ?? []
    files[file] = bytes
    return bytes
  }

  /// A passage's words in the place of others; nil for a caption, which stands among an image's attributes.
  mutating func edit(_ replacement: CatalogueImport.Replacement, in file: String) -> SourceEdit? {
    guard let passage = replacement.state.translation, passage.kind != .caption,
      passage.kind != .image
    else { return nil }
    return SourceEdit(
      passage.range, laidOut(replacement.text, like: passage, bytes(of: file)))
  }

  /// Paragraphs after paragraphs and headings, items after items; nil for what has no such neighbour.
  mutating func insertion(
    _ addition: CatalogueImport.Replacement, after before: PassageState, in file: String
  ) -> SourceEdit? {
    guard let neighbour = before.translation, let kind = addition.state.source?.kind else {
      return nil
    }
    let bytes = bytes(of: file)
    let last = neighbour.range.upperBound.line
    let end = SourceLocation(line: last, column: bytes.line(last).unicodeScalars.count + 1)
    let start = neighbour.range.lowerBound
    let prefix = String(bytes.line(start.line).prefix(start.column - 1))
    switch (neighbour.kind, kind) {
    case (.paragraph, .paragraph) where prefix.isEmpty, (.heading, .paragraph):
      return SourceEdit(end..<end, "\n\n\(addition.text)")
    case (.item, .item):
      return SourceEdit(end..<end, "\n\(prefix)\(addition.text)")
    default:
      return nil
    }
  }

  /// One sentence a line where the passage had several lines, each behind the container's signs.
  private func laidOut(_ text: String, like passage: Passage, _ bytes: [UInt8]) -> String {
    let start = passage.range.lowerBound
    let head = bytes.line(start.line).prefix(start.column - 1)
    let prefix = String(head.map { $0 == ">" || $0 == "\t" ? $0 : " " })
    var laid = text.replacing("\n", with: "\n\(prefix)")
    if passage.range.upperBound.line > start.line {
      laid = laid.replacing(/([.!?؟…]["”»’)]?) (?=\S)/) { "\($0.1)\n\(prefix)" }
    }
    return laid
  }
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

  fileprivate static func catalogueConflict(
    _ conflict: CatalogueImport.Replacement, file: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, "catalogue-conflict", file: file, range: conflict.state.translation?.range,
      Wording(
        en: "this was edited here and in the catalogue; nothing was overwritten",
        fr: "ceci a été modifié ici et dans le catalogue ; rien n’a été écrasé"),
      hints: [
        Wording(
          en: "the catalogue says: \(conflict.text)", fr: "le catalogue dit : \(conflict.text)"),
        Wording(
          en: "keep one of the two here, then confirm it with livret translate confirm",
          fr: "gardez ici l’un des deux, puis confirmez-le par livret translate confirm"),
      ])
  }

  fileprivate static func catalogueUnplaced(
    _ addition: CatalogueImport.Replacement, file: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, "catalogue-unplaced", file: file, range: addition.state.translation?.range,
      Wording(
        en: "this translation’s place is not known: \(addition.text)",
        fr: "la place de cette traduction n’est pas connue : \(addition.text)"),
      hints: [
        Wording(
          en:
            "write it into the file by hand, where the source has: \(addition.state.source?.text ?? "")",
          fr:
            "écrivez-la dans le fichier à la main, là où la source a : \(addition.state.source?.text ?? "")"
        )
      ])
  }

  fileprivate static func catalogueEntryUnknown(_ entry: POFile.Entry, file: String) -> Diagnostic {
    Diagnostic(
      .warning, "catalogue-entry-unknown", file: file, range: entry.range,
      Wording(
        en: "the source no longer has what this entry translates",
        fr: "la source n’a plus ce que cette entrée traduit"),
      hints: [
        Wording(
          en: "export the catalogue again to see what it has now",
          fr: "exportez de nouveau le catalogue pour voir ce qu’elle a maintenant")
      ])
  }
}
