extension Memory {
  /// The memory that a catalogue holds: its entries that are translated.
  package init(_ file: POFile) {
    self.init(
      file.translated.map { entry in
        let context = entry.context ?? ""
        let isLocal = context.contains(localMark)
        let parts = Contexts.place(context).split(
          separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        return Entry(
          place: Passage.Place(
            chapter: String(parts.first ?? ""), section: parts.count > 1 ? String(parts[1]) : ""),
          source: entry.id, translation: entry.translation,
          confirmedHash: entry.confirmedHash,
          isFuzzy: entry.isFuzzy, isLocal: isLocal,
          comments: entry.translatorComments)
      })
    sourceDate = file.header.first { $0.name == dateField }?.value
  }

  /// The catalogue of a memory, its entries in the order given.
  ///
  /// - Parameter language: as gettext writes it, `pt_BR`.
  package func catalogue(language: String, title: String) -> POFile {
    var contexts = Contexts()
    var file = POFile.named(title, language: language)
    if let sourceDate { file.header.append((dateField, sourceDate)) }
    for entry in entries {
      var written = POFile.Entry()
      guard
        let context = contexts.context(
          "\(entry.place)\(entry.isLocal ? localMark : "")", of: entry.source,
          saying: entry.translation)
      else { continue }
      written.context = context
      written.id = entry.source
      written.translation = entry.translation
      written.translatorComments = entry.comments
      if let hash = entry.confirmedHash { written.extractedComments = [hashMark + hash] }
      written.flags = entry.isFuzzy ? ["fuzzy", "no-wrap"] : ["no-wrap"]
      file.entries.append(written)
    }
    return file
  }
}

/// Contexts that tell entries of the same words apart, as gettext wants it: the same words twice under one
/// heading are one entry where they are translated alike, and else counted.
struct Contexts {
  private var seen: [[String]: [String]] = [:]

  /// Nil for what has an entry already.
  mutating func context(_ place: String, of source: String, saying translation: String) -> String? {
    let said = seen[[place, source]] ?? []
    guard !said.contains(translation) else { return nil }
    seen[[place, source]] = said + [translation]
    return said.isEmpty ? place : "\(place) (\(said.count + 1))"
  }

  /// The place that a context names.
  static func place(_ context: String) -> Substring { context.prefix { $0 != " " } }
}

extension POFile {
  /// Those of which a memory is made, in order.
  package var translated: [Entry] { entries.filter { !$0.translation.isEmpty } }

  static func named(_ title: String, language: String) -> POFile {
    POFile(
      header: [
        ("Project-Id-Version", title),
        // msgfmt -c asks for these; a person or a clock would change them without a reason.
        ("Report-Msgid-Bugs-To", ""), ("PO-Revision-Date", ""), ("Last-Translator", ""),
        ("Language-Team", ""), ("Language", language), ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"), ("Content-Transfer-Encoding", "8bit"),
      ])
  }
}

/// Whose value is a date of the source.
private let dateField = "X-Source-Date"

/// After the place of a passage that this language alone has.
private let localMark = " (local)"

/// Before the hash of the words that were confirmed, in a comment that programs leave as it is.
private let hashMark = "confirmed "

extension POFile.Entry {
  /// Of the words that a memory's entry was confirmed with.
  var confirmedHash: String? { extractedComments.lazy.compactMap(\.confirmedHash).first }
}

extension String {
  fileprivate var confirmedHash: String? {
    guard hasPrefix(hashMark) else { return nil }
    let hash = dropFirst(hashMark.count)
    return hash.count == 16 && hash.allSatisfy(\.isHexDigit) ? String(hash) : nil
  }
}
