internal import Diagnostics
internal import Geometry
package import Markdown

extension Callout {
  /// What the code in a box `qr` says: the first link out of the book.
  package var codeLink: Link? {
    guard kind == "qr" else { return nil }
    var chapter = Chapter(file: "", blocks: blocks)
    chapter.blocks.insert(.paragraph(Paragraph(content: title, range: range)), at: 0)
    var found: Link?
    chapter.visit(inline: { inline in
      if found == nil, case .link(let link) = inline, !link.destination.hasPrefix("#") {
        found = link
      }
    })
    return found
  }
}

extension GalleyBuilder {
  /// A code to scan and, beside it, what it leads to in clear; no page's end parts them. False where
  /// there is none to print.
  mutating func setCode(_ callout: Callout, in place: Place) -> Bool {
    guard let link = callout.codeLink, let matrix = desk.qrCodes[link.destination] else {
      return false
    }
    // Pages from right to left are turned as wholes, and scanners read no code in a mirror.
    let symbol = QRSymbol(
      desk.language.direction == .rightToLeft ? matrix.turned : matrix, leading: desk.leading)
    // A line of words fits beside it, or else they stand below.
    let isBeside = place.measure - symbol.size >= place.style.size * 12
    appendSpace(lines: 1, givesWay: true)
    let start = items.count
    // At the page's own edge its white may stand in the margin.
    let shift = place.path.isEmpty ? symbol.quietZone : .zero
    let alternative = "\(desk.language.apparatus.code) (\(link.destination))"
    var strip = Strip(
      lineCount: isBeside ? 0 : symbol.lineCount,
      marks: symbol.marks(at: Point(x: place.indent - shift, y: .zero)))
    strip.path = place.path + [element(.figure(alternative: alternative))]
    strip.decorations = place.decorations
    strip.range = callout.range
    append(strip)
    appendPenalty(Penalty.forbidden)
    var words = place.inside(element(.section))
    if isBeside {
      words.indent += symbol.size - shift
      words.measure -= symbol.size - shift
    }
    let linksBecomeNotes = linksBecomeNotes
    self.linksBecomeNotes = false
    setTitle(of: callout, in: words)
    // So few words need no indents.
    for block in callout.blocks { set([block], in: words) }
    self.linksBecomeNotes = linksBecomeNotes
    hold(from: start, lines: symbol.lineCount, in: place)
    appendSpace(lines: 1, givesWay: true)
    return true
  }

  /// Lets no page end before so many lines from an item on, and makes them up where they lack.
  private mutating func hold(from start: Int, lines: Int, in place: Place) {
    var (held, space) = (0, 0)
    var index = start
    while index < items.count, held < lines {
      switch items[index] {
      case .box(let box):
        if held > 0 || box.material.lineCount > 0 {
          if index > start {
            items.insert(.penalty(Penalty(cost: Penalty.forbidden)), at: index)
            index += 1
          }
          held += box.material.lineCount + (held > 0 ? space : 0)
        }
        space = 0
      case .glue(let glue): space = max(space, glue.extent.units / desk.leading.units)
      case .penalty: break
      }
      index += 1
    }
    guard held < lines else { return }
    appendPenalty(Penalty.forbidden)
    append(Strip(lineCount: lines - held, marks: [], decorations: place.decorations))
  }
}

/// A code as it prints: with its white, some whole lines of the grid high.
private struct QRSymbol {
  let matrix: QRMatrix
  let lineCount: Int
  let size: Length
  private let square: Length

  /// Smaller squares run together on a photocopy.
  private static var leastSquare: Length { .millimetres(0.5) }

  init(_ matrix: QRMatrix, leading: Length) {
    self.matrix = matrix
    let squares = matrix.side + 2 * QRMatrix.quietZone
    lineCount = max(1, Int((Self.leastSquare * squares / leading).rounded(.up)))
    size = leading * lineCount
    square = size / squares
  }

  var quietZone: Length { square * QRMatrix.quietZone }

  func marks(at origin: Point) -> [Mark] {
    // Screens show a hair of white between rows that only touch.
    let overlap = square * 0.04
    return matrix.runs.map { run in
      .fill(
        Rectangle(
          x: origin.x + quietZone + square * run.columns.lowerBound,
          y: origin.y + quietZone + square * run.row, width: square * run.columns.count,
          height: square + overlap),
        ink: .black)
    }
  }
}
