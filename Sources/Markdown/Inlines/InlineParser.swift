internal import Diagnostics

/// What words may refer to, known after the first phase.
struct Definitions {
  var references = References()
  /// The labels of the notes, as defined, under their keys.
  var notes: [String: String] = [:]
}

/// The second phase: reads the words of one block. It cuts them into pieces, pairs delimiters and
/// brackets with cmark's algorithms, and builds the tree from the pieces.
struct InlineParser {
  let content: InlineContent
  let bytes: [UInt8]
  let end: Int
  let definitions: Definitions
  let file: String
  /// In a table a pipe is written `\|`, in code too.
  let isCell: Bool

  var at: Int
  var pieces: [Piece] = []
  var pairs: [BracketPair] = []
  var runs: [DelimiterRun] = []
  /// The runs that may still pair, in their order.
  var unpaired: [Int] = []
  var brackets: [OpenBracket] = []
  /// Brackets below this index stand outside a link, and a link holds no link.
  var bracketsOutsideLinks = 0
  /// For each length of backtick runs, where the last one starts; filled when first needed.
  var lastBackticks: [Int: Int]?
  /// Ends of raw HTML that don't occur any more, so that nobody looks for them twice.
  var missingEnds: Set<String> = []

  private(set) var calls: [NoteCall] = []
  /// The link definitions used, by index.
  var usedReferences: Set<Int> = []
  var diagnostics: [Diagnostic] = []

  /// Reads `content` from an offset on.
  init(
    _ content: InlineContent, from start: Int = 0, to end: Int? = nil,
    definitions: Definitions, file: String, isCell: Bool = false
  ) {
    self.content = content
    self.bytes = content.bytes
    self.at = start
    self.end = end ?? content.bytes.count
    self.definitions = definitions
    self.file = file
    self.isCell = isCell
  }

  mutating func parse() -> [Inline] {
    cutIntoPieces()
    pairRuns(from: 0)
    return tree()
  }

  private static let special: [Bool] = {
    var special = [Bool](repeating: false, count: 256)
    for byte in "\n`\\&<*_[]!{".utf8 { special[Int(byte)] = true }
    return special
  }()

  private mutating func cutIntoPieces() {
    let special = Self.special
    while at < end {
      let start = at
      while at < end, !special[Int(bytes[at])] { at += 1 }
      if at > start { add(.text, from: start) }
      guard at < end else { return }
      switch bytes[at] {
      case .newline: readLineEnd()
      case .backtick: readCode()
      case .backslash: readEscape()
      case .ampersand: readCharacterReference()
      case .less: readAngle()
      case .star, .underscore: readRun()
      case .openBracket: openBracket(isImage: false)
      case .exclamation: readExclamation()
      case .closeBracket: closeBracket()
      default: readValue()
      }
    }
  }

  /// Adds the piece from `start` to here; text joins the text before it.
  mutating func add(_ kind: Piece.Kind, from start: Int) {
    if case .text = kind, let last = pieces.last, case .text = last.kind, last.end == start {
      pieces[pieces.count - 1].end = at
    } else {
      pieces.append(Piece(kind: kind, start: start, end: at))
    }
  }

  mutating func addText(count: Int = 1) {
    let start = at
    at += count
    add(.text, from: start)
  }

  // MARK: Single marks

  private mutating func readLineEnd() {
    let newline = at
    trimText(before: newline)
    var start = newline
    while start > 0, bytes[start - 1].isSpaceOrTab { start -= 1 }
    let isHard =
      newline - start >= 2 && bytes[newline - 1] == .space && bytes[newline - 2] == .space
    at += 1
    let range = content.start(start)..<content.start(skipLineStart())
    add(.inline(isHard ? .hardBreak(range) : .softBreak(range)), from: start)
  }

  private mutating func skipLineStart() -> Int {
    while at < end, bytes[at].isSpaceOrTab { at += 1 }
    return at
  }

  /// Spaces at a line's end are no text.
  mutating func trimText(before offset: Int) {
    guard let last = pieces.last, case .text = last.kind, last.end == offset else { return }
    var end = last.end
    while end > last.start, bytes[end - 1].isSpaceOrTab { end -= 1 }
    if end == last.start { pieces.removeLast() } else { pieces[pieces.count - 1].end = end }
  }

  private mutating func readEscape() {
    let start = at
    guard at + 1 < end else { return addText() }
    if bytes[at + 1] == .newline {
      at += 2
      let range = content.start(start)..<content.start(skipLineStart())
      add(.inline(.hardBreak(range)), from: start)
    } else if bytes[at + 1].isPunctuation {
      at += 2
      add(.literal(bytes.string((start + 1)..<at)), from: start)
    } else {
      addText()
    }
  }

  private mutating func readCharacterReference() {
    let start = at
    guard let reference = CharacterReference(in: bytes, at: at, to: end) else { return addText() }
    at = reference.end
    add(.literal(reference.text), from: start)
  }

  private mutating func readExclamation() {
    if at + 1 < end, bytes[at + 1] == .openBracket,
      NoteLabel(calledIn: bytes, at: at + 1, to: end) == nil
    {
      openBracket(isImage: true)
    } else {
      addText()
    }
  }

  private mutating func readCode() {
    let start = at
    while at < end, bytes[at] == .backtick { at += 1 }
    let length = at - start
    guard let close = closingBackticks(length: length, from: at) else {
      return add(.text, from: start)
    }
    let text = codeText(at..<close)
    at = close + length
    add(.inline(.code(CodeSpan(text: text, range: content.range(start..<at)))), from: start)
  }

  private mutating func closingBackticks(length: Int, from start: Int) -> Int? {
    let last = lastBackticks ?? backticks(from: start)
    lastBackticks = last
    guard let last = last[length], last >= start else { return nil }
    var at = start
    while at < end {
      let run = at
      while at < end, bytes[at] == .backtick { at += 1 }
      if at - run == length { return run }
      at += 1
    }
    return nil
  }

  private func backticks(from start: Int) -> [Int: Int] {
    var last: [Int: Int] = [:]
    var at = start
    while at < end {
      let run = at
      while at < end, bytes[at] == .backtick { at += 1 }
      if at > run { last[at - run] = run }
      at += 1
    }
    return last
  }

  /// Line ends count as spaces, and one space on each side is there for the backticks' sake.
  private func codeText(_ range: Range<Int>) -> String {
    var text = bytes[range].map { $0 == .newline ? UInt8.space : $0 }
    if text.first == .space, text.last == .space, text.contains(where: { $0 != .space }) {
      text = Array(text.dropFirst().dropLast())
    }
    if isCell {
      text = text.indices.filter {
        !(text[$0] == .backslash && $0 + 1 < text.count && text[$0 + 1] == .pipe)
      }.map { text[$0] }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// `{{ contact.email }}`
  private mutating func readValue() {
    guard at + 1 < end, bytes[at + 1] == .openBrace else { return addText() }
    let start = at
    let name = bytes.skippingSpace(from: at + 2)
    var nameEnd = name
    while nameEnd < end, bytes[nameEnd].isNameByte || bytes[nameEnd] == .dot { nameEnd += 1 }
    let close = bytes.skippingSpace(from: nameEnd)
    guard nameEnd > name, close + 1 < end, bytes[close] == .closeBrace,
      bytes[close + 1] == .closeBrace
    else {
      diagnostics.append(.valueMalformed(file: file, range: content.range(at..<(at + 2))))
      return addText(count: 2)
    }
    at = close + 2
    let call = ValueCall(name: bytes.string(name..<nameEnd), range: content.range(start..<at))
    add(.inline(.value(call)), from: start)
  }

  // MARK: Notes

  /// `[^label]`, under the label as it was defined; false when no call stands here.
  mutating func readNoteCall() -> Bool {
    guard let label = NoteLabel(calledIn: bytes, at: at, to: end) else { return false }
    let start = at
    at = label.end
    let defined = definitions.notes[References.key(label.text)] ?? label.text
    let call = NoteCall(label: defined, range: content.range(start..<at))
    calls.append(call)
    add(.inline(.noteCall(call)), from: start)
    return true
  }
}
