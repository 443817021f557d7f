internal import Diagnostics

/// A chapter of the source with the words that a catalogue has for its passages: what is written into a
/// translation that lacks them.
struct Transcript {
  let source: ChapterText
  let outline: Outline
  /// By the passage's place in the source.
  let rewordings: [Outline.Place: Rewording]
  /// Words that would not be one passage of the same kind in their place.
  let refused: [Rewording]

  init(of source: ChapterText, saying rewordings: [Rewording]) {
    self.source = source
    let outline = Outline(of: source.chapter)
    self.outline = outline
    let changes = rewordings.map { rewording in
      (rewording, rewording.state.source.flatMap { source.change(to: rewording, of: $0, outline) })
    }
    let tried = source.changed(by: changes.compactMap(\.1))
    refused = changes.filter { $0.1 == nil }.map(\.0) + tried.refused.flatMap(\.rewordings)
    self.rewordings = Dictionary(
      tried.made.flatMap(\.rewordings).compactMap { rewording in
        rewording.state.source.map { (Outline.Place($0), rewording) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// A part of the source's file with the words in it, without what stands before its lines.
  func text(of part: Outline.Part) -> [String] {
    let range = source.range(of: part)
    let edits = rewordings(in: part).compactMap { rewording in
      rewording.state.source.flatMap {
        source.edit($0, saying: rewording.text, insteadOf: $0.text)
      }
    }
    let depth = range.lowerBound.column - 1
    return source.bytes.piece(range, mendedBy: edits).split(
      separator: /\r\n|\n|\r/, omittingEmptySubsequences: false
    ).enumerated().map { index, line in
      guard index > 0 else { return String(line) }
      let head = line.prefix(depth).prefix { " \t>".contains($0) }
      return String(line.dropFirst(head.count))
    }
  }

  /// The part's lines in the outline, with the words in it.
  func lines(of part: Outline.Part) -> [Outline.Line] {
    let words = Dictionary(
      rewordings(in: part).compactMap { rewording in
        rewording.state.source.flatMap { outline.indices[Outline.Place($0)] }.map {
          ($0, rewording.words)
        }
      }, uniquingKeysWith: { first, _ in first })
    return (part.index...part.lastIndex).map { index in
      var line = outline.lines[index]
      line.words = words[index] ?? line.words
      return line
    }
  }

  func rewordings(in part: Outline.Part) -> [Rewording] {
    rewordings.filter { part.range.encloses($0.key.range) }.values.sorted {
      $0.state.source.map(\.range.lowerBound) ?? .start
        < $1.state.source.map(\.range.lowerBound) ?? .start
    }
  }
}

extension ChapterText {
  /// New words for a passage that stands in this file.
  func change(
    to rewording: Rewording, of passage: Passage, _ outline: Outline
  ) -> ChapterChange? {
    guard let index = outline.indices[Outline.Place(passage)],
      let edit = edit(
        passage, saying: rewording.text, insteadOf: rewording.state.source?.text ?? "")
    else { return nil }
    var line = outline.lines[index]
    line.words = rewording.words
    return ChapterChange(
      rewordings: [rewording], piece: .init(place: edit.range, text: edit.replacement),
      outcome: .line(index, line))
  }

  /// A part's, but a row's is its whole line.
  func range(of part: Outline.Part) -> SourceRange {
    guard part.kind == .row else { return part.range }
    return part.range.lowerBound..<end(ofLine: part.range.lowerBound.line)
  }

  /// The last line that a part has.
  func lastLine(of part: Outline.Part) -> Int {
    let end = part.range.upperBound
    return end.column == 1 && end.line > part.range.lowerBound.line ? end.line - 1 : end.line
  }
}
