/// The squares of a code to scan, without the white around it.
package struct QRMatrix: Hashable, Sendable {
  /// How many squares a side has.
  package let side: Int
  /// Row by row from the top, each from the left.
  private let isDark: [Bool]

  /// - Parameter isDark: as many squares as the side's square.
  package init(side: Int, isDark: [Bool]) {
    precondition(isDark.count == side * side)
    self.side = side
    self.isDark = isDark
  }

  /// Scanners look for this much white on every side (ISO/IEC 18004, 6.3.8).
  static let quietZone = 4

  /// As in a mirror beside it.
  var turned: QRMatrix {
    QRMatrix(
      side: side,
      isDark: isDark.indices.map { isDark[$0 - $0 % side + side - 1 - $0 % side] })
  }

  /// Dark squares side by side, as one rectangle each.
  struct Run: Hashable {
    var row: Int
    var columns: Range<Int>
  }

  var runs: [Run] {
    var runs: [Run] = []
    for row in 0..<side {
      var column = 0
      while column < side {
        let start = column
        while column < side, isDark[row * side + column] { column += 1 }
        if column > start { runs.append(Run(row: row, columns: start..<column)) }
        column += 1
      }
    }
    return runs
  }
}
