/// The word among others that someone who misspelt it may have meant.
package struct NearestWord: Hashable, Sendable {
  package let word: String?

  /// Longer words are not compared: the work grows with the square of their length.
  private static let longest = 60

  package init(to word: String, among others: some Sequence<String>) {
    let letters = Array(word.lowercased().unicodeScalars)
    guard letters.count <= Self.longest else {
      self.word = nil
      return
    }
    // A third of the letters may differ; more is another word.
    var least = min(letters.count, max(1, letters.count / 3) + 1)
    var nearest: String?
    for other in others {
      let distance = Self.distance(letters, Array(other.lowercased().unicodeScalars))
      if distance < least { (least, nearest) = (distance, other) }
    }
    self.word = nearest
  }

  /// What to do: take that word; nil where no word is near.
  package var hint: Wording? {
    word.map { Wording(en: "did you mean \($0)?", fr: "vouliez-vous dire \($0) ?") }
  }

  /// Letters to insert, remove, replace or swap with the next (Damerau and Levenshtein's).
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    guard b.count <= longest else { return .max }
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var row = [i + 1]
      for (j, other) in b.enumerated() {
        var least = min(last[j] + (letter == other ? 0 : 1), row[j] + 1, last[j + 1] + 1)
        if i > 0, j > 0, letter == b[j - 1], other == a[i - 1] {
          least = min(least, before[j - 1] + 1)
        }
        row.append(least)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
