extension CatalogueImport {
  /// The memory's own file, in which someone has edited entries: what the translation still says as it was
  /// confirmed is replaced, what it says otherwise is in conflict.
  package init(editsIn state: TranslationState) {
    self.init(of: POFile(header: []), into: state)
    for passage in state.passages {
      guard let text = passage.proposal, let remembered = passage.remembered,
        !remembered.entry.isFuzzy
      else { continue }
      let replacement = Replacement(state: passage, text: text)
      guard remembered.isVoucher else {
        conflicts.append(replacement)
        continue
      }
      replacements.append(replacement)
      if let source = passage.source, passage.freshness == .fresh { confirmed.insert(source) }
    }
  }
}
