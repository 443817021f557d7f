internal import Geometry
internal import Imposition

extension StepMaker {
  /// Both faces of the pile, so that it lies rightly before the first fold.
  var checkStep: Step {
    let pile = uncut
    let underside = isTurnedOverTheTop ? pile.underside.onTheirHeads : pile.underside
    var top = view(pile.top, of: binding.sheetSize)
    var under = view(underside, of: binding.sheetSize)
    top.isPile = true
    under.isPile = true
    let page = lowestCover.isEmpty ? firstPage : ownCover.flatMap(firstPage(of:))
    let row = underside.firstIndex { $0.contains { $0.page == page } } ?? 0
    top.caption = KitWords.shortened(words.places.onTop)
    under.caption = KitWords.shortened(words.places.underneath)
    return Step(
      title: words.titles.check,
      text: [
        words.places.onTop.filled(["pages": corners(of: pile.top, row: row)]),
        words.places.underneath.filled(["pages": corners(of: underside, row: row)]),
      ],
      figure: Figure(parts: [.paper(top), .paper(under)], join: .none))
  }

  /// The pile as it comes from the printer, insides up.
  private var uncut: FoldedPile {
    FoldedPile(of: lowestCover + firstSheets, overTheTop: isTurnedOverTheTop)
  }

  /// A cover that lies below the uncut sheets.
  private var lowestCover: [FlatSheet] {
    guard binding.style == .saddleStitch else { return [] }
    return coverSheets
  }

  var coverSheets: [FlatSheet] {
    guard coverIsStapled, let cover = ownCover else { return [] }
    return cover.sheets.map {
      FlatSheet($0, inRowsOf: binding.boundEdge == .top ? 1 : 2, of: binding)
    }
  }

  /// What is folded at once, a cover below the strips or sheets included.
  var foldedPile: FoldedPile {
    switch binding.style {
    case .saddleStitch, .cutSaddle: work.pile.laid(on: coverSheets, overTheTop: isTurnedOverTheTop)
    default: work.pile
    }
  }

  /// As leaves that are bound at the top are.
  var isTurnedOverTheTop: Bool {
    binding.boundEdge == .top && binding.foldMoves == [.topDown]
  }

  /// Two pages of it, in words: those beside the book's first or last.
  private func corners(of faces: [[FoldedPile.Face]], row: Int) -> String {
    guard let first = faces[row].first, let last = faces[row].last else { return "" }
    let places = words.places
    let named: [(FoldedPile.Face, String)] =
      if faces[row].count == 1 {
        [(faces[0][0], places.top), (faces[faces.count - 1][0], places.bottom)]
      } else if faces.count == 1 {
        [(first, places.left), (last, places.right)]
      } else if row == 0 {
        [(first, places.topLeft), (last, places.topRight)]
      } else {
        [(first, places.bottomLeft), (last, places.bottomRight)]
      }
    return named.map { face, place in
      face.page.map { places.page.filled(["page": String($0), "place": place]) }
        ?? places.blank.filled(["place": place])
    }.joined(separator: places.comma)
  }

  var foldStep: Step {
    var pile = foldedPile
    var parts: [Figure.Part] = []
    for move in work.moves {
      parts.append(.paper(foldView(of: pile, move)))
      pile = pile.folded(move)
    }
    var done = view(pile)
    done.heavyEdges = [spineEdge]
    parts.append(.paper(done))
    var text = work.moves.map { words.making.sentence(for: $0) }
    switch binding.nesting {
    case .together where (body.first?.sheets.count ?? 0) > 1:
      text.insert(words.making.together, at: 0)
    case .singly: text.insert(words.making.singly, at: 0)
    default: break
    }
    if let page = pile.top.first?.first?.page {
      text.append(words.making.foldedPageOnTop.filled(["page": String(page)]))
    }
    return Step(title: words.titles.fold, text: text, figure: Figure(parts: parts))
  }

  private func foldView(of pile: FoldedPile, _ move: FoldMove) -> PaperView {
    var sheet = view(pile)
    let (columns, rows) = (Double(pile.columns), Double(pile.rows))
    sheet.creases = [
      move == .topDown
        ? .init(from: Spot(0, rows / 2), to: Spot(columns, rows / 2), line: .fold)
        : .init(from: Spot(columns / 2, 0), to: Spot(columns / 2, rows), line: .fold)
    ]
    sheet.movement = .fold(move)
    return sheet
  }

  /// Of the closed booklet, its first page up.
  var spineEdge: Cell.Edge {
    switch binding.boundEdge {
    case .left: .left
    case .right: .right
    case .top: .top
    }
  }

  /// The closed booklet or signature that begins with a page.
  func closed(_ page: Int?) -> PaperView {
    var view = view([[FoldedPile.Face(page: page, isOnItsHead: false)]], of: binding.sheetSize)
    view.heavyEdges = [spineEdge]
    return view
  }

  var nestStep: Step {
    let sheets = body.first?.sheets ?? []
    let half = (body.first?.pages.count ?? 0) / max(sheets.count, 1) / 2
    let pages = sheets.indices.map { body[0].pages[$0 * half] }
    let shown = pages.count > 4 ? Array(pages.prefix(4)) : pages
    return Step(
      title: words.titles.foldIn,
      text: [words.making.nest.filled(["pages": list(pages)])],
      figure: Figure(parts: shown.reversed().map { .paper(closed($0)) }))
  }

  var heapStep: Step {
    let counts = body.map { String($0.sheets.count) }
    let shown = counts.count > 12 ? Array(counts.prefix(10)) + ["…"] : counts
    let heaps = body.prefix(3).map { signature in
      var view = view(
        FlatSheet(signature.sheets[0], of: binding).outer, of: binding.sheetSize)
      view.isPile = true
      return Figure.Part.paper(view)
    }
    return Step(
      title: words.titles.heaps,
      text: [
        words.making.heaps.filled([
          "page": String(firstPage), "counts": shown.joined(separator: " +\u{A0}"),
        ])
      ],
      figure: Figure(parts: Array(heaps), join: .none))
  }

  var gatherStep: Step {
    let pages = body.map(firstPage(of:))
    return Step(
      title: words.titles.gather, text: [words.making.gather.filled(["pages": list(pages)])],
      figure: Figure(parts: pages.prefix(4).reversed().map { .paper(closed($0)) }))
  }
}

extension KitWords {
  /// What stands before the colon of a sentence.
  static func shortened(_ sentence: String) -> String {
    var words = sentence.prefix { $0 != ":" && $0 != "{" }
    while words.last?.isWhitespace == true { words.removeLast() }
    return String(words)
  }
}

extension KitWords.Making {
  fileprivate func sentence(for move: FoldMove) -> String {
    switch move {
    case .leftOverRight: leftOverRight
    case .rightOverLeft: rightOverLeft
    case .topDown: topDown
    }
  }
}
