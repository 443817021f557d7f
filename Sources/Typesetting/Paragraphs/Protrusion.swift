internal import Geometry

/// How far signs stand out into the margins, in thousandths of their width: the edges of a column
/// look straight when what is light there lies a little outside.
///
/// The figures are those of microtype's default set, its most moderate, which suits most faces.
enum Protrusion {
  /// - Parameter isItalic: letters that lean cross the edge by themselves; only signs hang.
  static func hang(of scalar: Unicode.Scalar, isItalic: Bool) -> (start: Int, end: Int) {
    let value = scalar.value
    guard value < 0x80 else { return beyondASCII(value) }
    let isLetter = value | 0x20 >= 0x61 && value | 0x20 <= 0x7A
    return isLetter && isItalic ? (0, 0) : ascii[Int(value)]
  }

  private static let ascii: [(start: Int, end: Int)] = {
    var table = [(start: Int, end: Int)](repeating: (0, 0), count: 0x80)
    func set(_ signs: String, _ start: Int, _ end: Int) {
      for sign in signs.utf8 { table[Int(sign)] = (start, end) }
    }
    set(".", 0, 700)
    set(",", 0, 500)
    set(":", 0, 500)
    set(";", 0, 300)
    set("!?", 0, 100)
    set("-", 500, 500)
    set("(", 100, 0)
    set(")", 0, 200)
    set("/", 100, 200)
    set("*", 200, 200)
    set("+", 250, 250)
    set("~", 200, 250)
    set("ATVWXYvwxy147", 50, 50)
    set("FKLkr", 0, 50)
    return table
  }()

  private static func beyondASCII(_ value: UInt32) -> (start: Int, end: Int) {
    switch value {
    case 0x2010, 0x2011: (500, 500)
    case 0x2013: (200, 200)
    case 0x2014: (150, 150)
    // ‘ ’ ‚ and “ ” „
    case 0x2018...0x201A: (300, 400)
    case 0x201C...0x201E: (300, 300)
    case 0xAB, 0xBB: (200, 200)
    case 0x2039: (400, 300)
    case 0x203A: (300, 400)
    case 0xC6: (50, 0)
    default: (0, 0)
    }
  }
}
