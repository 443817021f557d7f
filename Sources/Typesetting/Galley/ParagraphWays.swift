internal import Diagnostics
internal import Geometry

/// The ways in which a paragraph may be set: as it stands in the galley, the best, and in a line
/// less or more, which pages may choose where it makes them level.
///
/// Only the best way is set beforehand; of the others it is known what each line calls and how it
/// ends, and what sets them once they are chosen. Shared between copies of a strip, never changed.
final class ParagraphWays: Sendable {
  /// A way that has not been set.
  struct Other: Hashable {
    struct Line: Hashable {
      /// The notes, by number, that it is the first to call.
      var notes: [Int]
      var endsWithHyphen: Bool
    }

    /// More than the best way has.
    var demerits: Int
    var lines: [Line]
  }

  /// What sets the paragraph.
  struct Recipe {
    var composition: Composition
    var indent: Length
    var measure: Length
    var options: LineOptions
    var place: Place
    var range: SourceRange
  }

  let lineCount: Int
  let others: [Other]
  let recipe: Recipe

  init(lineCount: Int, others: [Other], recipe: Recipe) {
    self.lineCount = lineCount
    self.others = others
    self.recipe = recipe
  }

  /// Behind the last of its strips, between which stand penalties alone.
  func end(from item: Int) -> Int { item + lineCount * 2 - 1 }

  /// With every note's number replaced by what is to be counted: notes may come in pieces.
  func renumbered(_ indices: (Int) -> [Int]) -> ParagraphWays {
    let others = others.map { other in
      var other = other
      for line in other.lines.indices {
        other.lines[line].notes = other.lines[line].notes.flatMap(indices)
      }
      return other
    }
    return ParagraphWays(lineCount: lineCount, others: others, recipe: recipe)
  }
}

extension GalleyBuilder {
  /// The strips of a paragraph in its best way, on the grid; the first knows the others.
  mutating func strips(_ recipe: ParagraphWays.Recipe) -> [Strip] {
    let (lines, others) = compose(recipe)
    var strips = lines.map { strip($0, in: recipe.place, range: recipe.range) }
    if !strips.isEmpty, !others.isEmpty {
      strips[0].paragraph = ParagraphWays(
        lineCount: strips.count, others: others, recipe: recipe)
    }
    return strips
  }

  /// The strips of a paragraph in one of its other ways.
  func strips(_ paragraph: ParagraphWays, other: Int) -> [Strip] {
    let (recipe, other) = (paragraph.recipe, paragraph.others[other])
    let lines = compose(recipe, inLines: other.lines.count)
    return zip(lines, other.lines).map { line, known in
      var strip = strip(line, in: recipe.place, range: recipe.range)
      strip.notes = known.notes
      return strip
    }
  }
}
