internal import Diagnostics
internal import Markdown

/// Finds what a translated chapter lacks of one of the source's chapters, and where it goes: each part
/// after what it follows there.
struct ChapterFilling {
  private let target: ChapterText
  private let outline: Outline
  private let transcript: Transcript
  /// The places of the source's passages, with those of their translations in this file.
  private let places: [(source: Outline.Place, translation: SourceRange?, isMissing: Bool)]
  /// Of all passages in the file.
  private let targetPlaces: [SourceRange]
  /// Of the notes that stand in the file or can be written into it.
  private var knownNotes: Set<String>
  private let isNew: Bool

  private(set) var changes: [ChapterChange] = []
  /// Parts that the catalogue has words for, but not all of them.
  private(set) var incomplete: [Outline.Part] = []

  /// - Parameters:
  ///   - target: the translation's file as it is, maybe with nothing in it.
  ///   - states: of all passages of the source's chapter.
  init(
    _ target: ChapterText, named name: String, with transcript: Transcript, _ states: [PassageState]
  ) {
    self.target = target
    self.transcript = transcript
    outline = Outline(of: target.chapter)
    isNew = target.chapter.blocks.isEmpty
    targetPlaces = target.chapter.passages(named: name).map(\.range)
    places = states.compactMap { state in
      guard let source = state.source else { return nil }
      let translation = state.translation.flatMap {
        $0.place.chapter == name ? $0.range : nil
      }
      return (Outline.Place(source), translation, state.translation == nil)
    }
    let there = Set(target.chapter.notes.map { $0.label.lowercased() })
    knownNotes = there.union(transcript.outline.notes.map { $0.signs.lowercased() })
    // A note that cannot be written keeps out what calls it, which may be another note.
    var isSettled = false
    while !isSettled {
      let broken = transcript.outline.notes.filter { note in
        let label = note.signs.lowercased()
        return knownNotes.contains(label) && !there.contains(label) && !isWhole(note)
      }
      knownNotes.subtract(broken.map { $0.signs.lowercased() })
      isSettled = broken.isEmpty
    }
  }

  /// - Parameter calls: of the notes that words put into the file call.
  mutating func fill(calling calls: Set<String>) {
    if isNew, let first = transcript.outline.text.parts.first, !isWhole(first) {
      // A chapter begins with its title.
      incomplete += transcript.outline.text.parts.filter { !transcript.rewordings(in: $0).isEmpty }
      return
    }
    fill(outline.text, from: transcript.outline.text)
    fillNotes(calling: calls)
  }

  // MARK: - Parts in their order

  private mutating func fill(_ parent: Outline.Part, from source: Outline.Part) {
    var anchor = -1
    // What has no words, such as code, goes with what stands around it.
    var held: [Outline.Part] = []
    var isFollowing = isNew
    for part in source.parts where part.kind != .caption && part.kind != .title {
      let own = places(in: part)
      if own.isEmpty {
        if let next = bare(after: anchor, in: parent, part.kind) {
          anchor = next
        } else {
          held.append(part)
        }
        continue
      }
      if !own.contains(where: { !$0.isMissing }) {
        guard isWhole(part) else {
          if !transcript.rewordings(in: part).isEmpty { incomplete.append(part) }
          if !isNew { (held, isFollowing) = ([], false) }
          continue
        }
        for part in (isFollowing ? held : []) + [part] { add(part, after: anchor, in: parent) }
        (held, isFollowing) = ([], true)
      } else {
        (held, isFollowing) = ([], false)
        guard let last = own.compactMap(\.translation).last,
          let index = parent.parts.firstIndex(where: { $0.range.encloses(last) })
        else { continue }
        anchor = max(anchor, index)
        if own.contains(where: \.isMissing) { fillWithin(parent.parts[index], from: part) }
      }
    }
    if isFollowing { for part in held { add(part, after: anchor, in: parent) } }
  }

  private mutating func fillWithin(_ part: Outline.Part, from source: Outline.Part) {
    guard part.kind == source.kind else { return }
    switch part.kind {
    case .row:
      guard part.parts.count == source.parts.count else { return }
      for (cell, original) in zip(part.parts, source.parts) { reword(cell, in: part, as: original) }
    case .figure, .callout, .table:
      for single in part.parts {
        guard single.kind == .alternative || single.kind == .caption || single.kind == .title,
          let original = source.parts.first(where: { $0.kind == single.kind })
        else { continue }
        reword(single, in: part, as: original)
      }
      if part.kind != .figure { fill(part, from: source) }
    default:
      fill(part, from: source)
    }
  }

  private func places(
    in part: Outline.Part
  ) -> [(source: Outline.Place, translation: SourceRange?, isMissing: Bool)] {
    places.filter { part.range.encloses($0.source.range) }
  }

  /// The next part of that kind, where no translation stands in it either.
  private func bare(after anchor: Int, in parent: Outline.Part, _ kind: Outline.Part.Kind) -> Int? {
    let next = anchor + 1
    guard next < parent.parts.count, parent.parts[next].kind == kind,
      !targetPlaces.contains(where: { parent.parts[next].range.encloses($0) })
    else { return nil }
    return next
  }

  /// Whether all of its words are there, and the notes that they call.
  private func isWhole(_ part: Outline.Part) -> Bool {
    let words = transcript.rewordings(in: part)
    return words.count == places(in: part).count
      && words.allSatisfy { $0.calls.isSubset(of: knownNotes) }
  }

  // MARK: - What is written

  private mutating func add(_ part: Outline.Part, after anchor: Int, in parent: Outline.Part) {
    guard let piece = piece(part, after: anchor, in: parent) else { return }
    changes.append(
      ChapterChange(
        rewordings: transcript.rewordings(in: part), piece: piece,
        outcome: .parts(
          after: anchor < 0 ? indexBefore(parent) : parent.parts[anchor].lastIndex,
          transcript.lines(of: part))))
  }

  /// A chapter's line stands before all of its parts, a box's title before its blocks.
  private func indexBefore(_ parent: Outline.Part) -> Int {
    parent.kind == .callout ? parent.index + 1 : parent.index
  }

  private func piece(
    _ part: Outline.Part, after anchor: Int, in parent: Outline.Part
  ) -> ChapterChange.Piece? {
    var lines = transcript.text(of: part)
    let siblings = parent.parts.filter { $0.kind != .title && $0.kind != .caption }
    if anchor < 0, siblings.isEmpty {
      // Only a chapter may have nothing in it.
      guard parent.kind == .chapter else { return nil }
      let end = target.fileEnd
      return .init(
        place: end..<end, text: lines.joined(separator: "\n"),
        before: target.bytes.isEmpty ? "" : "\n", between: "\n\n", after: "\n")
    }
    let beside = anchor < 0 ? siblings[0] : parent.parts[anchor]
    if part.kind == .item, let first = lines.first {
      lines[0] = first.marked(as: target.bytes.piece(beside.range))
    }
    let prefix = target.prefix(of: beside.range.lowerBound)
    let text = lines.map { $0.isEmpty ? prefix.trimmedEnd : prefix + $0 }.joined(separator: "\n")
    let blank = "\n\(prefix.trimmedEnd)\n"
    guard anchor >= 0 else {
      guard target.head(of: beside.range.lowerBound) == prefix, part.kind != .row else {
        return nil
      }
      let start = SourceLocation(line: beside.range.lowerBound.line, column: 1)
      let gap = isClose(part, in: parent) ? "\n" : blank
      return .init(place: start..<start, text: text, between: gap, after: gap)
    }
    var line = target.lastLine(of: beside)
    // Below a table's head stands the line that tells how its columns are set.
    if part.kind == .row, anchor == 0 { line += 1 }
    let end = target.end(ofLine: line)
    let gap = isClose(part, in: parent) ? "\n" : blank
    let next = target.bytes.line(line + 1).drop { " \t>".contains($0) }
    let isParted = gap == "\n" || next.isEmpty || next.hasPrefix(":::")
    return .init(
      place: end..<end, text: text, before: gap, between: gap,
      after: isParted ? "" : "\n\(prefix.trimmedEnd)")
  }

  /// Whether such parts stand line by line.
  private func isClose(_ part: Outline.Part, in parent: Outline.Part) -> Bool {
    switch part.kind {
    case .row, .definition: return true
    case .item:
      // As most of the list: by the first two.
      let items = parent.parts.count > 1 ? parent.parts : []
      guard items.count > 1 else { return transcript.isTight(part) }
      return items[1].range.lowerBound.line == target.lastLine(of: items[0]) + 1
    default: return false
    }
  }

  /// Words for a part that stands in the file and has none.
  private mutating func reword(
    _ part: Outline.Part, in parent: Outline.Part, as original: Outline.Part
  ) {
    guard part.place == nil || target.lacksCaption(part, in: parent),
      let rewording = transcript.rewordings(of: original),
      let edit = target.edit(empty: part, in: parent, saying: rewording, as: original, transcript)
    else { return }
    var line = transcript.outline.lines[original.index]
    line.words = rewording.words
    changes.append(
      ChapterChange(
        rewordings: [rewording], piece: .init(place: edit.range, text: edit.replacement),
        outcome: .line(part.index, line)))
  }

  // MARK: - Notes

  private mutating func fillNotes(calling calls: Set<String>) {
    var called = calls.union(target.chapter.noteCalls.map { $0.lowercased() })
    for change in changes { for words in change.rewordings { called.formUnion(words.calls) } }
    let there = Dictionary(
      outline.notes.map { ($0.signs.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    var wanted: Set<Int> = []
    var count = -1
    while count != wanted.count {
      count = wanted.count
      for (index, note) in transcript.outline.notes.enumerated()
      where !wanted.contains(index) && there[note.signs.lowercased()] == nil
        && called.contains(note.signs.lowercased()) && isWhole(note)
      {
        wanted.insert(index)
        for words in transcript.rewordings(in: note) { called.formUnion(words.calls) }
      }
    }
    var last = outline.lines.count - 1
    var isBehindNote = target.endsWithNote
    for (index, note) in transcript.outline.notes.enumerated() {
      if let own = there[note.signs.lowercased()] {
        if places(in: note).contains(where: \.isMissing) { fillWithin(own, from: note) }
      } else if wanted.contains(index) {
        let end = target.fileEnd
        let place = SourceLocation(line: end.line + 1, column: 1)
        let isParted = transcript.isParted(index)
        changes.append(
          ChapterChange(
            rewordings: transcript.rewordings(in: note),
            piece: .init(
              place: place..<place, text: transcript.text(of: note).joined(separator: "\n"),
              before: (target.endsLine ? "" : "\n") + (isBehindNote && !isParted ? "" : "\n"),
              between: isParted ? "\n\n" : "\n", after: "\n"),
            outcome: .parts(after: last, transcript.lines(of: note))))
        last = outline.lines.count - 1
        isBehindNote = true
      } else if !transcript.rewordings(in: note).isEmpty {
        incomplete.append(note)
      }
    }
  }
}
