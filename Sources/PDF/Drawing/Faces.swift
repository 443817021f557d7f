internal import CCairo
internal import Typesetting

/// The book's faces, opened when first drawn with.
///
/// Owns one reference to FreeType and one to each Cairo face. Cairo may keep a face after this is
/// gone, so each face holds FreeType's library too and lets go of both when Cairo does. (FreeType
/// keeps 32 bytes for good: of its two ways to close, only the one that counts no references frees
/// them.) A library of its own for each document, because two threads may not open faces of one.
final class Faces {
  private let files: [FontFile]
  /// By edition, then by face.
  private var opened: [[OpaquePointer?]] = []
  private let library: FT_Library?

  init(_ files: [FontFile]) {
    self.files = files
    var library: FT_Library?
    self.library = FT_Init_FreeType(&library) == 0 ? library : nil
  }

  deinit {
    for face in opened.joined() { cairo_font_face_destroy(face) }
    if let library { FT_Done_Library(library) }
  }

  /// - Parameter edition: 0 for the face itself, more for the same once more, which Cairo takes for
  ///   another.
  func face(
    _ id: FaceID, edition: Int = 0, page: Int
  ) throws(DrawingError) -> OpaquePointer {
    guard files.indices.contains(id.index) else { throw .unknownFace(id, page: page) }
    while opened.count <= edition { opened.append(Array(repeating: nil, count: files.count)) }
    if let face = opened[edition][id.index] { return face }
    let face = try open(files[id.index])
    opened[edition][id.index] = face
    return face
  }

  /// Whether anything of a glyph is seen.
  func hasInk(_ glyph: UInt32, in face: OpaquePointer) -> Bool {
    guard let face = freeTypeFace(of: face),
      FT_Load_Glyph(face, glyph, Int32(FT_LOAD_NO_SCALE)) == 0
    else { return false }
    return face.pointee.glyph.pointee.outline.n_points > 0
  }

  func firstWithInk(in face: OpaquePointer) -> UInt32? {
    let count = freeTypeFace(of: face)?.pointee.num_glyphs ?? 0
    return (0..<UInt32(clamping: count)).first { hasInk($0, in: face) }
  }

  /// A glyph that neither shows anything nor takes room, such as that of a joiner.
  func glyphOfNothing(in id: FaceID) throws(DrawingError) -> UInt32? {
    let opened = try face(id, page: 0)
    guard let face = freeTypeFace(of: opened) else { return nil }
    let characters: [FT_ULong] = [0x034F, 0x200B, 0x200C, 0x200D, 0xFEFF]
    return characters.lazy.map { FT_Get_Char_Index(face, $0) }.first { glyph in
      glyph != 0 && !self.hasInk(glyph, in: opened)
        && face.pointee.glyph.pointee.metrics.horiAdvance == 0
    }
  }

  private func freeTypeFace(of face: OpaquePointer) -> FT_Face? {
    cairo_font_face_get_user_data(face, Self.ownership)?
      .assumingMemoryBound(to: FT_FaceRec_.self)
  }

  private func open(_ file: FontFile) throws(DrawingError) -> OpaquePointer {
    var opened: FT_Face?
    guard let library, FT_New_Face(library, file.path, file.index, &opened) == 0, let opened else {
      throw .font(file)
    }
    FT_Reference_Library(library)
    guard let face = cairo_ft_font_face_create_for_ft_face(opened, Int32(FT_LOAD_NO_HINTING)) else {
      throw .font(file)
    }
    let status = cairo_font_face_set_user_data(
      face, Self.ownership, UnsafeMutableRawPointer(opened),
      { address in
        guard let face = address?.assumingMemoryBound(to: FT_FaceRec_.self) else { return }
        let library = face.pointee.glyph.pointee.library
        FT_Done_Face(face)
        FT_Done_Library(library)
      })
    try PDFFile.check(status, page: nil)
    try PDFFile.check(cairo_font_face_status(face), page: nil)
    return face
  }

  /// Cairo tells user data apart by the key's address; it is never read or written.
  nonisolated(unsafe) private static let ownership =
    UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1)
}
