/// The spaces that a line's setting treats each in its way.
enum SpaceKind {
  /// U+0020: a line may end there.
  case word
  /// U+00A0: never breaks, stretches with the rest.
  case noBreak
  /// U+2028: the author's line break.
  case lineEnd

  /// U+202F and the other fixed spaces are letters to the breaker: nil.
  init?(at index: Int, in text: [UInt8]) {
    switch text[index] {
    case 0x20: self = .word
    case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA0: self = .noBreak
    case 0xE2
    where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0xA8:
      self = .lineEnd
    default: return nil
    }
  }

  var byteCount: Int {
    switch self {
    case .word: 1
    case .noBreak: 2
    case .lineEnd: 3
    }
  }

  /// Parts of the face's word space.
  struct Elasticity {
    /// A little wider than the face draws it: compact text faces hold words close, and a
    /// photocopy closes them further.
    var width = 1.12
    /// TeX's and SILE's: half a space more, a third less.
    var stretch = 0.5
    var shrink = 1.0 / 3

    static let none = Elasticity(width: 1, stretch: 0, shrink: 0)
  }

  /// Beside a guillemet babel-french's 0.8 of a space, which gives way before it grows.
  func elasticity(at index: Int, in text: [UInt8]) -> Elasticity {
    guard self == .noBreak else { return Elasticity() }
    let after = index + byteCount
    let opens = index >= 2 && text[index - 2] == 0xC2 && text[index - 1] == 0xAB
    let closes = after + 1 < text.count && text[after] == 0xC2 && text[after + 1] == 0xBB
    return opens || closes ? Elasticity(width: 0.9, stretch: 0.15, shrink: 0.25) : Elasticity()
  }
}
