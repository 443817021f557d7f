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
    entries = reader.entries
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

/// Line by line: comments, then keywords with strings that go on in the next lines.
private struct POReader {
  private enum Field { case context, id, translation, previousID, other }

  let file: String
  var entries: [POFile.Entry] = []
  var obsolete: [String] = []
  var diagnostics: [Diagnostic] = []
  private var entry = POFile.Entry()
  private var field: Field?
  private var hasID = false
  private var hasTranslation = false
  private var hasComments = false
  private var start = 0
  private var last = 0

  init(file: String) { self.file = file }

  mutating func read(_ line: Substring, _ number: Int) {
    let text = line.drop { $0 == " " || $0 == "\t" }
    if text.isEmpty { return endEntry() }
    if text.hasPrefix("#~") {
      endEntry()
      obsolete.append(String(line))
      return
    }
    if text.hasPrefix("#") {
      if hasTranslation { endEntry() }
      begin(number)
      hasComments = true
      return readComment(text, number)
    }
    if text.hasPrefix("msgctxt") || (text.hasPrefix("msgid ") && hasID) {
      if hasID { endEntry() }
    }
    begin(number)
    for (keyword, target) in [
      ("msgctxt", Field.context), ("msgid", .id), ("msgstr", .translation),
    ] {
      if text.hasPrefix(keyword), let quote = text.firstIndex(of: "\""),
        text[text.index(text.startIndex, offsetBy: keyword.count)..<quote]
          .allSatisfy({ $0 == " " || $0 == "\t" })
      {
        field = target
        switch target {
        case .context: entry.context = ""
        case .id: hasID = true
        case .translation: hasTranslation = true
        case .previousID, .other: break
        }
        return append(text[quote...], number)
      }
    }
    if text.hasPrefix("\""), field != nil { return append(text, number) }
    diagnostics.append(.poLineUnread(file: file, line: number, length: line.count))
    field = .other
  }

  private mutating func begin(_ number: Int) {
    if start == 0 { start = number }
    last = number
  }

  private mutating func readComment(_ text: Substring, _ number: Int) {
    let body = String(text.dropFirst(2).drop { $0 == " " })
    if text.hasPrefix("#.") {
      entry.extractedComments.append(body)
    } else if text.hasPrefix("#:") {
      entry.references.append(body)
    } else if text.hasPrefix("#,") {
      entry.flags += body.split(separator: ",").map { $0.filter { $0 != " " } }
    } else if text.hasPrefix("#|") {
      if body.hasPrefix("msgid "), let quote = body.firstIndex(of: "\"") {
        entry.previousID = ""
        field = .previousID
        append(body[quote...], number)
      } else if body.hasPrefix("\""), field == .previousID {
        append(body[...], number)
      }
    } else {
      entry.translatorComments.append(String(text.dropFirst(text.hasPrefix("# ") ? 2 : 1)))
    }
  }

  private mutating func append(_ quoted: Substring, _ number: Int) {
    guard let value = Self.unquoted(quoted) else {
      diagnostics.append(.poStringUnclosed(file: file, line: number, length: quoted.count))
      return
    }
    switch field {
    case .context: entry.context = (entry.context ?? "") + value
    case .id: entry.id += value
    case .translation: entry.translation += value
    case .previousID: entry.previousID = (entry.previousID ?? "") + value
    case .other, nil: break
    }
  }

  mutating func endEntry() {
    defer {
      entry = POFile.Entry()
      (field, hasID, hasTranslation, hasComments, start, last) = (nil, false, false, false, 0, 0)
    }
    guard hasID, hasTranslation else {
      if hasID || entry.context != nil {
        diagnostics.append(.poEntryUnfinished(file: file, line: max(start, 1)))
      }
      return
    }
    entry.range =
      SourceLocation(line: start, column: 1)..<SourceLocation(line: last + 1, column: 1)
    entries.append(entry)
  }

  /// What stands between the quotation marks, its escapes resolved; nil where the second is missing.
  private static func unquoted(_ text: Substring) -> String? {
    var value: [UInt8] = []
    var bytes = text.utf8.dropFirst().makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: value, as: UTF8.self)
      case UInt8(ascii: "\\"):
        switch bytes.next() {
        case UInt8(ascii: "n"): value.append(0x0A)
        case UInt8(ascii: "t"): value.append(0x09)
        case UInt8(ascii: "r"): value.append(0x0D)
        case let other?: value.append(other)
        case nil: return nil
        }
      default: value.append(byte)
      }
    }
    return nil
  }
}

extension Diagnostic {
  private static func place(_ line: Int, _ length: Int) -> SourceRange {
    SourceLocation(line: line, column: 1)..<SourceLocation(line: line, column: length + 1)
  }

  fileprivate static func poLineUnread(file: String, line: Int, length: Int) -> Diagnostic {
    Diagnostic(
      .error, "memory-unread", file: file, range: place(line, length),
      Wording(
        en: "this line of the translation memory says nothing that is known",
        fr: "cette ligne de la mémoire de traduction ne dit rien de connu"),
      hints: [
        Wording(
          en: "if two versions were merged, keep the lines of both and remove <<<<<<< and >>>>>>>",
          fr:
            "si deux versions ont été fusionnées, gardez les lignes des deux et retirez <<<<<<< et >>>>>>>"
        )
      ])
  }

  fileprivate static func poStringUnclosed(file: String, line: Int, length: Int) -> Diagnostic {
    Diagnostic(
      .error, "memory-unread", file: file, range: place(line, length),
      Wording(
        en: "this text has no closing quotation mark",
        fr: "ce texte n’a pas de guillemet fermant"),
      hints: [
        Wording(
          en: "end the line with \"; within the text write \\\"",
          fr: "finissez la ligne par \" ; dans le texte, écrivez \\\"")
      ])
  }

  fileprivate static func poEntryUnfinished(file: String, line: Int) -> Diagnostic {
    Diagnostic(
      .error, "memory-unread", file: file, range: place(line, 0),
      Wording(
        en: "this entry lacks its msgid or its msgstr",
        fr: "cette entrée n’a pas de msgid ou pas de msgstr"),
      hints: [
        Wording(
          en: "an entry has msgctxt, msgid and msgstr, in this order",
          fr: "une entrée a msgctxt, msgid et msgstr, dans cet ordre")
      ])
  }
}
