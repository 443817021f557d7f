import Geometry
import Typesetting

/// Letters on a page as a reader, or a program that reads aloud, comes upon them.
struct Piece: Equatable {
  var text: String
  var x: Length
  /// Of the baseline.
  var y: Length
  var width: Length
  var size: Length
  /// From the outermost inwards.
  var tags: [Tag]

  func isInside(_ role: Tag.Role) -> Bool { tags.contains { $0.role == role } }

  /// Running heads, folios, leaders: no part of the text.
  var isArtifact: Bool { isInside(.artifact) }
  var isNote: Bool { isInside(.note) }
  /// The number of a note where it is called.
  var isCall: Bool { tags.areOfCall }
  var isLabel: Bool { isInside(.listLabel) }
  var isCaption: Bool { isInside(.caption) }

  var isHeading: Bool {
    tags.contains { if case .heading = $0.role { true } else { false } }
  }

  /// Where a link of this piece leads within the book.
  var destination: String? {
    tags.compactMap { if case .internalLink(let name) = $0.role { name } else { nil } }.last
  }
}

extension [Tag] {
  /// Of a note's number where it is called; the contents refer to chapters, at full size.
  var areOfCall: Bool {
    contains { $0.role == .reference } && !contains { $0.role == .contentsItem }
  }
}

extension Page {
  /// In reading order.
  var pieces: [Piece] {
    var tags: [Tag] = []
    var pieces: [Piece] = []
    for mark in marks {
      switch mark {
      case .open(let tag): tags.append(tag)
      case .close: _ = tags.popLast()
      case .run(let run, let at, _):
        pieces.append(
          Piece(
            text: run.text, x: at.x, y: at.y, width: run.advance, size: run.size, tags: tags))
      default: break
      }
    }
    return pieces
  }

  var anchors: [String] {
    marks.compactMap { if case .anchor(let name, _) = $0 { name } else { nil } }
  }

  /// Where the baseline stands in a line of the grid, as most letters on the page have it.
  func gridPhase(_ design: Design) -> Length {
    var counts: [Int: Int] = [:]
    let leading = design.stylesheet.leading.units
    for piece in pieces where !piece.isArtifact && !piece.isNote && !piece.isCall {
      counts[((piece.y - design.format.head).units % leading + leading) % leading, default: 0] += 1
    }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    return Length(units: most ?? leading * 7 / 10)
  }

  /// The text's left edge on this page.
  func left(_ design: Design) -> Length {
    side == .recto ? design.format.gutter : design.format.foreEdge
  }
}

extension Design {
  var linesPerPage: Int {
    (format.trim.height - format.head - format.foot).units / stylesheet.leading.units
  }
}

extension [Page] {
  /// The folio of the page on which an anchor stands.
  func folio(of anchor: String) -> String? {
    first { $0.anchors.contains(anchor) }?.folio
  }

  /// All the words in reading order, notes aside, one space between pieces of different lines.
  var text: String {
    flatMap(\.pieces).filter { !$0.isArtifact && !$0.isNote }.map(\.text).joined()
  }
}

extension String {
  /// What must come out as it went in: no spaces, no soft hyphens, apostrophes alike.
  var lettersAlone: String {
    var letters = UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x20, 0xA0, 0xAD, 0x2028, 0x2002...0x200A, 0x202F, 0x205F: break
      case 0x2019: letters.append("'")
      default: letters.append(scalar)
      }
    }
    return String(letters)
  }
}
