internal import Diagnostics

extension InlineParser {
  /// Builds the tree from the pieces, whose starts and ends nest by now.
  mutating func tree() -> [Inline] {
    var builder = InlineTreeBuilder(content: content)
    for piece in pieces {
      switch piece.kind {
      case .text, .bracket:
        builder.addText(piece.start..<piece.end)
      case .literal(let value):
        let range = content.range(piece.start..<piece.end)
        builder.add(.text(Text(value: value, range: range, isVerbatim: false)))
      case .inline(let inline):
        builder.add(inline)
      case .run(let run):
        addRun(runs[run], from: piece.start, to: piece.end, to: &builder)
      case .open:
        builder.open(at: piece.start, contentStart: piece.end)
      case .close(let pair):
        let pair = pairs[pair]
        builder.close(contentEnd: piece.start, at: piece.end) { content, range in
          switch pair {
          case .link(let destination, let title):
            .link(Link(destination: destination, title: title, content: content, range: range))
          case .image(let source, let title, let attributes):
            .image(
              Image(
                source: source, alternative: content, title: title, attributes: attributes,
                range: range))
          case .span(let attributes):
            .span(Span(content: content, attributes: attributes, range: range))
          }
        }
      }
    }
    if let place = builder.tooDeep {
      diagnostics.append(.nestingTooDeep(file: file, range: content.range(place)))
    }
    return builder.finish()
  }

  /// A run closes with its first marks, opens with its last, and those left between are text.
  private func addRun(
    _ run: DelimiterRun, from start: Int, to end: Int, to builder: inout InlineTreeBuilder
  ) {
    var at = start
    for width in run.closes {
      builder.close(contentEnd: at, at: at + width) { content, range in
        let emphasis = Emphasis(content: content, range: range)
        return width == 2 ? .strong(emphasis) : .emphasis(emphasis)
      }
      at += width
    }
    if run.left > 0 {
      builder.addText(at..<(at + run.left))
      at += run.left
    }
    for width in run.opens.reversed() {
      builder.open(at: at, contentStart: at + width)
      at += width
    }
  }
}

/// Nests inlines without recursion; marks that would nest too deep become text.
struct InlineTreeBuilder {
  private struct Frame {
    let start: Int
    var content: [Inline] = []
  }

  private let content: InlineContent
  private var frames = [Frame(start: 0)]
  /// Text not yet added, as it may go on.
  private var text: Range<Int>?
  /// Marks open now that became text.
  private var flatMarks = 0
  /// The first of them.
  private(set) var tooDeep: Range<Int>?

  init(content: InlineContent) {
    self.content = content
  }

  mutating func addText(_ range: Range<Int>) {
    if let pending = text, pending.upperBound == range.lowerBound {
      text = pending.lowerBound..<range.upperBound
    } else {
      flushText()
      text = range
    }
  }

  mutating func add(_ inline: Inline) {
    flushText()
    frames[frames.count - 1].content.append(inline)
  }

  mutating func open(at start: Int, contentStart: Int) {
    guard frames.count <= BlockParser.deepest else {
      flatMarks += 1
      if tooDeep == nil { tooDeep = start..<contentStart }
      return addText(start..<contentStart)
    }
    flushText()
    frames.append(Frame(start: start))
  }

  mutating func close(
    contentEnd: Int, at end: Int, as make: ([Inline], SourceRange) -> Inline
  ) {
    guard flatMarks == 0 else {
      flatMarks -= 1
      return addText(contentEnd..<end)
    }
    flushText()
    let frame = frames.removeLast()
    add(make(frame.content, content.range(frame.start..<end)))
  }

  mutating func finish() -> [Inline] {
    flushText()
    return frames[0].content
  }

  private mutating func flushText() {
    guard let range = text else { return }
    text = nil
    guard !range.isEmpty else { return }
    let value = content.bytes.string(range)
    let text = Text(value: value, range: content.range(range), isVerbatim: true)
    frames[frames.count - 1].content.append(.text(text))
  }
}
