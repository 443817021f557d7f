internal import CPango

/// What shaping needs to know about a character.
enum Codepoint {
  static let space: UInt32 = 0x20
  static let noBreakSpace: UInt32 = 0xA0
  static let thinSpace: UInt32 = 0x2009
  static let narrowNoBreakSpace: UInt32 = 0x202F

  /// Without a shape of its own: controls, joiners, soft hyphens, marks of direction.
  static func isInvisible(_ scalar: UInt32) -> Bool {
    if scalar < 0x20 { return !isBlank(scalar) }
    if scalar < 0x7F { return false }
    if scalar < 0xA0 || scalar == 0x2028 || scalar == 0x2029 { return true }
    return Unicode.Scalar(scalar)?.properties.isDefaultIgnorableCodePoint ?? true
  }

  /// Tabs and line ends, which are set as a space.
  static func isBlank(_ scalar: UInt32) -> Bool { (0x09...0x0D).contains(scalar) }

  /// Marks over or under the letter before.
  static func isMark(_ scalar: UInt32) -> Bool { scalar >= 0x300 && g_unichar_ismark(scalar) != 0 }

  static func isSpace(_ scalar: UInt32) -> Bool {
    scalar == space || scalar == noBreakSpace || (0x2000...0x200A).contains(scalar)
      || scalar == narrowNoBreakSpace || scalar == 0x205F || scalar == 0x3000
  }
}
