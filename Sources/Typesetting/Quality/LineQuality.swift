package import Diagnostics
package import Geometry

/// What is judged of a line once it stands on its page; nothing of it is drawn.
package struct LineQuality: Hashable, Sendable {
  /// Which line of its paragraph, from 0, and of how many.
  package var number: Int
  package var count: Int
  /// What part of their stretch its spaces take, or of their shrink if negative; nil where they
  /// keep their width, as on last lines.
  package var ratio: Double?
  /// By how much it sticks out of its measure.
  package var excess: Length
  package var width: Length
  /// A hyphen is drawn at its end, whoever put it there.
  package var endsWithHyphen: Bool
  /// Nobody expects it to fill its measure.
  package var isRagged: Bool
  package var text: String
  /// What holds its first letter in the source.
  package var range: SourceRange

  package var isFirst: Bool { number == 0 }
  package var isLast: Bool { number == count - 1 }

  /// The same, of a cell, where no line is parted from another.
  var alone: LineQuality {
    var line = self
    (line.number, line.count) = (0, 1)
    return line
  }
}

/// What stands on a page of the text, for those who judge it.
package struct PageText: Hashable, Sendable {
  /// The note, and the lines of it, or of a piece of it, that stand at the page's foot.
  package struct Note: Hashable, Sendable {
    /// Tells it from others of its section; pieces of one note have the same.
    package var number: Int
    /// The anchor at its label; nil where it goes on from a page before.
    package var name: String?
    package var lines: [LineQuality]
  }

  /// Pages of one section are one chapter.
  package var section: Int
  /// For messages about the page.
  package var file: String
  package var lines: [LineQuality] = []
  package var notes: [Note] = []
  /// Its last strip belongs with what follows: a heading.
  package var endsWithHeading = false
}

extension LineQuality {
  init(
    _ line: SetLine, number: Int, of count: Int, in composition: Composition, measure: Length,
    isRagged: Bool
  ) {
    self.number = number
    self.count = count
    // A line that the author ended is as long as it is.
    let isFull = line.ratio != 0 || measure - line.width < .points(0.1)
    ratio = isFull && !isRagged && number < count - 1 ? line.ratio : nil
    excess = line.excess
    width = line.width
    let bytes = composition.styled.text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: line.bytes.lowerBound)
    let end = bytes.index(start, offsetBy: line.bytes.count)
    text = String(decoding: bytes[start..<end], as: UTF8.self)
    let last = text.unicodeScalars.last { $0 != " " }
    endsWithHyphen =
      number < count - 1 && (line.endsWithHyphen || last == "-" || last == "\u{2010}")
    self.isRagged = isRagged
    range = composition.segment(at: line.bytes.lowerBound)?.origin.range ?? .nowhere
  }
}

extension PageText {
  /// - Parameter notes: indices of those set at the page's foot.
  init(_ content: Division.Content, of section: Galley.Section, notes: [Int]) {
    self.section = content.section
    file = section.file
    lines = content.items.flatMap(\.lines)
    self.notes = notes.map { index in
      let note = section.notes[index]
      return Note(number: note.number, name: note.name, lines: note.lines)
    }
    if case .box(let box)? = content.items.last { endsWithHeading = box.material.keepsWithNext }
  }
}

extension Item where Material == Strip {
  var lines: [LineQuality] {
    if case .box(let box) = self { box.material.lines } else { [] }
  }
}
