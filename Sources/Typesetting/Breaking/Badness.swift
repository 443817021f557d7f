internal import Geometry

/// How bad it is to stretch or shrink a line: about 100 times the cube of the ratio, in whole
/// numbers, from 0 to 10,000. The arithmetic is TeX's own (tex.web, section 108), so that our
/// decisions are TeX's to the last unit.
enum Badness {
  /// As bad as a line that fits can be.
  static let awful = 10_000
  /// The line cannot shrink enough.
  static let overfull = awful + 1
  /// The line has taken all the shrink there is.
  static let full = 100

  /// - Parameters:
  ///   - excess: how much the glue must give, not negative.
  ///   - give: how much all of it should give at most.
  static func of(_ excess: Length, against give: Length) -> Int {
    let (t, s) = (excess.units, give.units)
    if t == 0 { return 0 }
    if s <= 0 { return awful }
    // 297 cubed is nearly 100 times 2 to the 18th: r is 297 t / s, computed so that it would
    // not overflow 31 bits, and rounded the way that choice rounds it.
    let r: Int
    if t <= 7_230_584 {
      r = t * 297 / s
    } else if s >= 1_663_497 {
      r = t / (s / 297)
    } else {
      r = t
    }
    // 1290 cubed is the last that gives less than 10,000.
    return r > 1290 ? awful : (r * r * r + 0x20000) / 0x40000
  }
}

/// How a line looks beside its neighbours; lines that differ by more than one step clash.
enum Fitness: Int, CaseIterable {
  case veryLoose
  case loose
  case decent
  case tight

  /// 13 is the badness of glue that gives half of what it may, 100 of all (tex.web, section 817).
  init(stretchedWithBadness badness: Int) {
    self = badness > 99 ? .veryLoose : badness > 12 ? .loose : .decent
  }

  init(shrunkWithBadness badness: Int) {
    self = badness > 12 ? .tight : .decent
  }
}
