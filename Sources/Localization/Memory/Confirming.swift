extension TranslationState {
  /// The memory after someone has said that these passages of the translation say what the source says
  /// today; all others keep what they were confirmed against. In the order of the book.
  ///
  /// - Parameter isConfirmed: of the states that have a translation.
  package func memory(
    after memory: Memory, confirming isConfirmed: (PassageState) -> Bool
  ) -> Memory {
    var kept: [Memory.Entry] = []
    for state in passages {
      guard let translation = state.translation else { continue }
      if isConfirmed(state), state.freshness != .local {
        let source = state.source?.text ?? translation.text
        kept.append(
          Memory.Entry(
            place: (state.source ?? translation).place, source: source,
            translation: translation.text, isLocal: state.source == nil,
            comments: memory.comments(of: state)))
      } else if let source = state.confirmedSource {
        let place = (state.source ?? translation).place
        let words = state.confirmedTranslation ?? translation.text
        kept.append(
          Memory.Entry(
            place: place, source: source, translation: words,
            isLocal: state.freshness == .local, comments: memory.comments(of: state)))
      }
    }
    return Memory(kept, sourceDate: memory.sourceDate)
  }
}

extension Memory {
  fileprivate func comments(of state: PassageState) -> [String] {
    guard let source = state.confirmedSource else { return [] }
    return entries.first { $0.source == source && !$0.comments.isEmpty }?.comments ?? []
  }
}
