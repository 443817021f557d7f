import Fonts
import Foundation
import Geometry
import Testing
import Typesetting

/// The fonts these tests set in: those of `LIVRET_TEST_FONTS`, or the book's own.
enum TestFonts {
  static let folder: String =
    ProcessInfo.processInfo.environment["LIVRET_TEST_FONTS"]
    ?? URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "fonts").path

  /// Without fonts, as in a checkout of the sources alone, the tests of shaping are skipped.
  static let areThere = (try? FontLibrary(folder: folder, cache: nil)) != nil

  static let hasFrench = FileManager.default.fileExists(atPath: "/usr/share/hyphen/hyph_fr.dic")

  static func library(substitutes: [FaceName] = []) throws -> FontLibrary {
    try FontLibrary(folder: folder, cache: nil, substitutes: substitutes)
  }

  /// The first upright face of ordinary weight that has French letters.
  static func textFace(of library: FontLibrary) throws -> FaceName {
    try #require(
      library.faces.first { face in
        (400...500).contains(face.weight) && !face.isItalic && library.has(face)
          && library.shape(.plain("Aéœ’ «", face)).missing.isEmpty
      })
  }

  /// A folder for one test, removed at the end.
  static func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }
}

extension StyledText {
  static func plain(
    _ text: String, _ face: FaceName, size: Length = .points(10), features: [String] = [],
    language: String = "fr", direction: Direction = .leftToRight
  ) -> StyledText {
    let style = CharacterStyle(face: face, size: size, features: features, language: language)
    return StyledText(
      text: text, runs: [Run(bytes: 0..<text.utf8.count, style: style)], direction: direction)
  }
}

extension ShapedText {
  var advance: Length { runs.reduce(.zero) { $0 + $1.advance } }
  var text: String { runs.map(\.text).joined() }

  /// Clusters and runs leave no byte and no glyph out.
  func coversAll(of text: String) -> Bool {
    Array(self.text.utf8) == Array(text.utf8)
      && runs.allSatisfy { run in
        run.clusters.reduce(0) { $0 + $1.byteCount } == run.text.utf8.count
          && run.clusters.reduce(0) { $0 + $1.glyphCount } == run.glyphs.count
          && run.clusters.allSatisfy { $0.byteCount > 0 && $0.glyphCount >= 0 }
      }
  }
}

/// The text with "|" where a line may end or a word may be divided.
func marked(_ text: String, at offsets: [Int]) -> String {
  var bytes = Array(text.utf8)
  for offset in offsets.reversed() { bytes.insert(UInt8(ascii: "|"), at: offset) }
  return String(decoding: bytes, as: UTF8.self)
}
