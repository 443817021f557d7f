extension CatalogueImport {
  /// The memory's own file, in which someone has edited entries: what the translation still says as it was
  /// confirmed is replaced, what it says otherwise is in conflict.
  package init(editsIn memory: POFile, of state: TranslationState) {
    self.init()
    isOfMemory = true
    let entries = memory.translated
    var signs = StrangeSigns(in: state)
    for passage in state.passages where passage.proposal != nil {
      guard let remembered = passage.remembered, !remembered.entry.isFuzzy else { continue }
      let entry = entries[remembered.index]
      guard let rewording = Rewording(entry, for: passage) else {
        malformed.append(entry)
        continue
      }
      if let sign = signs.first(in: rewording) {
        strange.append(sign)
      } else if remembered.isVoucher {
        replacements.append(rewording)
      } else {
        conflicts.append(rewording)
      }
    }
  }

  /// Whether words that stand in the file are confirmed by this: a memory's edited entry is as stale as it
  /// was.
  package func confirms(_ rewording: Rewording) -> Bool {
    isOfMemory ? rewording.state.freshness == .fresh : rewording.earlierSource == nil
  }
}
