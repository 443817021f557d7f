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
  private var opened: [OpaquePointer?]
  private let library: FT_Library?

  init(_ files: [FontFile]) {
    self.files = files
    opened = Array(repeating: nil, count: files.count)
    var library: FT_Library?
    self.library = FT_Init_FreeType(&library) == 0 ? library : nil
  }

  deinit {
    for face in opened { cairo_font_face_destroy(face) }
    if let library { FT_Done_Library(library) }
  }

  func face(_ id: FaceID, page: Int) throws(DrawingError) -> OpaquePointer {
    guard opened.indices.contains(id.index) else { throw .unknownFace(id, page: page) }
    if let face = opened[id.index] { return face }
    let face = try open(files[id.index])
    opened[id.index] = face
    return face
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
