/// Turns straight marks into the language's, and apostrophes into true ones; sets guillemets within
/// guillemets as the marks of a quotation within another, where the language has those.
struct QuotationMarks {
  private let context: CopyContext
  private var letters: [Letter]
  /// Quotations that are not closed yet, the innermost last.
  private var open: [Opened] = []
  /// By the place of each guillemet that opens and is closed: where it is.
  private var closers: [Int: Int] = [:]
  /// Where the last straight single mark stands that can close something.
  private var lastSingleCloser = -1
  /// Spaces within guillemets that became other marks.
  private var dropped: [Int] = []

  private struct Opened {
    /// Where its mark stands.
    var index: Int
    /// In the language's levels; nil for single marks.
    var level: Int?
    /// What was typed.
    var typed: Unicode.Scalar
    /// How many guillemets around it, itself included, will be closed.
    var depth = 0
  }

  /// No one quotes more deeply; marks beyond are set as they come.
  private static let deepest = 16

  static func set(in letters: [Letter], _ context: CopyContext) -> [Letter] {
    var marks = QuotationMarks(letters, context)
    marks.set()
    return marks.letters
  }

  private init(_ letters: [Letter], _ context: CopyContext) {
    self.letters = letters
    self.context = context
  }

  private mutating func set() {
    findPairs()
    for index in letters.indices where isMark(at: index) {
      let typed = letters[index].scalar
      switch typed {
      case "\"": setDouble(at: index)
      case "'": setSingle(at: index)
      // “ closes what „ opened.
      case "“" where open.last?.typed == "„": open.removeLast()
      case "«", "“", "„":
        let levels = quotation(at: index).levels
        push(
          Opened(
            index: index, level: levels.firstIndex { $0.open == typed } ?? 0, typed: typed,
            depth: (open.last?.depth ?? 0) + (closers[index] == nil ? 0 : 1)))
      case "»": closeGuillemet(at: index)
      case "”" where open.last?.typed == "“" || open.last?.typed == "„": open.removeLast()
      default: break
      }
    }
    for index in dropped.sorted().reversed() { letters.remove(at: index) }
  }

  /// A paragraph that goes on with a quotation may repeat its opening mark alone: only pairs count.
  private mutating func findPairs() {
    var openers: [Int] = []
    for index in letters.indices where isMark(at: index) {
      switch letters[index].scalar {
      case "«": openers.append(index)
      case "»": if let opener = openers.popLast() { closers[opener] = index }
      case "'"
      where index > 0 && !isSpace(at: index - 1)
        && (!isWord(at: index + 1) || touchesIdeograph(at: index)):
        lastSingleCloser = index
      default: break
      }
    }
  }

  private mutating func push(_ opened: Opened) {
    if open.count < Self.deepest { open.append(opened) }
  }

  private mutating func setDouble(at index: Int) {
    let levels = quotation(at: index).levels
    if opens(at: index) {
      // What encloses it may be a quotation of single marks, which does not count.
      let outer = open.last { $0.level != nil }?.level
      let level = outer.map { ($0 + 1) % levels.count } ?? 0
      push(Opened(index: index, level: level, typed: "\"", depth: open.last?.depth ?? 0))
      letters[index].scalar = levels[level].open
    } else if let last = open.lastIndex(where: { $0.typed == "\"" }) {
      letters[index].scalar = levels[(open[last].level ?? 0) % levels.count].close
      open.removeSubrange(last...)
    } else if index == 0 || !letters[index - 1].scalar.isDigit {
      // After a number it may mean inches.
      letters[index].scalar = levels[0].close
    }
  }

  private mutating func setSingle(at index: Int) {
    let marks = quotation(at: index).single
    if index > 0, letters[index - 1].scalar.isWordPart, isWord(at: index + 1),
      !touchesIdeograph(at: index)
    {
      letters[index].scalar = "’"
    } else if opens(at: index) {
      // "les années '90"
      let isClosed = index + 1 < lastSingleCloser
      letters[index].scalar = isClosed ? marks.open : "’"
      if isClosed { push(Opened(index: index, typed: "'", depth: open.last?.depth ?? 0)) }
    } else if let last = open.lastIndex(where: { $0.typed == "'" }) {
      letters[index].scalar = marks.close
      open.removeSubrange(last...)
    } else if index == 0 || !letters[index - 1].scalar.isDigit {
      // After a number it may mean feet or minutes.
      letters[index].scalar = "’"
    }
  }

  private mutating func closeGuillemet(at index: Int) {
    guard let last = open.lastIndex(where: { $0.typed == "«" }) else { return }
    let (first, depth) = (open[last].index, open[last].depth)
    open.removeSubrange(last...)
    let quotation = quotation(at: index)
    guard quotation.variesGuillemets, depth > 1, closers[first] == index else { return }
    let marks = quotation.levels[(depth - 1) % quotation.levels.count]
    letters[first].scalar = marks.open
    letters[index].scalar = marks.close
    if isSpace(at: first + 1) { dropped.append(first + 1) }
    if first + 1 < index - 1, isSpace(at: index - 1) { dropped.append(index - 1) }
  }

  // MARK: Letters

  private func quotation(at index: Int) -> Quotation {
    context.language(of: letters[index]).quotation
  }

  private func isMark(at index: Int) -> Bool {
    switch letters[index].scalar.value {
    case 0x22, 0x27, 0xAB, 0xBB, 0x201C...0x201E: context.isFree(letters[index])
    default: false
    }
  }

  /// Before a word or a sign, and behind a space or something that opens.
  private func opens(at index: Int) -> Bool {
    guard index + 1 < letters.count, !isSpace(at: index + 1) else { return false }
    guard index > 0 else { return true }
    return isSpace(at: index - 1) || Self.openers.contains(letters[index - 1].scalar)
      // "l'"amie"": an apostrophe leads to its word.
      || letters[index - 1].scalar == "’" && isWord(at: index + 1)
      // Chinese and Japanese have no spaces: what is not open yet opens.
      || touchesIdeograph(at: index)
        && !open.contains { $0.typed == letters[index].scalar }
  }

  private func touchesIdeograph(at index: Int) -> Bool {
    index > 0 && letters[index - 1].scalar.isIdeographic
      || index + 1 < letters.count && letters[index + 1].scalar.isIdeographic
  }

  private func isWord(at index: Int) -> Bool {
    guard index < letters.count else { return false }
    let letter = letters[index]
    return letter.scalar.isWordPart || !context.isFree(letter) && !letter.scalar.isSpace
  }

  private func isSpace(at index: Int) -> Bool {
    letters[index].scalar.isSpace || letters[index].scalar == "\u{2028}"
  }

  private static let openers: Set<Unicode.Scalar> = [
    "(", "[", "{", "«", "‹", "“", "„", "‘", "‚", "\"", "'", "—", "–", "-", "/", "¿", "¡",
  ]
}
