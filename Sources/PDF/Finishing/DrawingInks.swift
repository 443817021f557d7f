internal import Typesetting

/// The contents of a drawing that others made, such as an SVG's, with its inks as they are to be
/// printed: greys as greys in any case, all of it grey or without solid areas where that is asked for.
struct DrawingInks {
  let policy: InkPolicy

  /// - Parameter extent: the longer side of the picture, in the contents' units.
  func contents(_ drawing: UnsafeBufferPointer<UInt8>, extent: Double) -> [UInt8] {
    if policy.savesInk { return InkSaving(drawing, policy, extent: extent).output }
    var output: [UInt8] = []
    output.reserveCapacity(drawing.count)
    var scanner = ContentScanner(drawing)
    var copied = 0
    while let found = scanner.next() {
      guard case .ink(let isOfLines) = scanner.kind(of: found), let ink = scanner.ink(of: found)
      else { continue }
      let printed = policy.isGrey ? ink.grey : ink
      guard printed.isGrey else { continue }
      output.append(contentsOf: drawing[copied..<found.start])
      output += (isOfLines ? printed.stroking : printed.filling).bytes
      copied = found.name.upperBound
    }
    output.append(contentsOf: drawing[copied..<drawing.count])
    return output
  }
}
