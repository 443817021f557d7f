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

  /// The library, and its first upright regular face with letters.
  static func library(substitutes: [FaceName] = []) throws -> (FontLibrary, FaceName) {
    let library = try FontLibrary(folder: folder, cache: nil, substitutes: substitutes)
    return (library, try #require(textFace(of: library)))
  }

  static func textFace(of library: FontLibrary) -> FaceName? {
    library.faces.first { face in
      face.weight == 400 && !face.isItalic && library.has(face)
        && library.shape(.plain("Aé", face)).missing.isEmpty
    }
  }

  /// A folder of its own for one test, removed at the end.
  static func withFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
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
}

/// The text with "|" where a line may end or a word may be divided.
func marked(_ text: String, at offsets: [Int]) -> String {
  var bytes = Array(text.utf8)
  for offset in offsets.reversed() { bytes.insert(UInt8(ascii: "|"), at: offset) }
  return String(decoding: bytes, as: UTF8.self)
}
