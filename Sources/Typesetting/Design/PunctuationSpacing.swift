/// Which space stands beside which sign, whatever the author typed there.
package struct PunctuationSpacing: Hashable, Sendable {
  package enum Space: UInt8, Hashable, Sendable {
    /// None: one that is typed goes.
    case nothing = 1
    /// U+202F, half a word space, fixed.
    case thin
    /// U+00A0, a word space that justifies but never breaks.
    case word
    /// U+00A0 beside a guillemet: 0.8 of a word space that shrinks before it stretches.
    case guillemet
  }

  /// What is said of a sign; by its number, for signs below 256, and in a list for the few others.
  private struct Table: Hashable, Sendable {
    private var latin = [UInt8](repeating: 0, count: 0x100)
    private var others: [UInt32: Space] = [:]

    init(_ spaces: [Unicode.Scalar: Space]) {
      for (sign, space) in spaces {
        if sign.value < 0x100 {
          latin[Int(sign.value)] = space.rawValue
        } else {
          others[sign.value] = space
        }
      }
    }

    func space(_ sign: Unicode.Scalar) -> Space? {
      if sign.value < 0x100 { return Space(rawValue: latin[Int(sign.value)]) }
      // General punctuation and the signs of money.
      return (0x2010...0x20BF).contains(sign.value) ? others[sign.value] : nil
    }
  }

  private var preceding: Table
  private var following: Table

  /// - Parameters:
  ///   - before: The space before a sign; typed spaces before it are taken away first.
  ///   - after: The space after a sign.
  package init(before: [Unicode.Scalar: Space] = [:], after: [Unicode.Scalar: Space] = [:]) {
    preceding = Table(before)
    following = Table(after)
  }

  package mutating func setBefore(_ spaces: [Unicode.Scalar: Space]) { preceding = Table(spaces) }
  package mutating func setAfter(_ spaces: [Unicode.Scalar: Space]) { following = Table(spaces) }

  func before(_ sign: Unicode.Scalar) -> Space? { preceding.space(sign) }
  func after(_ sign: Unicode.Scalar) -> Space? { following.space(sign) }

  package static let none = PunctuationSpacing()
}
