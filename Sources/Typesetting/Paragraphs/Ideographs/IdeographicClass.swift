internal import Geometry

/// What a letter of Chinese or Japanese does at the ends of a line and beside others, after the classes
/// of JLREQ (3.9 and appendix A) and CLREQ (3.1): brackets and stops are half as wide as the square in
/// which they stand.
enum IdeographicClass: Hashable {
  /// A letter or a digit of another script.
  case western
  /// Punctuation and what else is no wider than it is there.
  case westernSign
  /// A letter between which and the next a line may end.
  case ideograph
  /// 「 （ 《: no line ends with it; the left half of its square is blank.
  case opening
  /// 」 ） 》: no line begins with it; the right half is blank.
  case closing
  /// 、 。 ， ．: the same, and it may hang out of the line.
  case stop
  /// ・: no line begins with it; a quarter is blank on either side.
  case middleDot
  /// ー, small kana and signs of repetition: no line begins with them.
  case nonStarter
  /// ！ ？ ： ； ％: the same, and no blank is added beside them, for they bring their own.
  case sign
  /// The call of a note: it stands close to what it follows.
  case call
  /// — and …, which are typed twice and stay together.
  case inseparable

  /// - Parameter isWide: whether the face gives it about a whole square: “ ” — … belong to both worlds.
  init(_ scalar: Unicode.Scalar, isWide: Bool = true) {
    switch scalar.value {
    case ..<0x2014: self = scalar.isLetterOrDigit ? .western : .westernSign
    case 0x2018, 0x201C: self = isWide ? .opening : .westernSign
    case 0x2019, 0x201D: self = isWide ? .closing : .westernSign
    case 0x2014, 0x2015, 0x2025, 0x2026, 0x2E3A: self = isWide ? .inseparable : .westernSign
    case 0x203C, 0x2047...0x2049: self = isWide ? .sign : .westernSign
    case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301D, 0xFF08, 0xFF3B,
      0xFF5B, 0xFF5F:
      self = .opening
    case 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0x3019, 0x301E, 0x301F, 0xFF09,
      0xFF3D, 0xFF5D, 0xFF60:
      self = .closing
    case 0x3001, 0x3002, 0xFF0C, 0xFF0E: self = .stop
    case 0x30FB: self = .middleDot
    case 0x3005, 0x301C, 0x303B, 0x309B...0x309E, 0x30A0, 0x30FC...0x30FE, 0x31F0...0x31FF:
      self = .nonStarter
    case 0xFF01, 0xFF05, 0xFF1A, 0xFF1B, 0xFF1F: self = .sign
    case 0x3041...0x30FF: self = Self.smallKana.contains(scalar) ? .nonStarter : .ideograph
    case 0x2E80...0x2FDF, 0x3000...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF02...0xFF60,
      0xFFE0...0xFFE6, 0x1_B000...0x1_B16F, 0x2_0000...0x3_FFFF:
      self = .ideograph
    default: self = scalar.isLetterOrDigit ? .western : .westernSign
    }
  }

  private static let smallKana = Set("ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ".unicodeScalars)

  var isIdeographic: Bool { self != .western && self != .westernSign && self != .call }

  /// No line begins with it.
  var isBarredFromStart: Bool {
    switch self {
    case .closing, .stop, .middleDot, .nonStarter, .sign, .call: true
    case .western, .westernSign, .ideograph, .opening, .inseparable: false
    }
  }

  /// The blank within its square, in parts of an em.
  var blank: (before: Double, after: Double) {
    switch self {
    case .opening: (0.5, 0)
    case .closing, .stop: (0, 0.5)
    case .middleDot: (0.25, 0.25)
    case .western, .westernSign, .ideograph, .nonStarter, .sign, .call, .inseparable: (0, 0)
    }
  }
}

/// What stands between two letters of which one at least is of Chinese or Japanese; in parts of an em.
struct IdeographicGap: Hashable {
  var width: Double
  var stretch: Double
  var shrink: Double

  /// Letters stand close and give a little where a line needs it; between them and Latin words stands a
  /// quarter, beside brackets and stops their own half; where two of those meet, not both halves
  /// (JLREQ 3.1.4, 3.2.3, 3.8; CLREQ 3.1.6).
  init(between before: IdeographicClass, and after: IdeographicClass) {
    switch (before, after) {
    case (.inseparable, .inseparable), (_, .call): self.init(0, 0, 0)
    case (.call, .ideograph), (.call, .nonStarter), (.westernSign, .ideograph),
      (.westernSign, .nonStarter), (.ideograph, .westernSign),
      (.nonStarter, .westernSign):
      self.init(0, 0, 0)
    case (.opening, _), (_, .closing), (_, .stop):
      self.init(0, Self.letterStretch, 0)
    case (.closing, .middleDot), (.stop, .middleDot), (.middleDot, .opening):
      self.init(0.25, Self.letterStretch, 0.25)
    case (.closing, _), (.stop, _), (_, .opening): self.init(0.5, Self.letterStretch, 0.25)
    case (.middleDot, _), (_, .middleDot): self.init(0.25, Self.letterStretch, 0.125)
    case (.western, .ideograph), (.western, .nonStarter), (.ideograph, .western),
      (.nonStarter, .western):
      self.init(0.25, 0.125, 0.125)
    default: self.init(0, Self.letterStretch, 0)
    }
  }

  private init(_ width: Double, _ stretch: Double, _ shrink: Double) {
    self.width = width
    self.stretch = stretch
    self.shrink = shrink
  }

  /// With twenty letters to a line this fills it when one letter is missing.
  private static let letterStretch = 0.06

  /// Whether a line may end there, if the shaper too thinks so.
  static func mayBreak(between before: IdeographicClass, and after: IdeographicClass) -> Bool {
    !after.isBarredFromStart && before != .opening
      && !(before == .inseparable && after == .inseparable)
  }
}

extension Composition {
  /// The class of a letter in its place: calls are none of the text's figures, and languages differ in
  /// where signs stand in their squares.
  func ideographicClass(of scalar: Unicode.Scalar, at byte: Int, isWide: Bool) -> IdeographicClass {
    if let look = segment(at: byte)?.look, look.raise > .zero { return .call }
    if isWide, ideographs.leftSigns.contains(scalar) { return .closing }
    if isWide, ideographs.centredSigns.contains(scalar) { return .middleDot }
    return IdeographicClass(scalar, isWide: isWide)
  }
}

extension Unicode.Scalar {
  /// A letter or sign of Chinese or Japanese and of nothing else.
  var isIdeographic: Bool {
    value >= 0x2E80 && IdeographicClass(self, isWide: false).isIdeographic
  }

  fileprivate var isLetterOrDigit: Bool {
    if isASCII { return ("0"..."9").contains(self) || properties.isAlphabetic }
    return properties.isAlphabetic || properties.numericType != nil
  }
}

extension [UInt8] {
  /// Whether a text may hold letters of Chinese or Japanese; most have none, and are not searched for
  /// them letter by letter.
  var mayHoldIdeographs: Bool {
    contains { (0xE3...0xE9).contains($0) || $0 == 0xEF || $0 >= 0xF0 }
  }

  /// Whether such a letter stands before or behind this place.
  func touchesIdeograph(at index: Int) -> Bool {
    guard index > 0, index < count else { return false }
    var before = index - 1
    while before > 0, self[before] & 0xC0 == 0x80 { before -= 1 }
    return scalar(at: before).isIdeographic || scalar(at: index).isIdeographic
  }
}
