internal import CPango

/// The characters a face can show. Owns HarfBuzz's set of them.
final class Coverage {
  private let characters: OpaquePointer

  init(of font: UnsafeMutablePointer<PangoFont>) {
    characters = hb_set_create()
    hb_face_collect_unicodes(hb_font_get_face(pango_font_get_hb_font(font)), characters)
  }

  deinit { hb_set_destroy(characters) }

  /// Also true for "é" of a face that only has "e" and the accent: HarfBuzz takes it apart.
  func contains(_ character: UInt32) -> Bool {
    if hb_set_has(characters, character) != 0 { return true }
    var rest = character
    var mark: UInt32 = 0
    // Decompositions are at most four marks deep.
    while hb_unicode_decompose(hb_unicode_funcs_get_default(), rest, &rest, &mark) != 0 {
      guard mark == 0 || hb_set_has(characters, mark) != 0 else { return false }
      if hb_set_has(characters, rest) != 0 { return true }
    }
    return false
  }
}
