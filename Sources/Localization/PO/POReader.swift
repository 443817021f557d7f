internal import Diagnostics

/// Line by line: comments, then keywords with strings that go on in the next lines.
struct POReader {
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
  private var hasPlural = false
  /// In the lines of a merge that nobody has finished: those of the other side are passed over.
  private var isOtherSide = false
  private var start = 0
  private var last = 0

  init(file: String) { self.file = file }

  mutating func read(_ line: Substring, _ number: Int) {
    let text = line.drop { $0 == " " || $0 == "\t" }
    if isConflict(text, number) { return }
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
    if hasTranslation, text.hasPrefix("msgctxt") || text.hasPrefix("msgid ") { endEntry() }
    if hasID, text.hasPrefix("msgctxt") { endEntry() }
    begin(number)
    for (keyword, target) in [
      ("msgctxt", Field.context), ("msgid", .id), ("msgstr", .translation),
    ] {
      if text.hasPrefix(keyword), let quote = text.firstIndex(of: "\""),
        text[text.index(text.startIndex, offsetBy: keyword.count)..<quote]
          .allSatisfy({ $0 == " " || $0 == "\t" })
      {
        guard isFirst(target) else {
          diagnostics.append(.poFieldTwice(keyword, file: file, line: number, length: line.count))
          field = .other
          return
        }
        field = target
        return append(text[quote...], number)
      }
    }
    if text.hasPrefix("\""), field != nil { return append(text, number) }
    field = .other
    if text.hasPrefix("msgid_plural") || text.hasPrefix("msgstr[") {
      if !hasPlural {
        diagnostics.append(.poPlural(file: file, line: number, length: line.count))
      }
      hasPlural = true
    } else {
      diagnostics.append(.poLineUnread(file: file, line: number, length: line.count))
    }
  }

  /// Notes that the entry has this line; false where it had one.
  private mutating func isFirst(_ target: Field) -> Bool {
    switch target {
    case .context:
      defer { entry.context = entry.context ?? "" }
      return entry.context == nil
    case .id:
      defer { hasID = true }
      return !hasID
    case .translation:
      defer { hasTranslation = true }
      return !hasTranslation
    case .previousID, .other:
      return true
    }
  }

  /// Whether a line belongs to no entry because two versions met and were not merged.
  private mutating func isConflict(_ text: Substring, _ number: Int) -> Bool {
    if text.hasPrefix("<<<<<<<") {
      diagnostics.append(.poConflict(file: file, line: number, length: text.count))
    } else if text.hasPrefix("=======") || text.hasPrefix("|||||||") {
      isOtherSide = true
    } else if text.hasPrefix(">>>>>>>") {
      isOtherSide = false
    } else {
      return isOtherSide
    }
    return true
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
      (field, hasID, hasTranslation, hasComments) = (nil, false, false, false)
      (hasPlural, start, last) = (false, 0, 0)
    }
    guard hasID, hasTranslation else {
      if hasID || entry.context != nil, !hasPlural {
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
          en: "remove it: an entry has msgctxt, msgid and msgstr, each with its text in \"…\"",
          fr:
            "retirez-la : une entrée a msgctxt, msgid et msgstr, chacun avec son texte entre \"…\"")
      ])
  }

  fileprivate static func poConflict(file: String, line: Int, length: Int) -> Diagnostic {
    Diagnostic(
      .error, "memory-conflict", file: file, range: place(line, length),
      Wording(
        en: "two versions of the translation memory meet here, and neither was chosen",
        fr: "deux versions de la mémoire de traduction se rencontrent ici, sans qu’on ait choisi"),
      hints: [
        Wording(
          en:
            "keep one msgid and one msgstr of each entry, and remove the lines <<<<<<<, ======= and >>>>>>>",
          fr:
            "de chaque entrée, gardez un msgid et un msgstr, et retirez les lignes <<<<<<<, ======= et >>>>>>>"
        )
      ])
  }

  fileprivate static func poFieldTwice(
    _ keyword: String, file: String, line: Int, length: Int
  ) -> Diagnostic {
    Diagnostic(
      .error, "memory-field-twice", file: file, range: place(line, length),
      Wording(
        en: "this entry has a \(keyword) already", fr: "cette entrée a déjà un \(keyword)"),
      hints: [
        Wording(
          en: "keep the one that is right, and remove the other",
          fr: "gardez celui qui est juste, et retirez l’autre")
      ])
  }

  fileprivate static func poPlural(file: String, line: Int, length: Int) -> Diagnostic {
    Diagnostic(
      .error, "memory-plural", file: file, range: place(line, length),
      Wording(
        en: "an entry with plural forms translates a program, and not a passage of the book",
        fr: "une entrée à plusieurs nombres traduit un programme, et non un passage du livre"),
      hints: [
        Wording(
          en: "remove msgid_plural, and write msgstr in the place of msgstr[0]",
          fr: "retirez msgid_plural, et écrivez msgstr à la place de msgstr[0]")
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
