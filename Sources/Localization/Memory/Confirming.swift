extension TranslationState {
  /// The memory after someone has said that these passages of the translation say what the source says
  /// today; all others keep what they were confirmed against. In the order of the book.
  ///
  /// An entry goes only when what stands in its place is confirmed, or when both of its sides are gone.
  ///
  /// - Parameters:
  ///   - memory: that by which this state was found.
  ///   - isConfirmed: of the states that have a translation.
  package func memory(
    after memory: Memory, confirming isConfirmed: (PassageState) -> Bool
  ) -> Memory {
    let held = passages.compactMap { state in
      state.entry(after: memory, isConfirmed: state.translation != nil && isConfirmed(state))
    }
    let open = passages.filter { state in
      state.freshness != .fresh && !(state.translation != nil && isConfirmed(state))
    }
    var waiting = memory.entriesByPredecessor(
      except: Set(passages.compactMap { $0.remembered?.index }), of: open)
    var kept = waiting.removeValue(forKey: nil) ?? []
    for (index, entry) in held {
      kept.append(entry)
      if let index { kept += waiting.removeValue(forKey: index) ?? [] }
    }
    return Memory(kept, sourceDate: memory.sourceDate)
  }
}

extension PassageState {
  /// What the memory has of this passage from now on, and the place of what it had before.
  fileprivate func entry(
    after memory: Memory, isConfirmed: Bool
  ) -> (index: Int?, entry: Memory.Entry)? {
    var entry: Memory.Entry
    if let translation, isConfirmed {
      entry = Memory.Entry(
        place: (source ?? translation).place, source: (source ?? translation).text,
        translation: translation.text, confirmedHash: translation.normalForm.hash,
        isLocal: source == nil, comments: remembered?.entry.comments ?? [])
    } else if let remembered, let place {
      entry = remembered.entry
      entry.place = place
      // The same words in today's spelling.
      if let translation, remembered.isVoucher, proposal == nil {
        if entry.isLocal { entry.source = translation.text }
        entry.translation = translation.text
        entry.confirmedHash = translation.normalForm.hash
      }
    } else {
      return nil
    }
    return (remembered?.index, entry)
  }
}

extension Memory {
  /// Entries that say nothing of a passage of today, and of which one side still stands where nothing is
  /// confirmed: a translation that was taken out may come back. By the entry that they follow and that does.
  fileprivate func entriesByPredecessor(
    except held: Set<Int>, of open: [PassageState]
  ) -> [Int?: [Entry]] {
    let sources = Set(open.compactMap { $0.source?.normalForm })
    let translations = Set(open.compactMap { $0.translation?.normalForm })
    var waiting: [Int?: [Entry]] = [:]
    var last: Int?
    for (index, entry) in entries.enumerated() {
      if held.contains(index) {
        last = index
      } else if !entry.isLocal && sources.contains(NormalForm(of: entry.source))
        || translations.contains(NormalForm(of: entry.translation))
      {
        waiting[last, default: []].append(entry)
      }
    }
    return waiting
  }
}
