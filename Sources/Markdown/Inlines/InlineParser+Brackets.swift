internal import Diagnostics

/// What square brackets enclose: links, images, spans, calls of notes.
extension InlineParser {
  mutating func openBracket(isImage: Bool) {
    if !isImage, readNoteCall() { return }
    let start = at
    at += isImage ? 2 : 1
    if !brackets.isEmpty { brackets[brackets.count - 1].holdsBracket = true }
    brackets.append(
      OpenBracket(
        piece: pieces.count, isImage: isImage, contentStart: at, runsBefore: unpaired.count))
    add(.bracket, from: start)
  }

  mutating func closeBracket() {
    guard let opener = brackets.popLast() else { return addText() }
    let mayLink = opener.isImage || brackets.count >= bracketsOutsideLinks
    bracketsOutsideLinks = min(bracketsOutsideLinks, brackets.count)
    let start = at
    at += 1
    if mayLink, let target = inlineTarget() {
      closeLink(opener, from: start, destination: target.destination, title: target.title)
    } else if !opener.isImage, let list = attributes() {
      close(opener, from: start, as: .span(list))
    } else if mayLink, let target = referenceTarget(of: opener, closedAt: start) {
      closeLink(opener, from: start, destination: target.destination, title: target.title)
    } else {
      at = start
      addText()
    }
  }

  private mutating func closeLink(
    _ opener: OpenBracket, from start: Int, destination: String, title: String?
  ) {
    guard opener.isImage else {
      close(opener, from: start, as: .link(destination: destination, title: title))
      bracketsOutsideLinks = brackets.count
      if at < end, let list = AttributeList(in: bytes, at: at, to: end) {
        let range = content.range(at..<list.end)
        diagnostics.append(.attributesMisplaced(file: file, range: range))
      }
      return
    }
    let attributes = attributes() ?? .none
    close(
      opener, from: start,
      as: .image(source: destination, title: title, attributes: attributes))
  }

  private mutating func close(_ opener: OpenBracket, from start: Int, as pair: BracketPair) {
    pairRuns(from: opener.runsBefore)
    pieces[opener.piece].kind = .open(pairs.count)
    add(.close(pairs.count), from: start)
    pairs.append(pair)
  }

  /// `{…}` right here.
  private mutating func attributes() -> Attributes? {
    guard at < end, bytes[at] == .openBrace else { return nil }
    guard let list = AttributeList(in: bytes, at: at, to: end) else {
      if at + 1 < end, bytes[at + 1] == .hash || bytes[at + 1] == .dot {
        let range = content.range(at..<(at + 1))
        diagnostics.append(.attributesMalformed(file: file, range: range))
      }
      return nil
    }
    var attributes = list.attributes
    attributes.range = content.range(at..<list.end)
    at = list.end
    return attributes
  }

  /// `(destination "title")` right here.
  private mutating func inlineTarget() -> References.Target? {
    guard at < end, bytes[at] == .openParenthesis else { return nil }
    var next = skipSpace(from: at + 1)
    var destination: Range<Int>?
    if let found = bytes.linkDestination(at: next), found.end <= end {
      destination = found.raw
      next = found.end
    } else if next < end, bytes[next] == .less {
      return nil
    }
    var title: Range<Int>?
    let titleStart = skipSpace(from: next)
    if titleStart > next, let found = bytes.linkTitle(at: titleStart), found.end <= end {
      title = found.raw
      next = found.end
    }
    next = skipSpace(from: next)
    guard next < end, bytes[next] == .closeParenthesis else { return nil }
    at = next + 1
    return References.Target(
      destination: destination.map(bytes.unescaped) ?? "", title: title.map(bytes.unescaped))
  }

  private func skipSpace(from start: Int) -> Int {
    var at = start
    while at < end, bytes[at].isWhitespace { at += 1 }
    return at
  }

  /// `[label]` or `[]` right here, or nothing where the words are the label.
  private mutating func referenceTarget(
    of opener: OpenBracket, closedAt close: Int
  ) -> References.Target? {
    let references = definitions.references
    guard !references.isEmpty else { return nil }
    let words = opener.contentStart..<close
    let found: Int
    if let labelEnd = bytes.linkLabelEnd(at: at), labelEnd <= end {
      let label = (at + 1)..<(labelEnd - 1)
      guard let index = references.definition(of: label, in: bytes) else { return nil }
      at = labelEnd
      found = index
    } else {
      guard !opener.holdsBracket, words.count <= 999,
        let index = references.definition(of: words, in: bytes)
      else { return nil }
      if at + 1 < end, bytes[at] == .openBracket, bytes[at + 1] == .closeBracket { at += 2 }
      found = index
    }
    usedReferences.insert(found)
    return references.definitions[found].target
  }
}
