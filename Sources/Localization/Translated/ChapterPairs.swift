/// Which chapter of a translation is which of its source: the one of the same name or, where files were
/// renamed, moved, parted or joined on one side, the one that has most of its passages.
package struct ChapterPairs: Hashable, Sendable {
  /// The source's chapters by the translation's, and the other way round: one each.
  package private(set) var sources: [String: String] = [:]
  package private(set) var translations: [String: String] = [:]
  /// By chapters of the source that have no file of their own: the file in which they are translated.
  package private(set) var hosts: [String: String] = [:]
  /// By chapters of the translation that have no source of their own: the one that their source is now
  /// a part of.
  package private(set) var wholes: [String: String] = [:]

  /// - Parameters:
  ///   - source: the names of all chapters, in their order; a chapter may have no passage.
  package init(source: [String], translation: [String], _ state: TranslationState) {
    for name in translation where source.contains(name) { pair(name, with: name) }
    let shares = Shares(state)
    let ranked = shares.ranked(source, translation)
    for (original, translated) in ranked
    where translations[original] == nil && sources[translated] == nil {
      pair(translated, with: original)
    }
    for (original, translated) in ranked {
      if translations[original] == nil, hosts[original] == nil,
        shares.isLarge(original, translated, ofSource: true)
      {
        hosts[original] = translated
      }
      if sources[translated] == nil, wholes[translated] == nil { wholes[translated] = original }
    }
  }

  private mutating func pair(_ translated: String, with original: String) {
    sources[translated] = original
    translations[original] = translated
  }
}

/// How many passages each chapter of the source has in common with each of the translation.
private struct Shares {
  private struct Pair: Hashable {
    var source: String
    var translation: String
  }

  private var counts: [Pair: Int] = [:]
  private var titles: Set<Pair> = []
  private var sourceSizes: [String: Int] = [:]
  private var translationSizes: [String: Int] = [:]

  init(_ state: TranslationState) {
    var firsts: [String: Passage] = [:]
    for passage in state.passages.compactMap(\.translation) {
      let known = firsts[passage.place.chapter]?.range.lowerBound
      if known.map({ passage.range.lowerBound < $0 }) ?? true {
        firsts[passage.place.chapter] = passage
      }
    }
    for passage in state.passages {
      if let source = passage.source {
        sourceSizes[source.place.chapter, default: 0] += 1
      }
      guard let translation = passage.translation else { continue }
      if passage.freshness != .local {
        translationSizes[translation.place.chapter, default: 0] += 1
      }
      guard let source = passage.source else { continue }
      let pair = Pair(source: source.place.chapter, translation: translation.place.chapter)
      let isTitle =
        sourceSizes[pair.source] == 1 && translation == firsts[pair.translation]
        && source.kind == .heading
      if isTitle { titles.insert(pair) }
      counts[pair, default: 0] += 1
    }
  }

  /// A letter's "Madam, Sir," in common makes no two chapters one: a third of either is wanted, or the
  /// title.
  func ranked(
    _ source: [String], _ translation: [String]
  ) -> [(source: String, translation: String)] {
    var ranked: [(pair: Pair, rank: (Int, Int, Int))] = []
    for original in source {
      for translated in translation {
        let pair = Pair(source: original, translation: translated)
        let isTitle = titles.contains(pair)
        guard
          isTitle || isLarge(original, translated, ofSource: true)
            || isLarge(original, translated, ofSource: false)
        else { continue }
        // In the order of the book where two are alike.
        ranked.append((pair, (isTitle ? 0 : 1, -(counts[pair] ?? 0), ranked.count)))
      }
    }
    return ranked.sorted { $0.rank < $1.rank }.map { ($0.pair.source, $0.pair.translation) }
  }

  func isLarge(_ source: String, _ translation: String, ofSource: Bool) -> Bool {
    let common = counts[Pair(source: source, translation: translation)] ?? 0
    let whole = ofSource ? sourceSizes[source] : translationSizes[translation]
    return common > 0 && common * 3 >= whole ?? 0
  }
}
