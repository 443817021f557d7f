internal import Geometry
internal import Imposition

/// What someone sees on a printed test sheet.
struct PrintTestAnswer: Hashable, Sendable, CaseIterable {
  enum Way: Hashable, Sendable, CaseIterable {
    /// The printer printed both sides by itself.
    case inOneGo
    /// The sheet was put back as it came out, and page 2 came behind page 1.
    case blankSide
    /// Put back in the same way, page 2 came upon page 1.
    case sameSide
  }

  var way: Way
  /// Page 2 is the right way up after turning the sheet as one turns a page; where both are on one
  /// side, with page 1 upright.
  var isUpright: Bool

  static let allCases: [PrintTestAnswer] = Way.allCases.flatMap { way in
    [true, false].map { PrintTestAnswer(way: way, isUpright: $0) }
  }

  /// The printer of which this is true.
  ///
  /// Printed sheets are taken to land on one another, and the tray to give the topmost first. Then a
  /// pile put back as it came gives its last sheet first, and needs its backs in reverse; a pile
  /// turned over gives its first one. The pile is turned as a page is, about the upright middle of
  /// what is printed on it, so that what was seen on one sheet holds for all.
  func profile(on sheet: Size) -> PrinterProfile {
    let uprightEdge: PrinterProfile.Flip =
      sheet.width < sheet.height ? .longEdge : .shortEdge
    let other: PrinterProfile.Flip = uprightEdge == .longEdge ? .shortEdge : .longEdge
    guard way != .inOneGo else {
      return PrinterProfile(flip: isUpright ? uprightEdge : other)
    }
    let usual = PrinterProfile()
    let turns = (usual.flip != uprightEdge) != !isUpright
    return PrinterProfile(
      flip: usual.flip,
      manual: .init(reversesBacks: way == .blankSide, turnsBacks: turns))
  }
}

extension PrinterProfile {
  /// As it is typed after `--printer`.
  var typed: String {
    guard let manual else { return flip == .shortEdge ? "flip=short" : "flip=long" }
    let order = manual.reversesBacks ? "reverse" : "forward"
    let edge = flip == .shortEdge ? "" : "flip=long,"
    return "\(edge)manual,backs=\(order),turn=\(manual.turnsBacks ? 180 : 0)"
  }
}
