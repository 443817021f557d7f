internal import Geometry

/// Gives a paragraph its isolates (UAX 9): what is written in the other direction is held together, and
/// the text around it runs as if a single sign stood there.
///
/// In this order: what its author isolated, spans of another language, code and addresses, calls of
/// notes; in what is left of a text from right to left, each token that is read from left to right. A
/// text from left to right needs signs around spans of the other direction alone.
struct Isolation {
  private let context: CopyContext
  private let looks: [Composition.Look]
  private let closers: [Int: Int]

  private init(_ letters: [Letter], looks: [Composition.Look], _ context: CopyContext) {
    self.context = context
    self.looks = looks
    closers = Self.closers(in: letters)
  }

  static func isolated(
    _ letters: [Letter], in direction: Direction, looks: [Composition.Look], _ context: CopyContext
  ) -> [Letter] {
    guard direction == .rightToLeft || !context.hasOneLanguage else { return letters }
    var output: [Letter] = []
    output.reserveCapacity(letters.count + 16)
    Isolation(letters, looks: looks, context).append(
      letters[...], in: direction, depth: Depth(), to: &output)
    return output
  }

  // MARK: Stretches that are known

  /// A stretch of letters that is one thing.
  private struct Stretch {
    /// What it holds, without signs that its author put around it.
    var content: Range<Int>
    /// Behind it.
    var end: Int
    /// How it runs; nil for a call, which is a text of its own and runs as the paragraph does.
    var direction: Direction?
    /// Verbatim: nothing within is isolated.
    var isWhole = false
    var depth: Depth
  }

  /// How deep a stretch is.
  private struct Depth {
    /// How many of its letters' tags are known.
    var tags = 0
    var isolates = 0

    var within: Depth { Depth(tags: tags, isolates: isolates + 1) }
  }

  private func append(
    _ letters: ArraySlice<Letter>, in direction: Direction, depth: Depth, to output: inout [Letter]
  ) {
    var (free, at) = (letters.startIndex, letters.startIndex)
    while at < letters.endIndex {
      guard let stretch = stretch(of: letters, from: at, depth: depth) else {
        at += 1
        continue
      }
      appendTokens(letters[free..<at], in: direction, to: &output)
      let content = letters[stretch.content]
      let inner = stretch.direction ?? direction
      func appendContent(to output: inout [Letter]) {
        if stretch.isWhole {
          output += content
        } else if stretch.direction == nil {
          appendTokens(content, in: inner, to: &output)
        } else {
          append(content, in: inner, depth: stretch.depth, to: &output)
        }
      }
      if inner == direction || content.isEmpty {
        appendContent(to: &output)
      } else {
        let sign: Unicode.Scalar = inner == .leftToRight ? "\u{2066}" : "\u{2067}"
        output.append(Letter(scalar: sign, segment: content[content.startIndex].segment))
        appendContent(to: &output)
        output.append(Letter(scalar: "\u{2069}", segment: content[content.endIndex - 1].segment))
      }
      at = stretch.end
      free = at
    }
    appendTokens(letters[free...], in: direction, to: &output)
  }

  private func stretch(of letters: ArraySlice<Letter>, from start: Int, depth: Depth) -> Stretch? {
    let letter = letters[start]
    if letter.scalar.isIsolateSign { return typedStretch(of: letters, from: start, depth: depth) }
    let look = looks[Int(letter.segment)]
    func end(_ belongs: (Letter) -> Bool) -> Int {
      letters[start...].firstIndex { !belongs($0) } ?? letters.endIndex
    }
    if let index = look.tags.indices.dropFirst(depth.tags).first(where: {
      look.tags[$0].isOfLanguage
    }) {
      let tag = look.tags[index]
      let end = end { letter in
        let tags = looks[Int(letter.segment)].tags
        return tags.count > index && tags[index] == tag
      }
      return Stretch(
        content: start..<end, end: end,
        direction: context.direction(ofLanguage: tag.language ?? ""),
        depth: Depth(tags: index + 1, isolates: depth.isolates + 1))
    }
    guard look.isVerbatim, letter.scalar != "\u{2028}" else { return nil }
    let range = start..<end { $0.segment == letter.segment }
    if look.raise > .zero { return Stretch(content: range, end: range.upperBound, depth: depth) }
    return Stretch(
      content: range, end: range.upperBound, direction: .leftToRight, isWhole: true, depth: depth)
  }

  /// Signs that stand alone would turn what follows to the paragraph's end; they hold nothing.
  private func typedStretch(
    of letters: ArraySlice<Letter>, from start: Int, depth: Depth
  ) -> Stretch {
    guard let end = closers[start], end < letters.endIndex, depth.isolates < Self.deepest else {
      return Stretch(content: start..<start, end: start + 1, direction: .leftToRight, depth: depth)
    }
    let content = (start + 1)..<end
    let sign = letters[start].scalar
    let isForward = sign == "\u{2066}" || sign == "\u{2068}" && !letters[content].runsBackward
    return Stretch(
      content: content, end: end + 1, direction: isForward ? .leftToRight : .rightToLeft,
      depth: depth.within)
  }

  /// UAX 9 counts 125 levels; no one writes as many.
  private static let deepest = 60

  /// By the place of each sign that opens an isolate: where its end is.
  private static func closers(in letters: [Letter]) -> [Int: Int] {
    var (open, closers) = ([Int](), [Int: Int]())
    for (index, letter) in letters.enumerated() where letter.scalar.isIsolateSign {
      if letter.scalar != "\u{2069}" {
        open.append(index)
      } else if let start = open.popLast() {
        closers[start] = index
      }
    }
    return closers
  }

  // MARK: Tokens

  private func appendTokens(
    _ letters: ArraySlice<Letter>, in direction: Direction, to output: inout [Letter]
  ) {
    guard direction == .rightToLeft, !letters.isEmpty else {
      output += letters
      return
    }
    let tokens = ForwardTokens(text: letters.map(\.scalar))
    var at = letters.startIndex
    while at < letters.endIndex {
      guard let length = tokens.length(from: at - letters.startIndex) else {
        output.append(letters[at])
        at += 1
        continue
      }
      let token = letters[at..<(at + length)]
      // Arabic digits run forward each number for itself: only an override holds their groups.
      let isForced = token.contains { $0.scalar.isArabicDigit }
      func sign(_ scalar: Unicode.Scalar, _ index: Int) {
        output.append(Letter(scalar: scalar, segment: letters[index].segment))
      }
      sign("\u{2066}", at)
      if isForced { sign("\u{202D}", at) }
      output += token
      at += length
      if isForced { sign("\u{202C}", at - 1) }
      sign("\u{2069}", at - 1)
    }
  }
}

extension ArraySlice<Letter> {
  /// Whether the first letter that has a direction runs from right to left.
  fileprivate var runsBackward: Bool {
    for letter in self {
      if letter.scalar.isRightToLeft { return true }
      if letter.scalar.properties.isAlphabetic { return false }
    }
    return false
  }
}

extension Tag {
  fileprivate var isOfLanguage: Bool {
    if case .span = role { language != nil } else { false }
  }
}

extension Unicode.Scalar {
  fileprivate var isIsolateSign: Bool { value >= 0x2066 && value <= 0x2069 }
}

extension String {
  /// Held together, whatever stands around it.
  func isolated(running direction: Direction) -> String {
    (direction == .leftToRight ? "\u{2066}" : "\u{2067}") + self + "\u{2069}"
  }
}
