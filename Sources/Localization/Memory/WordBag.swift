/// The words of a text, each as often as it occurs.
struct WordBag {
  private var counts: [Substring: Int] = [:]
  private var total = 0

  init(of text: String) {
    for word in NormalForm(of: text).text.lowercased().split(separator: " ") {
      counts[word, default: 0] += 1
      total += 1
    }
  }

  /// The part of the words that both have, of a hundred (Dice's coefficient); a text that holds the whole
  /// of the other counts as half alike at least: paragraphs are split and merged.
  func likeness(to other: WordBag) -> Int {
    guard total + other.total > 0 else { return 100 }
    let common = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
    let dice = 200 * common / (total + other.total)
    let contained = 100 * common / max(min(total, other.total), 1)
    return contained >= 85 && common >= 3 ? max(dice, 50) : dice
  }

  /// Of a hundred: with fewer words in common, two texts have the same subject at best.
  static let leastLikeness = 35
}
