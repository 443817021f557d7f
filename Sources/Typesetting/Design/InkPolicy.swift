/// How a book is printed where ink is dear or has no colours.
package struct InkPolicy: Hashable, Sendable {
  /// Every colour becomes the grey that is as bright.
  package var isGrey: Bool
  /// No solid areas. Solid is a box that is more than 2 mm wide and high, which becomes a frame; a
  /// shape of a drawing that is thicker than a 50th of it, which becomes a light tint with an outline;
  /// and a picture under a whole page, which is left out. Letters, lines and photographs stay.
  package var savesInk: Bool

  package init(isGrey: Bool = false, savesInk: Bool = false) {
    self.isGrey = isGrey
    self.savesInk = savesInk
  }

  package var changesNothing: Bool { !isGrey && !savesInk }
}

extension Ink {
  /// As bright to the eye (ITU-R BT.709 on the values as they are, as printers' drivers do).
  package var grey: Ink {
    let brightness = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return Ink(red: brightness, green: brightness, blue: brightness)
  }

  /// Of an area that would be solid: an eighth of its ink.
  package var tint: Ink {
    func lightened(_ part: Double) -> Double { 1 - (1 - part) / 8 }
    return Ink(red: lightened(red), green: lightened(green), blue: lightened(blue))
  }
}
