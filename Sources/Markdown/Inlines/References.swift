internal import Diagnostics

/// The link definitions of a file: `[label]: destination "title"`.
struct References {
  struct Target {
    let destination: String
    let title: String?
  }

  /// A definition prints nothing itself, so one that nothing uses would go unseen.
  struct Definition {
    let key: String
    let label: String
    let target: Target
    let range: SourceRange
    /// The first definition of the same label, which counts.
    let former: Int?
  }

  private(set) var definitions: [Definition] = []
  private var indices: [String: Int] = [:]

  var isEmpty: Bool { indices.isEmpty }

  /// The definition of a label without its brackets, by its index.
  func definition(of label: Range<Int>, in bytes: [UInt8]) -> Int? {
    guard !isEmpty else { return nil }
    return indices[Self.key(bytes.string(label))]
  }

  /// Takes the definitions at the head of a paragraph; tells how many lines they take.
  mutating func take(from content: InlineContent) -> Int {
    let bytes = content.bytes
    var at = 0
    var lines = 0
    while at < bytes.count, bytes[at] == .openBracket, let end = take(from: content, at: at) {
      for i in at..<end where bytes[i] == .newline { lines += 1 }
      at = end
    }
    return at == bytes.count ? lines + 1 : lines
  }

  private mutating func take(from content: InlineContent, at start: Int) -> Int? {
    let bytes = content.bytes
    // `[^…]:` wants to be a footnote; where it can't, its words must not vanish as a definition.
    guard let labelEnd = bytes.linkLabelEnd(at: start), bytes[start + 1] != .caret,
      labelEnd < bytes.count, bytes[labelEnd] == .colon
    else { return nil }
    let destinationStart = bytes.skippingSpaceAndNewline(from: labelEnd + 1)
    guard let destination = bytes.linkDestination(at: destinationStart),
      destination.end > destinationStart
    else { return nil }

    // The title, when there is one that ends its line; else the destination must end its own.
    var title: Range<Int>?
    var end: Int?
    let titleStart = bytes.skippingSpaceAndNewline(from: destination.end)
    if titleStart > destination.end, let found = bytes.linkTitle(at: titleStart),
      let lineEnd = Self.lineEnd(of: bytes, from: found.end)
    {
      title = found.raw
      end = lineEnd
    } else {
      end = Self.lineEnd(of: bytes, from: destination.end)
    }
    guard let end else { return nil }
    let label = bytes.string((start + 1)..<(labelEnd - 1))
    let key = Self.key(label)
    let target = Target(
      destination: bytes.unescaped(destination.raw), title: title.map(bytes.unescaped))
    definitions.append(
      Definition(
        key: key, label: label, target: target, range: content.range(start..<labelEnd),
        former: indices[key]))
    if indices[key] == nil { indices[key] = definitions.count - 1 }
    return end
  }

  /// After the newline when only white space is left in the line.
  private static func lineEnd(of bytes: [UInt8], from start: Int) -> Int? {
    let at = bytes.skippingSpace(from: start)
    if at == bytes.count { return at }
    return bytes[at] == .newline ? at + 1 : nil
  }

  /// Labels match whatever their case and white space.
  static func key(_ label: String) -> String {
    let words = label.utf8.split(whereSeparator: \.isWhitespace)
    let collapsed = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    // Down and up again folds letters such as ẞ and final sigma.
    return collapsed.lowercased().uppercased()
  }
}

extension BlockReader {
  /// Reports the link definitions that nothing uses, or that come second.
  mutating func checkReferences() {
    let all = definitions.references.definitions
    for (index, definition) in all.enumerated() {
      if let former = definition.former {
        diagnostics.append(
          .referenceDefinedTwice(
            definition.label, file: file, range: definition.range, first: all[former].range))
      } else if !usedReferences.contains(index) {
        diagnostics.append(
          .referenceUnused(definition.label, file: file, range: definition.range))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func referenceUnused(
    _ label: String, file: String, range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "reference-unused", file: file, range: range,
      Wording(
        en: "this defines the link “\(label)”, which nothing uses, and does not print",
        fr: "ceci définit le lien « \(label) », que rien n’emploie, et ne s’imprime pas"),
      hints: [
        Wording(
          en: "write [words][\(label)] where the link belongs, or \\[ for a line that is text",
          fr: "écrivez [mots][\(label)] là où va le lien, ou \\[ pour une ligne qui est du texte")
      ])
  }

  fileprivate static func referenceDefinedTwice(
    _ label: String, file: String, range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "reference-defined-twice", file: file, range: range,
      Wording(
        en: "the link “\(label)” is defined already; this address is not used",
        fr: "le lien « \(label) » est déjà défini ; cette adresse n’est pas employée"),
      notes: [
        Note(
          Wording(en: "the first is here", fr: "le premier est ici"), file: file, range: first)
      ],
      hints: [
        Wording(en: "give one of them another name", fr: "donnez un autre nom à l’un d’eux")
      ])
  }
}
