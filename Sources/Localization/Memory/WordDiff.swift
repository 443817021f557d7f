/// Two texts word by word: what stayed, what went, what came.
package struct WordDiff: Hashable, Sendable {
  package enum Change: Hashable, Sendable { case same, removed, added }
  package struct Part: Hashable, Sendable {
    package var change: Change
    package var text: String
  }

  package var parts: [Part]

  /// Parts joined, without those that came or those that went, give the texts again.
  package init(from old: String, to new: String) {
    let (before, after) = (Self.words(old), Self.words(new))
    let (m, n) = (before.count, after.count)
    guard m * n <= 4_000_000 else {
      parts = [Part(change: .removed, text: old), Part(change: .added, text: new)]
      return
    }
    var common = [Int](repeating: 0, count: (m + 1) * (n + 1))
    func at(_ i: Int, _ j: Int) -> Int { i * (n + 1) + j }
    for i in stride(from: m - 1, through: 0, by: -1) {
      for j in stride(from: n - 1, through: 0, by: -1) {
        common[at(i, j)] =
          before[i] == after[j]
          ? common[at(i + 1, j + 1)] + 1 : max(common[at(i + 1, j)], common[at(i, j + 1)])
      }
    }
    var run = Run()
    var (i, j) = (0, 0)
    while i < m || j < n {
      if i < m, j < n, before[i] == after[j] {
        run.keep(after[j])
        (i, j) = (i + 1, j + 1)
      } else if j == n || i < m && common[at(i + 1, j)] >= common[at(i, j + 1)] {
        run.removed += before[i]
        i += 1
      } else {
        run.added += after[j]
        j += 1
      }
    }
    run.endChange()
    parts = run.parts
  }

  /// Words, signs and spaces each by themselves: a comma that comes behind a word leaves it the same. What
  /// means one thing in Markdown is one.
  private static func words(_ text: String) -> [Substring] {
    var words: [Substring] = []
    var rest = text[...]
    while let first = rest.first {
      let end: Substring.Index
      if let sign = rest.prefixMatch(of: /\[\^[^\]\s]*\]|\{\{[^}]*\}\}|\[?\]\([^)\s]*\)|<[^>\s]*>/)
      {
        end = sign.range.upperBound
      } else if first.isInWord, !first.isIdeograph {
        end = rest.wordEnd
      } else if first.isWhitespace {
        end = rest.firstIndex { !$0.isWhitespace } ?? rest.endIndex
      } else {
        end = rest.index(after: rest.startIndex)
      }
      words.append(rest[..<end])
      rest = rest[end...]
    }
    return words
  }
}

/// Parts as they are found: what went and came between two words that stayed is one change.
private struct Run {
  var parts: [WordDiff.Part] = []
  var removed = ""
  var added = ""

  mutating func keep(_ word: Substring) {
    endChange()
    if parts.last?.change == .same {
      parts[parts.count - 1].text += word
    } else {
      parts.append(WordDiff.Part(change: .same, text: String(word)))
    }
  }

  mutating func endChange() {
    guard !removed.isEmpty || !added.isEmpty else { return }
    joinOverSpace()
    if !removed.isEmpty { parts.append(WordDiff.Part(change: .removed, text: removed)) }
    if !added.isEmpty { parts.append(WordDiff.Part(change: .added, text: added)) }
    (removed, added) = ("", "")
  }

  /// A space between two words that were both replaced by others is a part of what was replaced.
  private mutating func joinOverSpace() {
    guard parts.count > 2, let space = parts.last, space.change == .same,
      space.text.allSatisfy(\.isWhitespace), !removed.isEmpty, !added.isEmpty,
      parts[parts.count - 2].change == .added, parts[parts.count - 3].change == .removed
    else { return }
    parts.removeLast()
    added = parts.removeLast().text + space.text + added
    removed = parts.removeLast().text + space.text + removed
  }
}

extension Character {
  fileprivate var isInWord: Bool { isLetter || isNumber }

  /// Written without spaces between words: each is compared by itself.
  fileprivate var isIdeograph: Bool {
    unicodeScalars.first.map { (0x3040...0x9FFF).contains($0.value) } ?? false
  }
}

extension Substring {
  /// Behind the word at the start: letters and digits, and what joins them, as in 12.5 or l’a-t-il.
  fileprivate var wordEnd: Index {
    var end = startIndex
    while end < endIndex {
      let next = index(after: end)
      if self[end].isInWord, !self[end].isIdeograph {
        end = next
      } else if "-·.,:’'@/_".contains(self[end]), next < endIndex, self[next].isInWord {
        end = next
      } else {
        break
      }
    }
    return end
  }
}
