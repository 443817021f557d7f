import Geometry
import Typesetting

/// Pages as text: every line of the baseline grid is a line with its number, what stands off the
/// grid has none. A letter of text is a column; larger type is drawn closer than it is.
struct Drawing {
  let design: Design
  private var lines: [Length: [Character]] = [:]
  private var furniture: Set<Length> = []
  private let page: Page
  private let top: Length
  /// Where in a line of the grid the baseline stands.
  private let phase: Length
  private let left: Length
  private let column: Length
  private let leading: Length

  static func page(_ page: Page, _ design: Design) -> String {
    Drawing(page, design).rows.joined(separator: "\n")
  }

  /// All pages one below another, each under its number.
  static func pages(_ pages: [Page], _ design: Design) -> String {
    pages.map { "[\($0.folio) \($0.kind)]\n" + page($0, design) }.joined(separator: "\n\n")
  }

  /// A left-hand and a right-hand page side by side, as an open booklet shows them.
  static func spread(_ verso: Page, _ recto: Page, _ design: Design) -> String {
    let sides = (Drawing(verso, design).rows, Drawing(recto, design).rows)
    let width = design.format.measure.units / (design.stylesheet.textSize / 2).units + 6
    return (0..<max(sides.0.count, sides.1.count)).map { index in
      let one = index < sides.0.count ? sides.0[index] : ""
      let other = index < sides.1.count ? sides.1[index] : ""
      return one + String(repeating: " ", count: max(1, width - one.count)) + other
    }.joined(separator: "\n")
  }

  private init(_ page: Page, _ design: Design) {
    self.design = design
    self.page = page
    left = page.kind == .cover || page.kind == .backCover ? .zero : page.left(design)
    top = design.format.head
    phase = page.gridPhase(design)
    column = design.stylesheet.textSize / 2
    leading = design.stylesheet.leading
    draw()
  }

  // MARK: Marks

  private mutating func draw() {
    var tags: [Tag] = []
    let baselines = page.pieces.filter { !$0.isCall }.map(\.y)
    for mark in page.marks {
      switch mark {
      case .open(let tag): tags.append(tag)
      case .close: _ = tags.popLast()
      case .run(let run, let at, _):
        if tags.areOfCall {
          let line = baselines.filter { $0 > at.y && $0 - at.y < leading }.min() ?? at.y
          let raised = run.text.map { Self.superscripts[$0] ?? $0 }
          put(raised, at: self.column(at.x), y: line, pushes: true)
        } else {
          put(words: run, at: at)
        }
      case .fill(let box, _): draw(rule: box)
      case .stroke(let path, _, let dash, _): draw(path, isDotted: !dash.isEmpty)
      case .picture(let id, let box): draw(picture: id.index, box)
      case .anchor: break
      }
    }
  }

  private static let superscripts: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
    "9": "⁹",
  ]

  private func column(_ x: Length) -> Int {
    Int(((x - left) / column).rounded())
  }

  /// Each word where it stands; spaces are what lies between.
  private mutating func put(words run: GlyphRun, at point: Point) {
    if run.text == "\u{AD}" { return put(["-"], at: column(point.x), y: point.y, pushes: true) }
    var x = point.x
    var word: [Character] = []
    var start = x
    var followsSpace = false
    var glyph = run.isRightToLeft ? run.glyphs.count : 0
    var byte = 0
    let bytes = Array(run.text.utf8)
    for cluster in run.clusters {
      let text = String(decoding: bytes[byte..<(byte + cluster.byteCount)], as: UTF8.self)
      if run.isRightToLeft { glyph -= cluster.glyphCount }
      let advance = run.glyphs[glyph..<(glyph + cluster.glyphCount)].reduce(Length.zero) {
        $0 + $1.advance
      }
      if !run.isRightToLeft { glyph += cluster.glyphCount }
      if text == " " || text == "\u{A0}" {
        put(word, at: column(start), y: point.y, pushes: true, followsSpace: followsSpace)
        followsSpace = true
        word = []
        start = x + advance
      } else if text != "\u{AD}", text != "\u{2028}" {
        word += text
      }
      x += advance
      byte += cluster.byteCount
    }
    put(word, at: column(start), y: point.y, pushes: true, followsSpace: followsSpace)
  }

  /// - Parameter pushes: moves to the right rather than cover what is there.
  private mutating func put(
    _ letters: [Character], at column: Int, y: Length, pushes: Bool, followsSpace: Bool = false
  ) {
    guard !letters.isEmpty else { return }
    let y = lines.keys.first { abs(($0 - y).points) < 0.6 } ?? y
    var line = lines[y] ?? []
    // Nothing is lost off the left edge.
    var column = max(0, column + Self.margin)
    if pushes {
      let end = (line.lastIndex { $0 != " " } ?? -2) + 1
      column = max(column, followsSpace ? end + 1 : end)
    }
    while line.count < column + letters.count { line.append(" ") }
    for (offset, letter) in letters.enumerated() { line[column + offset] = letter }
    lines[y] = line
  }

  private static let margin = 1

  private mutating func draw(rule box: Rectangle) {
    if box.size.width < box.size.height {
      for y in gridLines(from: box.minY, to: box.maxY) {
        put(["┃"], at: column(box.minX) - 1, y: y, pushes: false)
      }
    } else {
      let width = max(1, column(box.maxX) - column(box.minX))
      put(
        [Character](repeating: "─", count: width), at: column(box.minX), y: box.minY,
        pushes: false)
    }
  }

  private func gridLines(from top: Length, to bottom: Length) -> [Length] {
    (0..<200).map { baseline($0) }.filter { $0 > top && $0 <= bottom }
  }

  private func baseline(_ line: Int) -> Length {
    top + leading * line + phase
  }

  private mutating func draw(_ path: Path, isDotted: Bool) {
    var points: [Point] = []
    for step in path.steps {
      switch step {
      case .move(let point), .line(let point): points.append(point)
      case .curve, .close: break
      }
    }
    guard let first = points.first else { return }
    let xs = points.map(\.x)
    let ys = points.map(\.y)
    let box = Rectangle(
      x: xs.min()!, y: ys.min()!, width: xs.max()! - xs.min()!, height: ys.max()! - ys.min()!)
    if isDotted {
      let width = max(1, column(box.maxX) - column(box.minX))
      put(
        [Character](repeating: ".", count: width), at: column(box.minX), y: first.y + .points(0.4),
        pushes: false)
    } else if box.size.width < leading {
      // A box to tick, or the tick in it.
      let line = gridLines(from: box.minY, to: box.minY + leading).first ?? box.maxY
      put([points.count == 3 ? "☑" : "☐"], at: column(box.minX), y: line, pushes: false)
    } else {
      draw(frame: box, path)
    }
  }

  /// Corners where the frame is closed, bare sides where a page's end cuts it.
  private mutating func draw(frame box: Rectangle, _ path: Path) {
    let (from, to) = (column(box.minX) - 1, column(box.maxX))
    for y in gridLines(from: box.minY, to: box.maxY) {
      put(["│"], at: from, y: y, pushes: false)
      put(["│"], at: to, y: y, pushes: false)
    }
    func isDrawn(_ y: Length) -> Bool {
      let steps = path.steps + (path.steps.contains(.close) ? [path.steps[0]] : [])
      return zip(steps, steps.dropFirst()).contains { pair in
        guard case .line(let end) = pair.1, end.y == y else { return false }
        switch pair.0 {
        case .move(let start), .line(let start): return start.y == y && start.x != end.x
        default: return false
        }
      }
    }
    let side = [Character](repeating: "─", count: max(0, to - from - 1))
    if isDrawn(box.minY) { put(["┌"] + side + ["┐"], at: from, y: box.minY, pushes: false) }
    if isDrawn(box.maxY) { put(["└"] + side + ["┘"], at: from, y: box.maxY, pushes: false) }
  }

  private mutating func draw(picture: Int, _ box: Rectangle) {
    let width = max(1, column(box.maxX) - column(box.minX))
    for y in gridLines(from: box.minY, to: box.maxY) {
      put([Character](repeating: "▒", count: width), at: column(box.minX), y: y, pushes: false)
    }
  }

  // MARK: Rows

  private var rows: [String] {
    let grid = (0..<design.linesPerPage).map { baseline($0) }
    let all = Set(lines.keys).union(grid).sorted()
    return all.map { y in
      let number = grid.firstIndex(of: y).map { String($0 + 1) } ?? ""
      let padded = String(repeating: " ", count: 2 - number.count) + number
      return padded + "|" + String(lines[y] ?? [])
    }
  }
}
