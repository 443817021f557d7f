package import Geometry

extension Binding {
  /// The fields of a side: columns, and rows.
  package var fields: (columns: Int, rows: Int) {
    switch style {
    case .saddleStitch, .signatures, .perfectGathered: boundEdge == .top ? (1, 2) : (2, 1)
    case .quarto, .cutSaddle: (2, 2)
    case .octavo, .miniZine: (4, 2)
    case .cutAndStack, .perfectLeaves: mostLeaves
    }
  }

  /// As many leaves as lie on the paper, upright or turned; one where none does.
  private var mostLeaves: (columns: Int, rows: Int) {
    // Nobody cuts a sheet into more than a thousand leaves.
    func count(_ page: Length, on sheet: Length) -> Int {
      min(max((sheet + Self.slack).units / max(page.units, 1), 1), 32)
    }
    func count(on sheet: Size) -> (columns: Int, rows: Int) {
      (
        count(placedSize.width, on: sheet.width), count(placedSize.height, on: sheet.height)
      )
    }
    let (upright, turned) = (count(on: paper.size), count(on: paper.size.turned))
    return turned.columns * turned.rows > upright.columns * upright.rows ? turned : upright
  }

  /// The sheet as it is printed: turned so that its fields hold the pages.
  package var sheetSize: Size {
    let upright = paper.size
    if fits(upright) != fits(upright.turned) { return fits(upright) ? upright : upright.turned }
    // Both ways, or neither: as the fields lie.
    let (needed, paper) = (neededSize, upright)
    let isWide = needed.width > needed.height
    return isWide == (paper.width > paper.height) ? paper : paper.turned
  }

  /// What the pages take of a sheet.
  package var neededSize: Size {
    Size(
      width: placedSize.width * fields.columns, height: placedSize.height * fields.rows)
  }

  private func fits(_ sheet: Size) -> Bool { neededSize.fits(sheet) }

  /// Sizes in other people's files are rounded to whole points: an A4 page may be 842 of them high,
  /// and no sheet of A3 is twice that. Nobody sees what is missing at the edges.
  static let slack = Length.millimetres(0.2)

  /// Whether the pages lie on a sheet without being cut.
  package var pageFits: Bool { fits(sheetSize) }

  /// The scale at which pages of this size fill the sheet's fields.
  package var fittingScale: Double {
    func scale(on sheet: Size) -> Double {
      min(
        sheet.width / (pageSize.width * fields.columns),
        sheet.height / (pageSize.height * fields.rows))
    }
    return max(scale(on: paper.size), scale(on: paper.size.turned))
  }

  /// Makes lengths of a layout, and turns the back as the printer turns the paper.
  func sheet(_ layout: Layout, of pages: [Int?]) -> Sheet {
    let layout = boundEdge == .right ? layout.mirrored : layout
    let back = forme(
      layout.back, layout.creases.map { $0.seenFromBehind(columns: fields.columns) }, layout, pages)
    return Sheet(
      outer: forme(layout.front, layout.creases, layout, pages),
      inner: turnsBacks(of: sheetSize) ? back.upsideDown : back)
  }

  private func forme(
    _ side: Layout.Side, _ creases: [Layout.FieldCrease], _ layout: Layout, _ pages: [Int?]
  ) -> Forme {
    let size = sheetSize
    let (columns, rows) = (side.rows[0].count, side.rows.count)
    func x(_ column: Int) -> Length { size.width * column / columns }
    func y(_ row: Int) -> Length { size.height * row / rows }
    var cells: [Cell] = []
    for (row, fields) in side.rows.enumerated() {
      for (column, field) in fields.enumerated() {
        let room = Rectangle(
          x: x(column), y: y(row), width: x(column + 1) - x(column), height: y(row + 1) - y(row))
        cells.append(cell(field, in: room, isFolded: layout.isFolded, pages))
      }
    }
    return Forme(
      size: size, cells: cells,
      creases: creases.map {
        Crease(
          from: Point(x: x($0.from.x), y: y($0.from.y)), to: Point(x: x($0.to.x), y: y($0.to.y)),
          kind: $0.kind)
      })
  }

  /// A folded page is placed from the spine, so that pages meet in the fold exactly, and what the
  /// page leaves of the sheet (A5 is half a millimetre less than half an A4) stays at the fore-edge.
  /// Along the spine, and for cut leaves both ways, rests are equal, so that front and back agree
  /// whichever way the sheet is turned.
  private func cell(
    _ field: Layout.Field, in room: Rectangle, isFolded: Bool, _ pages: [Int?]
  ) -> Cell {
    let spine = spine(of: field)
    let onSheet = field.isOnItsHead ? spine.opposite : spine
    let size = placedSize
    var corner = Point(
      x: room.minX + (room.size.width - size.width) / 2,
      y: room.minY + (room.size.height - size.height) / 2)
    let shift = isFolded ? creepShift(of: field, of: pages.count) : .zero
    if isFolded {
      switch onSheet {
      case .left: corner.x = room.minX + shift
      case .right: corner.x = room.maxX - size.width - shift
      case .top: corner.y = room.minY + shift
      case .bottom: corner.y = room.maxY - size.height - shift
      }
    }
    let rests = Cell.Margins(
      left: corner.x - room.minX, right: room.maxX - corner.x - size.width,
      top: corner.y - room.minY, bottom: room.maxY - corner.y - size.height)
    return Cell(
      page: field.position.flatMap { $0 <= pages.count ? pages[$0 - 1] : nil },
      place: field.isOnItsHead
        ? Transform(
          origin: corner + Point(x: size.width, y: size.height), upsideDown: true, scale: scale)
        : Transform(origin: corner, scale: scale),
      spine: spine, room: field.isOnItsHead ? rests.upsideDown : rests)
  }

  /// Right-hand pages, at odd positions, are bound on the left of a book bound on the left.
  private func spine(of field: Layout.Field) -> Cell.Edge {
    let isRecto = (field.position ?? 1) % 2 == 1
    return switch boundEdge {
    case .left: isRecto ? .left : .right
    case .right: isRecto ? .right : .left
    case .top: isRecto ? .top : .bottom
    }
  }
}

extension Size {
  /// Whether it lies on a sheet, rounded sizes allowed for.
  func fits(_ sheet: Size) -> Bool {
    width <= sheet.width + Binding.slack && height <= sheet.height + Binding.slack
  }
}

extension Layout {
  /// For a book bound on the right: each row from the other end, and nothing else.
  fileprivate var mirrored: Layout {
    var mirrored = self
    mirrored.front = front.mirrored
    mirrored.back = back.mirrored
    let columns = front.rows[0].count
    mirrored.creases = creases.map { $0.mirrored(columns: columns) }
    return mirrored
  }
}

extension Layout.FieldCrease {
  func mirrored(columns: Int) -> Self {
    var crease = self
    crease.from.x = columns - to.x
    crease.to.x = columns - from.x
    return crease
  }

  func seenFromBehind(columns: Int) -> Self {
    var crease = mirrored(columns: columns)
    switch kind {
    case .mountain: crease.kind = .valley
    case .valley: crease.kind = .mountain
    case .cut: break
    }
    return crease
  }
}

extension Cell.Edge {
  package var opposite: Cell.Edge {
    switch self {
    case .left: .right
    case .right: .left
    case .top: .bottom
    case .bottom: .top
    }
  }
}

extension Cell.Margins {
  fileprivate var upsideDown: Cell.Margins {
    Cell.Margins(left: right, right: left, top: bottom, bottom: top)
  }
}
