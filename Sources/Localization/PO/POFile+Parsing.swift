package import Diagnostics

extension POFile {
  /// Reads a catalogue; what is not understood is reported and left out, the rest is kept.
  package init(parsing text: String, file: String, reporting diagnostics: inout [Diagnostic]) {
    self.init(header: [])
    var reader = POReader(file: file)
    var number = 0
    let bytes = text.utf8
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      reader.read(Substring(line.last == 0x0D ? line.dropLast() : line), number)
    }
    reader.endEntry()
    diagnostics += reader.diagnostics
    obsolete = reader.obsolete
    entries = reader.entries.withoutRepeats(file: file, reporting: &diagnostics)
    if let first = entries.firstIndex(where: { $0.context == nil && $0.id.isEmpty }) {
      let head = entries.remove(at: first)
      headerComments = head.translatorComments
      header = head.translation.split(separator: "\n").map { line in
        let colon = line.firstIndex(of: ":") ?? line.endIndex
        return (
          String(line[..<colon]), String(line[colon...].dropFirst().drop { $0 == " " })
        )
      }
    }
  }
}

extension [POFile.Entry] {
  /// One entry for each context and text, as gettext wants it: of two that say the same, one; of two that
  /// do not, nobody knows which is meant.
  fileprivate func withoutRepeats(
    file: String, reporting diagnostics: inout [Diagnostic]
  ) -> [POFile.Entry] {
    var first: [[String?]: POFile.Entry] = [:]
    return filter { entry in
      guard let earlier = first.updateValue(entry, forKey: [entry.context, entry.id]) else {
        return true
      }
      first[[entry.context, entry.id]] = earlier
      if earlier.translation != entry.translation {
        diagnostics.append(.poEntryTwice(file: file, entry.range, earlier: earlier.range))
      }
      return false
    }
  }
}

extension Diagnostic {
  fileprivate static func poEntryTwice(
    file: String, _ range: SourceRange?, earlier: SourceRange?
  ) -> Diagnostic {
    let line = earlier?.lowerBound.line ?? 1
    return Diagnostic(
      .error, "memory-entry-twice", file: file, range: range,
      Wording(
        en: "the entry of line \(line) has the same msgctxt and msgid, and another msgstr",
        fr: "l’entrée de la ligne \(line) a les mêmes msgctxt et msgid, et un autre msgstr"),
      hints: [Wording(en: "keep one of the two", fr: "gardez l’une des deux")])
  }
}
