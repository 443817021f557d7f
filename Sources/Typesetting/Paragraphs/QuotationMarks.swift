/// Turns straight marks into the language's, and apostrophes into true ones; sets guillemets within
/// guillemets as the marks of a quotation within another, where the language has those.
struct QuotationMarks {
  let context: CopyContext

  /// A quotation that is not closed yet.
  private struct Opened {
    /// Where its mark stands.
    var index: Int
    /// In the language's levels; nil for single marks.
    var level: Int?
    /// What was typed.
    var typed: Unicode.Scalar
  }

  func set(in letters: inout [Letter]) {
    var open: [Opened] = []
    for index in letters.indices {
      let letter = letters[index]
      guard letter.scalar.value < 0x2040, !letter.scalar.isWordPart, context.isFree(letter) else {
        continue
      }
      switch letter.scalar {
      case "\"": setDouble(at: index, in: &letters, &open)
      case "'": setSingle(at: index, in: &letters, &open)
      case "«", "“", "„":
        let levels = context.language(of: letter).quotation.levels
        let level = levels.firstIndex { $0.open == letter.scalar } ?? 0
        // “ closes what „ opened.
        if letter.scalar == "“", open.last?.typed == "„" {
          open.removeLast()
        } else {
          open.append(Opened(index: index, level: level, typed: letter.scalar))
        }
      case "»": closeGuillemet(at: index, in: &letters, &open)
      case "”": if open.last?.typed == "“" { open.removeLast() }
      default: break
      }
    }
  }

  private func setDouble(at index: Int, in letters: inout [Letter], _ open: inout [Opened]) {
    let levels = context.language(of: letters[index]).quotation.levels
    if opens(at: index, in: letters) {
      // What encloses it may be a quotation of single marks, which does not count.
      let outer = open.last { $0.level != nil }?.level
      let level = outer.map { ($0 + 1) % levels.count } ?? 0
      open.append(Opened(index: index, level: level, typed: "\""))
      letters[index].scalar = levels[level].open
    } else if let last = open.lastIndex(where: { $0.typed == "\"" }) {
      letters[index].scalar = levels[open[last].level ?? 0].close
      open.removeSubrange(last...)
    } else if index == 0 || !letters[index - 1].scalar.isDigit {
      // After a number it may mean inches.
      letters[index].scalar = levels[0].close
    }
  }

  private func setSingle(at index: Int, in letters: inout [Letter], _ open: inout [Opened]) {
    let marks = context.language(of: letters[index]).quotation.single
    let followsWord = index > 0 && letters[index - 1].scalar.isWordPart
    let precedesWord = index + 1 < letters.count && isWord(letters[index + 1])
    if followsWord && precedesWord {
      letters[index].scalar = "’"
    } else if opens(at: index, in: letters) {
      guard isClosed(from: index, in: letters) else {
        // "les années '90"
        letters[index].scalar = "’"
        return
      }
      open.append(Opened(index: index, typed: "'"))
      letters[index].scalar = marks.open
    } else if let last = open.lastIndex(where: { $0.typed == "'" }) {
      letters[index].scalar = marks.close
      open.removeSubrange(last...)
    } else if index == 0 || !letters[index - 1].scalar.isDigit {
      // After a number it may mean feet or minutes.
      letters[index].scalar = "’"
    }
  }

  /// Before a word or a sign, and behind a space or something that opens.
  private func opens(at index: Int, in letters: [Letter]) -> Bool {
    guard index + 1 < letters.count, !isSpace(letters[index + 1]) else { return false }
    guard index > 0 else { return true }
    let before = letters[index - 1]
    return isSpace(before) || Self.openers.contains(before.scalar)
      // "l'"amie"": an apostrophe leads to its word.
      || before.scalar == "’" && isWord(letters[index + 1])
  }

  /// A later mark that stands behind a word and before none.
  private func isClosed(from index: Int, in letters: [Letter]) -> Bool {
    for later in (index + 2)..<max(letters.count, index + 2)
    where letters[later].scalar == "'" && context.isFree(letters[later]) {
      let endsWord = !isSpace(letters[later - 1])
      let goesOn = later + 1 < letters.count && isWord(letters[later + 1])
      if endsWord && !goesOn { return true }
    }
    return false
  }

  /// «…» within «…»: only once the inner one is closed is it known to be one.
  private func closeGuillemet(at index: Int, in letters: inout [Letter], _ open: inout [Opened]) {
    guard let last = open.lastIndex(where: { $0.typed == "«" }) else { return }
    let quotation = context.language(of: letters[index]).quotation
    let depth = open[..<last].count { $0.typed == "«" }
    if quotation.variesGuillemets, depth > 0,
      isClosedGuillemet(from: index, in: letters)
    {
      let marks = quotation.levels[depth % quotation.levels.count]
      letters[open[last].index].scalar = marks.open
      letters[index].scalar = marks.close
    }
    open.removeSubrange(last...)
  }

  /// Whether the quotation around this inner one is closed too: a paragraph that goes on with a
  /// quotation may repeat its opening mark alone.
  private func isClosedGuillemet(from index: Int, in letters: [Letter]) -> Bool {
    var depth = 1
    for letter in letters[(index + 1)...] where context.isFree(letter) {
      if letter.scalar == "«" { depth += 1 }
      if letter.scalar == "»" { depth -= 1 }
      if depth == 0 { return true }
    }
    return false
  }

  private func isWord(_ letter: Letter) -> Bool {
    letter.scalar.isWordPart || !context.isFree(letter) && !letter.scalar.isSpace
  }

  private func isSpace(_ letter: Letter) -> Bool {
    letter.scalar.isSpace || letter.scalar == "\u{2028}"
  }

  private static let openers: Set<Unicode.Scalar> = [
    "(", "[", "{", "«", "‹", "“", "„", "‘", "‚", "\"", "'", "—", "–", "-", "/", "¿", "¡",
  ]
}
