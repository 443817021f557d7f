internal import Diagnostics

/// Fenced boxes: `:::` and a kind open one, `:::` alone closes one.
extension BlockParser {
  mutating func openCallout() -> Opening? {
    let start = cursor.nonspace
    let end = cursor.trimmedEnd
    guard let fence = CalloutFence(source.bytes, from: start, to: end) else {
      if closingCalloutFence(at: cursor) != nil, !tree.nodes[tip].isParagraph {
        diagnostics.append(.strayCalloutEnd(file: file, range: source.range(start..<end)))
      }
      return nil
    }
    guard mayGoDeeper() else { return .nothing }
    let callout = open(.callout(fence), from: start)
    tree.nodes[callout].end = end
    depth += 1
    return .usedUp
  }

  func closingCalloutFence(at cursor: LineCursor) -> Int? {
    CalloutFence.closingLength(source.bytes, from: cursor.nonspace, to: cursor.end)
  }

  /// Closes the innermost callout with a fence of just this length, or else the innermost with a
  /// shorter one; false when all are longer.
  mutating func closeCallout(among fences: [(callout: Int, length: Int)]) -> Bool {
    func opening(_ callout: Int) -> Int {
      if case .callout(let fence) = tree.nodes[callout].kind { fence.length } else { 0 }
    }
    let chosen =
      fences.last { opening($0.callout) == $0.length }
      ?? fences.last { opening($0.callout) < $0.length }
    guard let callout = chosen?.callout, case .callout(var fence) = tree.nodes[callout].kind
    else { return false }
    fence.isClosed = true
    tree.nodes[callout].kind = .callout(fence)
    let end = cursor.trimmedEnd
    closeAll(through: callout)
    tree.nodes[callout].end = end
    return true
  }
}
