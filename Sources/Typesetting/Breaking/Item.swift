package import Geometry

/// What a breaker reads: a paragraph as words, spaces and hyphenation points, or a galley as
/// lines, blank space and places where a page may end. After Knuth and Plass, 1981.
package enum Item<Material: Sendable>: Sendable {
  case box(Box<Material>)
  case glue(Glue)
  case penalty(Penalty)
}

/// Something that is set as it is: part of a word, or a line of a page.
package struct Box<Material: Sendable>: Sendable {
  /// Its extent along the direction of setting: width in a line, height on a page.
  package var extent: Length
  /// How far it stands out into the margin at either end of a line.
  package var hang: Hang
  /// By how much its letters may be spaced, or closed up, as a last resort.
  package var tracking: Length
  package var material: Material

  package init(
    extent: Length, hang: Hang = .none, tracking: Length = .zero, material: Material
  ) {
    self.extent = extent
    self.hang = hang
    self.tracking = tracking
    self.material = material
  }
}

/// How far something stands out into the margins, so that lines look even: a full stop or a hyphen
/// at a line's very edge seems to stand within it.
package struct Hang: Hashable, Sendable {
  /// Where it begins a line.
  package var start: Length
  /// Where it ends one.
  package var end: Length

  package init(start: Length = .zero, end: Length = .zero) {
    self.start = start
    self.end = end
  }

  package static let none = Hang()
}

/// Space that may grow or shrink; a break may come at glue that follows a box, and the glue is
/// then lost.
package struct Glue: Hashable, Sendable {
  package var extent: Length
  package var stretch: Length
  /// 0 for finite stretch; 1 to 3 for fil, fill and filll, each infinitely greater than the last.
  package var stretchOrder: UInt8
  package var shrink: Length

  package init(
    extent: Length, stretch: Length = .zero, stretchOrder: UInt8 = 0, shrink: Length = .zero
  ) {
    self.extent = extent
    self.stretch = stretch
    self.stretchOrder = stretchOrder
    self.shrink = shrink
  }
}

/// A place where a break may come, at a price.
package struct Penalty: Hashable, Sendable {
  /// 10,000 or more forbids the break, -10,000 or less forces it.
  package var cost: Int
  /// What stands at the end of the line if the break is taken: the hyphen.
  package var before: Length
  /// What stands at the start of the next line if the break is taken.
  package var after: Length
  /// What stands there if the break is not taken.
  package var otherwise: Length
  /// A hyphen is drawn: two such breaks in a row cost more.
  package var isFlagged: Bool
  /// How far what stands at the end of the line, if anything does, hangs into the margin.
  package var hang: Length

  package init(
    cost: Int, before: Length = .zero, after: Length = .zero, otherwise: Length = .zero,
    isFlagged: Bool = false, hang: Length = .zero
  ) {
    self.cost = cost
    self.before = before
    self.after = after
    self.otherwise = otherwise
    self.isFlagged = isFlagged
    self.hang = hang
  }

  package static let forbidden = 10_000
  package static let forced = -10_000
}
