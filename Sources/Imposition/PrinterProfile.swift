package import Geometry

/// What a printer does to paper, and what has to be done about it.
package struct PrinterProfile: Hashable, Sendable {
  /// The edge about which the sheet is turned to print its back.
  package enum Flip: Hashable, Sendable {
    case shortEdge
    case longEdge
  }

  /// Printing one side, then putting the pile back to print the other.
  package struct ManualDuplex: Hashable, Sendable {
    /// The back of the last sheet is printed first.
    package var reversesBacks: Bool
    /// The backs are turned by half a turn more than the flip asks for.
    package var turnsBacks: Bool

    package init(reversesBacks: Bool = false, turnsBacks: Bool = false) {
      self.reversesBacks = reversesBacks
      self.turnsBacks = turnsBacks
    }
  }

  package var flip: Flip
  /// Nil for a printer that prints both sides by itself.
  package var manual: ManualDuplex?
  /// Moves what is printed on a front, to the right and down as it is seen.
  package var frontOffset: Point
  package var backOffset: Point
  /// What no printer ink reaches at each edge of a sheet; nil where it is not known.
  package var unprintable: Length?

  package init(
    flip: Flip = .shortEdge, manual: ManualDuplex? = nil, frontOffset: Point = .zero,
    backOffset: Point = .zero, unprintable: Length? = nil
  ) {
    self.flip = flip
    self.manual = manual
    self.frontOffset = frontOffset
    self.backOffset = backOffset
    self.unprintable = unprintable
  }
}

/// What goes to the printer in one go: one side of each sheet, or both in turn.
package struct PrintRun: Hashable, Sendable {
  package enum Sides: Hashable, Sendable { case both, fronts, backs }
  package var sides: Sides
  package var formes: [Forme]
}

extension PrinterProfile {
  /// One run, or fronts and backs, always as many of one as of the other.
  package func runs(of sheets: [Sheet]) -> [PrintRun] {
    let fronts = sheets.map { $0.outer.corrected(by: frontOffset) }
    var backs = sheets.map { $0.inner.corrected(by: backOffset) }
    guard let manual else {
      return [PrintRun(sides: .both, formes: zip(fronts, backs).flatMap { [$0, $1] })]
    }
    if manual.reversesBacks { backs.reverse() }
    return [
      PrintRun(sides: .fronts, formes: fronts), PrintRun(sides: .backs, formes: backs),
    ]
  }
}

extension Forme {
  fileprivate func corrected(by offset: Point) -> Forme {
    var forme = self
    forme.offset = offset
    return forme
  }
}

extension Binding {
  /// Whether a back must be printed on its head, as one image. Layouts show the back as it is after
  /// turning the sheet about its vertical middle; a printer that turns it about the horizontal one
  /// leaves it on its head.
  package func turnsBacks(of sheet: Size) -> Bool {
    let verticalEdge: PrinterProfile.Flip =
      sheet.width < sheet.height ? .longEdge : .shortEdge
    return (printer.flip != verticalEdge) != (printer.manual?.turnsBacks ?? false)
  }
}
