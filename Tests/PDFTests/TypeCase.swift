import CCairo
import Foundation
import Geometry
import PDF
import Typesetting

/// Sets runs by hand: one glyph a letter through the font's character map, no shaping.
struct TypeCase {
  static let path =
    ProcessInfo.processInfo.environment["LIVRET_TEST_FONT"]
    ?? "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"
  static var isPresent: Bool { FileManager.default.fileExists(atPath: path) }
  static let fonts = [FontFile(path: path, index: 0)]

  private let library: FT_Library
  private let face: FT_Face
  var size = Length.points(10)

  init() {
    var library: FT_Library?
    var face: FT_Face?
    precondition(FT_Init_FreeType(&library) == 0)
    precondition(FT_New_Face(library, Self.path, 0, &face) == 0)
    self.library = library!
    self.face = face!
  }

  func glyph(_ scalar: Unicode.Scalar) -> GlyphRun.Glyph {
    let id = FT_Get_Char_Index(face, UInt(scalar.value))
    FT_Load_Glyph(face, id, Int32(FT_LOAD_NO_SCALE))
    let advance = Double(face.pointee.glyph.pointee.metrics.horiAdvance)
    return GlyphRun.Glyph(id: id, advance: size * (advance / Double(face.pointee.units_per_EM)))
  }

  /// One cluster for each scalar. A right-to-left run's glyphs stand in visual order.
  func run(_ text: String, rightToLeft: Bool = false) -> GlyphRun {
    let glyphs = text.unicodeScalars.map(glyph)
    return GlyphRun(
      face: FaceID(index: 0), size: size, level: rightToLeft ? 1 : 0,
      glyphs: rightToLeft ? glyphs.reversed() : glyphs, text: text,
      clusters: text.unicodeScalars.map {
        GlyphRun.Cluster(byteCount: UTF8.width($0), glyphCount: 1)
      })
  }

  /// What is drawn is not what is said: a ligature, small capitals, the hyphen of a divided word.
  func run(showing scalars: [Unicode.Scalar], saying text: String) -> GlyphRun {
    GlyphRun(
      face: FaceID(index: 0), size: size, glyphs: scalars.map(glyph), text: text,
      clusters: [GlyphRun.Cluster(byteCount: text.utf8.count, glyphCount: scalars.count)])
  }
}

extension Point {
  static func points(_ x: Double, _ y: Double) -> Point { Point(x: .points(x), y: .points(y)) }
}

extension Mark {
  /// A run of black letters.
  static func letters(_ run: GlyphRun, _ x: Double, _ y: Double) -> Mark {
    .run(run, at: .points(x, y), ink: .black)
  }
  static func element(_ role: Tag.Role, language: String? = nil, _ marks: [Mark]) -> [Mark] {
    [.open(Tag(role, language: language))] + marks + [.close]
  }
}

extension Page {
  static func a5(_ marks: [Mark], folio: String = "1") -> Page {
    Page(kind: .body, side: .recto, folio: folio, size: Paper.a5.size, marks: marks)
  }
}

extension DocumentInfo {
  static let guide = DocumentInfo(
    title: "Le guide (2ᵉ édition)", author: "Une amie", subject: "Essai", keywords: "un, deux",
    language: "fr", date: "2026-03-14T09:00:00Z", creator: "Livret 1.0")
}
