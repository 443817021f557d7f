internal import Diagnostics
internal import Markdown

/// One thing that is to change in a chapter's file, and what its outline then says.
struct ChapterChange {
  enum Outcome {
    /// A part's line is another.
    case line(Int, Outline.Line)
    /// After a part and all within it, by its number; -1 for before all.
    case parts(after: Int, [Outline.Line])
  }

  /// Parts that come in one place stand one after the other.
  struct Piece {
    var place: SourceRange
    var text: String
    /// Before the first in a place, between two, and after the last.
    var before = ""
    var between = ""
    var after = ""
  }

  var rewordings: [Rewording]
  var piece: Piece
  var outcome: Outcome
}

extension ChapterText {
  /// The file with as many of the changes as leave everything else as it was.
  func changed(
    by changes: [ChapterChange]
  ) -> (text: ChapterText, made: [ChapterChange], refused: [ChapterChange]) {
    let outline = Outline(of: chapter)
    if let text = changed(by: changes, from: outline) { return (text, changes, []) }
    // One by one, only where something is wrong: each takes a reading of the file.
    var text = self
    var (made, refused): ([ChapterChange], [ChapterChange]) = ([], [])
    for change in changes {
      if let next = changed(by: made + [change], from: outline) {
        text = next
        made.append(change)
      } else {
        refused.append(change)
      }
    }
    return (text, made, refused)
  }

  /// Nil where the outline is not the one that is meant.
  private func changed(by changes: [ChapterChange], from outline: Outline) -> ChapterText? {
    guard !changes.isEmpty else { return self }
    var pieces: [SourceRange: [ChapterChange.Piece]] = [:]
    for change in changes { pieces[change.piece.place, default: []].append(change.piece) }
    let places = pieces.keys.sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    let edits = places.map { place in
      let pieces = pieces[place] ?? []
      let text =
        pieces[0].before + pieces[0].text
        + pieces.dropFirst().map { $0.between + $0.text }.joined()
        + pieces[pieces.count - 1].after
      return SourceEdit(place, text.replacing("\n", with: lineEnd))
    }
    // None may begin before another ends.
    guard zip(places, places.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound }) else {
      return nil
    }
    let text = ChapterText(bytes.mended(by: edits), file: chapter.file)
    return Outline(of: text.chapter).lines == outline.lines(after: changes) ? text : nil
  }
}

extension Outline {
  fileprivate func lines(after changes: [ChapterChange]) -> [Line] {
    var changed = lines
    var added: [Int: [Line]] = [:]
    for change in changes {
      switch change.outcome {
      case .line(let index, let line): changed[index] = line
      case .parts(let index, let lines): added[index, default: []] += lines
      }
    }
    return (added[-1] ?? []) + changed.enumerated().flatMap { [$1] + (added[$0] ?? []) }
  }
}
