/// Pairs passages of a source and a translation that no memory pairs: in order, like with like.
enum Alignment {
  struct Candidate {
    var passage: Passage
    /// The source's words that it was once confirmed against.
    var confirmedSource: String?
  }

  /// The longest common subsequence by weight: passages of one kind may be paired, and gain by what they
  /// share whatever the language: identifiers, notes, values, addresses and numbers.
  ///
  /// - Returns: indices of both, rising.
  static func pairs(_ source: [Passage], _ translation: [Candidate]) -> [(
    source: Int, translation: Int
  )] {
    let (m, n) = (source.count, translation.count)
    guard m > 0, n > 0 else { return [] }
    // A section of thousands of new passages has no history worth a table of millions.
    guard m * n <= 4_000_000 else { return [] }
    let sourceSigns = source.map { SharedSigns(of: $0) }
    let translationSigns = translation.map { SharedSigns(of: $0.passage) }
    let sourceWords = source.map { WordBag(of: $0.text) }
    let oldWords = translation.map { $0.confirmedSource.map { WordBag(of: $0) } }

    func weight(_ i: Int, _ j: Int) -> Int {
      guard source[i].kind == translation[j].passage.kind else { return 0 }
      // An identifier says it, whatever the words have become.
      if let id = source[i].id { return id == translation[j].passage.id ? 300 : 0 }
      if let old = oldWords[j] {
        // Confirmed once: only what its source may have become. A note is known by its label, and a
        // section's passages that are compared here are those of one label.
        let likeness = old.likeness(to: sourceWords[i])
        return likeness < WordBag.leastLikeness && source[i].kind != .note ? 0 : 10 + likeness
      }
      return 10 + sourceSigns[i].likeness(to: translationSigns[j])
    }
    return heaviestPairs(m, n, weight).map { (source: $0, translation: $1) }
  }
}

/// The common subsequence of two sequences whose pairs weigh most together; what weighs nothing is no
/// pair. Indices of both, rising.
func heaviestPairs(_ m: Int, _ n: Int, _ weight: (Int, Int) -> Int) -> [(Int, Int)] {
  var best = [Int](repeating: 0, count: (m + 1) * (n + 1))
  func at(_ i: Int, _ j: Int) -> Int { i * (n + 1) + j }
  for i in stride(from: m - 1, through: 0, by: -1) {
    for j in stride(from: n - 1, through: 0, by: -1) {
      let pair = weight(i, j)
      best[at(i, j)] = max(
        pair > 0 ? pair + best[at(i + 1, j + 1)] : 0, best[at(i + 1, j)], best[at(i, j + 1)])
    }
  }
  var pairs: [(Int, Int)] = []
  var (i, j) = (0, 0)
  while i < m, j < n {
    let pair = weight(i, j)
    if pair > 0, best[at(i, j)] == pair + best[at(i + 1, j + 1)] {
      pairs.append((i, j))
      (i, j) = (i + 1, j + 1)
    } else if best[at(i, j)] == best[at(i + 1, j)] {
      i += 1
    } else {
      j += 1
    }
  }
  return pairs
}

/// What a translation leaves as it is: of these, two passages that belong together have most in common.
private struct SharedSigns {
  private let signs: Set<Substring>

  init(of passage: Passage) {
    var signs: Set<Substring> = []
    for word in passage.text.split(whereSeparator: { " ()[]{}«»“”\"'’,;".contains($0) }) {
      if word.contains(where: { $0.isNumber }) || word.hasPrefix("^") || word.hasPrefix("#")
        || word.contains("://") || word.contains("@")
      {
        signs.insert(word)
      }
    }
    self.signs = signs
  }

  /// From 0 to 100.
  func likeness(to other: SharedSigns) -> Int {
    guard !signs.isEmpty || !other.signs.isEmpty else { return 50 }
    let common = signs.intersection(other.signs).count
    return 200 * common / (signs.count + other.signs.count)
  }
}
