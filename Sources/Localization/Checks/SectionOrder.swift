package import Diagnostics

extension TranslationState {
  /// Sections that have moved in the source and not here: all their passages may be fresh, and stand in
  /// another order. The fewest that have to be moved are said.
  ///
  /// - Parameters:
  ///   - chapters: the translation's chapter of each one of the source that has one.
  ///   - file: of a chapter of the translation.
  package func checkOrder(
    _ chapters: [String: String], file: (String) -> String,
    reporting diagnostics: inout [Diagnostic]
  ) {
    let headings = passages.compactMap { state -> (source: Passage, own: Passage)? in
      guard let source = state.source, source.kind == .heading, let own = state.translation else {
        return nil
      }
      return (source, own)
    }
    for (index, heading) in headings.enumerated() {
      guard let wanted = chapters[heading.source.place.chapter] else { continue }
      let isElsewhere = wanted != heading.own.place.chapter
      let isMoved =
        isElsewhere
        || !inOrder(headings, of: heading.source.place.chapter, in: wanted)
          .contains(index)
      guard isMoved else { continue }
      let before = index > 0 ? headings[index - 1] : nil
      let isFirst = before?.source.place.chapter != heading.source.place.chapter
      diagnostics.append(
        .sectionMoved(
          file: file(heading.own.place.chapter), heading.own.range,
          after: isFirst ? nil : before?.own.text, in: isElsewhere ? file(wanted) : nil))
    }
  }
}

/// The most headings of one chapter that stand in the same order on both sides.
private func inOrder(
  _ headings: [(source: Passage, own: Passage)], of chapter: String, in wanted: String
) -> Set<Int> {
  let own = headings.indices.filter {
    headings[$0].source.place.chapter == chapter && headings[$0].own.place.chapter == wanted
  }
  let there = own.sorted {
    headings[$0].own.range.lowerBound < headings[$1].own.range.lowerBound
  }
  return Set(
    heaviestPairs(own.count, there.count) { own[$0] == there[$1] ? 1 : 0 }.map { own[$0.0] })
}

extension Diagnostic {
  fileprivate static func sectionMoved(
    file: String, _ range: SourceRange, after title: String?, in other: String?
  ) -> Diagnostic {
    let english = title.map { "below “\($0)”" } ?? "at the beginning"
    let french = title.map { "sous « \($0) »" } ?? "au début"
    return Diagnostic(
      .warning, "translation-order", file: file, range: range,
      Wording(
        en: "the source has this section elsewhere, \(english)\(other.map { " of \($0)" } ?? "")",
        fr: "la source a cette section ailleurs, \(french)\(other.map { " de \($0)" } ?? "")"),
      hints: [
        Wording(
          en: "move it there with all that stands under it; it stays as fresh as it is",
          fr: "déplacez-la là avec tout ce qu’elle contient ; elle reste à jour comme elle l’est")
      ])
  }
}
