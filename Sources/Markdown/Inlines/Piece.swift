/// What the second phase cuts words into, before it knows which marks pair up.
struct Piece {
  enum Kind {
    /// The source as it stands.
    case text
    /// An escape or a character reference, resolved.
    case literal(String)
    /// Understood, and with nothing more to find in it.
    case inline(Inline)
    /// `*` or `_` in a row: a run of `InlineParser.runs`.
    case run(Int)
    /// `[` or `![`, text unless it becomes the start of a pair.
    case bracket
    /// The start and the end of a pair of `InlineParser.pairs`.
    case open(Int)
    case close(Int)
  }

  var kind: Kind
  var start: Int
  var end: Int
}

/// What a pair of brackets turned out to be.
enum BracketPair {
  case link(destination: String, title: String?)
  case image(source: String, title: String?, attributes: Attributes)
  case span(Attributes)
}

/// A bracket that waits for its end.
struct OpenBracket {
  let piece: Int
  let isImage: Bool
  /// Just after the bracket.
  let contentStart: Int
  /// The runs of delimiters before it, which what is inside can't close.
  let runsBefore: Int
  /// Another bracket stands inside, so the words can't be the label of a reference.
  var holdsBracket = false
}

/// A row of `*` or `_`, and what it turned out to open and close.
struct DelimiterRun {
  let mark: UInt8
  let length: Int
  let mayOpen: Bool
  let mayClose: Bool
  /// Delimiters not yet used.
  var left: Int
  /// 1 for emphasis, 2 for strong, from the inside out.
  var closes: [Int] = []
  var opens: [Int] = []

  /// Closers of one sort are refused by the same openers.
  var sort: Int { (mark == .star ? 0 : 6) + (mayOpen ? 3 : 0) + length % 3 }
}
