internal import Geometry
internal import Imposition

/// The pages that a side of a sheet holds, found from outside: by what the sheet says of itself.
struct PagesOfSheets {
  let sheet: Size
  /// What its pages take of it together, about its middle; nil where it does not say.
  let trimmed: Size?
  /// How many there are; nil where it does not say.
  let cellCount: Int?

  /// How large its pages may be, each size once: one for sheets that are folded, several or none for
  /// leaves that are cut, for these may lie anywhere.
  func sizes(for binding: Binding) -> [Size] {
    guard binding.style.isCut else { return [folded(binding)] }
    var sizes: [Size] = []
    for (columns, rows) in grids {
      let size = Size(
        width: leaf(trimmed?.width, columns, of: sheet.width),
        height: leaf(trimmed?.height, rows, of: sheet.height))
      if size.isOfAPage, !sizes.contains(size), holds(size, columns, rows, binding) {
        sizes.append(size)
      }
    }
    return sizes
  }

  private var grids: [(columns: Int, rows: Int)] {
    let counts = 1...8
    return counts.flatMap { columns in counts.map { (columns, $0) } }
      .filter { cellCount == nil || $0.0 * $0.1 == cellCount }
  }

  /// Whether a sheet of such leaves would be laid out so.
  private func holds(_ size: Size, _ columns: Int, _ rows: Int, _ binding: Binding) -> Bool {
    var binding = binding
    binding.pageSize = size
    return binding.fields == (columns, rows) && binding.lies(on: sheet)
  }

  /// Leaves lie in the middle of their fields.
  private func leaf(_ trimmed: Length?, _ count: Int, of sheet: Length) -> Length {
    (trimmed ?? sheet) - sheet * (count - 1) / count
  }

  /// Pages meet in the fold, and along it they lie in the middle of their fields.
  private func folded(_ binding: Binding) -> Size {
    let (columns, rows) = binding.fields
    let field = Size(width: sheet.width / columns, height: sheet.height / rows)
    guard let trimmed else { return field }
    func across(_ trimmed: Length, _ count: Int, of sheet: Length) -> Length {
      // Of four in a row, two and two have a fold between them.
      count == 4 ? (trimmed - sheet / 2) / 2 : trimmed / 2
    }
    let isBoundAtTheTop = binding.boundEdge == .top
    let size = Size(
      width: isBoundAtTheTop
        ? leaf(trimmed.width, columns, of: sheet.width)
        : across(trimmed.width, columns, of: sheet.width),
      height: isBoundAtTheTop
        ? across(trimmed.height, rows, of: sheet.height)
        : leaf(trimmed.height, rows, of: sheet.height))
    // What trims to next to nothing is no page.
    let isLikely =
      size.width * 3 > field.width && size.height * 3 > field.height && size.width <= field.width
      && size.height <= field.height
    return isLikely ? size : field
  }
}

extension Size {
  /// Neither a strip nor a label.
  fileprivate var isOfAPage: Bool {
    width >= .millimetres(20) && height >= .millimetres(20) && height < width * 2
      && width < height * 2
  }
}

extension Binding {
  /// Whether its sheets are that way up.
  func lies(on sheet: Size) -> Bool { pageFits && sheetSize == sheet }
}

extension Binding.Style {
  /// Whether leaves are cut apart: a sheet alone does not say where they lie.
  var isCut: Bool {
    switch self {
    case .cutAndStack, .perfectLeaves: true
    default: false
    }
  }
}
