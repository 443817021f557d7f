internal import Diagnostics
internal import Markdown

/// A translated chapter with a catalogue's words in it.
package struct ChapterImport: Sendable {
  /// As it is then.
  package var text: ChapterText
  package var replaced: [Rewording] = []
  package var added: [Rewording] = []
  /// Words with which the file would say something else than meant.
  package var refused: [Rewording] = []
  /// Words whose place in the file is not known.
  package var unplaced: [Rewording] = []
  /// Words of parts that have not all of theirs yet.
  package var leftOut: [Rewording] = []

  /// - Parameters:
  ///   - name: the translated chapter's, without its ending.
  ///   - sources: the source's chapters that stand in this file, each with the states of its passages.
  package init(
    into target: ChapterText, named name: String,
    from sources: [(text: ChapterText, states: [PassageState])], _ catalogue: CatalogueImport
  ) {
    let outline = Outline(of: target.chapter)
    var changes: [ChapterChange] = []
    for rewording in catalogue.replacements {
      guard let passage = rewording.state.translation, passage.place.chapter == name else {
        continue
      }
      if let change = target.change(to: rewording, of: passage, outline) {
        changes.append(change)
      } else {
        refused.append(rewording)
      }
    }
    let replacements = changes.count
    for (source, states) in sources {
      let own = Set(states.compactMap(\.source))
      let words = catalogue.additions.filter { $0.state.source.map(own.contains) ?? false }
      guard !words.isEmpty else { continue }
      let transcript = Transcript(of: source, saying: words)
      refused += transcript.refused
      var filling = ChapterFilling(target, named: name, with: transcript, states)
      filling.fill(
        calling: changes.prefix(replacements).reduce(into: []) {
          for words in $1.rewordings { $0.formUnion(words.calls) }
        })
      changes += filling.changes
      leftOut += filling.incomplete.flatMap { transcript.rewordings(in: $0) }
      let said = Set(filling.changes.flatMap(\.rewordings) + leftOut + transcript.refused)
      unplaced += words.filter { !said.contains($0) }
    }
    let result = target.changed(by: changes)
    text = result.text
    refused += result.refused.flatMap(\.rewordings)
    for rewording in result.made.flatMap(\.rewordings) {
      if rewording.state.translation == nil {
        added.append(rewording)
      } else {
        replaced.append(rewording)
      }
    }
  }
}
