internal import Diagnostics
internal import Markdown

extension Transcript {
  func rewordings(of leaf: Outline.Part) -> Rewording? {
    leaf.place.flatMap { place in
      rewordings.first {
        $0.key.range == place && $0.key.isCaption == (leaf.kind == .caption)
      }?.value
    }
  }

  /// Whether an item stands on the line after the one before it, or that before the one after it.
  func isTight(_ item: Outline.Part) -> Bool {
    let above = source.bytes.line(item.range.lowerBound.line - 1).drop { " \t>".contains($0) }
    return !above.isEmpty
  }

  /// Whether a blank line stands before a note that follows another.
  func isParted(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    return source.lastLine(of: outline.notes[index - 1]) + 1
      < outline.notes[index].range.lowerBound.line
  }
}

extension ChapterText {
  /// Behind the last line that ends.
  var fileEnd: SourceLocation {
    let lines = bytes.reduce(into: 1) { count, byte in if byte == 0x0A { count += 1 } }
    return SourceLocation(line: lines + 1, column: 1)
  }

  var endsLine: Bool { bytes.isEmpty || bytes.last == 0x0A }

  var endsWithNote: Bool {
    guard let note = chapter.notes.map(\.range.upperBound).max() else { return false }
    return chapter.blocks.allSatisfy { $0.range.upperBound <= note }
  }

  /// Whether a figure has no caption: its place is known, there are only no words.
  func lacksCaption(_ part: Outline.Part, in parent: Outline.Part) -> Bool {
    part.kind == .caption && parent.kind == .figure && part.words.text.isEmpty
  }

  /// Words for a part that stands in the file and has none.
  func edit(
    empty part: Outline.Part, in parent: Outline.Part, saying rewording: Rewording,
    as original: Outline.Part, _ transcript: Transcript
  ) -> SourceEdit? {
    let start = parent.range.lowerBound
    guard !rewording.text.contains("\n") else { return nil }
    switch part.kind {
    case .cell:
      return SourceEdit(part.range, "\(rewording.text.escaping(["|"])) ")
    case .alternative:
      let place = FigureParts(at: parent.range, in: self)?.alternative
      return place.map { SourceEdit($0..<$0, rewording.text) }
    case .caption where parent.kind == .figure:
      return FigureParts(at: parent.range, in: self)?.edit(caption: rewording.text)
    case .caption:
      let end = end(ofLine: lastLine(of: parent))
      let prefix = prefix(of: start)
      let text = transcript.text(of: original).joined(separator: " ")
      return SourceEdit(end..<end, "\n\(prefix.trimmedEnd)\n\(prefix): \(text)")
    case .title:
      let line = bytes.line(start.line).dropFirst(start.column - 1)
      guard let word = line.prefixMatch(of: /:::+\s*[^\s{]+/) else { return nil }
      let place = SourceLocation(
        line: start.line, column: start.column + word.0.unicodeScalars.count)
      return SourceEdit(place..<place, " \(rewording.text)")
    default:
      return nil
    }
  }
}

extension String {
  /// An item with the sign of its neighbour: another would begin another list.
  func marked(as neighbour: String) -> String {
    guard let own = prefixMatch(of: /(\d*)([-+*.)])/),
      let sign = neighbour.prefixMatch(of: /\d*([-+*.)])/)
    else { return self }
    return "\(own.1)\(sign.1)\(self[own.range.upperBound...])"
  }
}
