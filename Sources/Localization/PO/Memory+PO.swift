extension Memory {
  /// The memory that a catalogue holds: its entries that are translated and not fuzzy.
  package init(_ file: POFile) {
    self.init(
      file.entries.compactMap { entry in
        guard !entry.translation.isEmpty, !entry.isFuzzy else { return nil }
        let context = entry.context ?? ""
        let isLocal = context.hasSuffix(localMark)
        let place = context.dropLast(isLocal ? localMark.count : 0)
        let parts = place.prefix { $0 != " " }.split(
          separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        return Entry(
          place: Passage.Place(
            chapter: String(parts.first ?? ""), section: parts.count > 1 ? String(parts[1]) : ""),
          source: entry.id, translation: entry.translation, isLocal: isLocal,
          comments: entry.translatorComments)
      })
    sourceDate = file.header.first { $0.name == dateField }?.value
  }

  /// The catalogue of a memory, its entries in the order given.
  ///
  /// - Parameter language: as gettext writes it, `pt_BR`.
  package func catalogue(language: String, title: String) -> POFile {
    // The same words twice under one heading are one entry: gettext knows no other way.
    var seen: Set<[String]> = []
    var file = POFile.named(title, language: language)
    if let sourceDate { file.header.append((dateField, sourceDate)) }
    for entry in entries {
      var written = POFile.Entry()
      written.context = "\(entry.place)\(entry.isLocal ? localMark : "")"
      written.id = entry.source
      written.translation = entry.translation
      written.translatorComments = entry.comments
      written.flags = ["no-wrap"]
      guard seen.insert([written.context ?? "", written.id]).inserted else { continue }
      file.entries.append(written)
    }
    return file
  }
}

extension POFile {
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
