/// Two texts word by word: what stayed, what went, what came.
package struct WordDiff: Hashable, Sendable {
  package enum Change: Hashable, Sendable { case same, removed, added }
  package struct Part: Hashable, Sendable {
    package var change: Change
    package var text: String
  }

  package var parts: [Part]

  /// Spaces belong to the word before them, so that parts joined give the texts again.
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
    var parts: [Part] = []
    func append(_ change: Change, _ word: Substring) {
      if parts.last?.change == change {
        parts[parts.count - 1].text += word
      } else {
        parts.append(Part(change: change, text: String(word)))
      }
    }
    var (i, j) = (0, 0)
    while i < m || j < n {
      if i < m, j < n, before[i] == after[j] {
        append(.same, after[j])
        (i, j) = (i + 1, j + 1)
      } else if j == n || i < m && common[at(i + 1, j)] >= common[at(i, j + 1)] {
        append(.removed, before[i])
        i += 1
      } else {
        append(.added, after[j])
        j += 1
      }
    }
    self.parts = parts
  }

  private static func words(_ text: String) -> [Substring] {
    var words: [Substring] = []
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      let next = text.index(after: index)
      if text[index] == " " {
        words.append(text[start..<next])
        start = next
      }
      index = next
    }
    if start < text.endIndex { words.append(text[start...]) }
    return words
  }
}
