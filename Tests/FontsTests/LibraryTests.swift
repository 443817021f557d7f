import Diagnostics
import Fonts
import Foundation
import Geometry
import Testing
import Typesetting

// Needs the book's fonts, or others named by LIVRET_TEST_FONTS.
@Suite(.enabled(if: TestFonts.areThere, "no fonts to test with"))
struct LibraryTests {
  @Test func everyFaceHasAFileAndIsHad() throws {
    let library = try TestFonts.library()
    #expect(library.faces.count == library.files.count)
    #expect(library.files.allSatisfy { FileManager.default.isReadableFile(atPath: $0.path) })
    for (index, face) in library.faces.enumerated()
    where library.faces.count(where: { $0 == face }) == 1 {
      #expect(library.has(face))
      let shaped = library.shape(.plain("a", face))
      #expect(shaped.runs.map(\.face) == [FaceID(index: index)])
    }
  }

  @Test func whatIsNotThereIsNotHad() throws {
    let library = try TestFonts.library()
    let face = try TestFonts.textFace(of: library)
    let absent = FaceName(family: "Sans", weight: 400)
    #expect(!library.has(absent))
    #expect(!library.has(FaceName(family: face.family, weight: face.weight + 37)))
    // Something is set all the same.
    #expect(library.shape(.plain("abc", absent)).coversAll(of: "abc"))
    let misspelt = FaceName(family: face.family + "e", weight: face.weight)
    #expect(library.nearest(to: misspelt).first == face)
  }

  @Test func aCacheChangesNothing() throws {
    try TestFonts.withFolder { folder in
      let plain = try TestFonts.library()
      let cache = folder.appending(path: "a/b").path
      for cache in [cache, cache, "/proc/nowhere", "/dev/null/x", ""] {
        let library = try FontLibrary(folder: TestFonts.folder, cache: cache)
        #expect(library.faces == plain.faces)
        #expect(library.files == plain.files)
        let face = try TestFonts.textFace(of: library)
        #expect(
          library.shape(.plain("officiel", face)).runs == plain.shape(.plain("officiel", face)).runs
        )
      }
      #expect(try !FileManager.default.contentsOfDirectory(atPath: cache).isEmpty)
    }
  }

  @Test func foldersMayHaveAnyName() throws {
    try TestFonts.withFolder { folder in
      let source = try #require(TestFonts.library().files.first)
      let name = URL(filePath: source.path).lastPathComponent
      for strange in ["a&b", "<\u{301}dir>", "é è", "[x]*", "tab\tname", "%20", "'\""] {
        let place = folder.appending(path: strange).appending(path: "sub.dir")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: source.path, toPath: place.path + "/" + name)
        for _ in 0..<2 {
          let library = try FontLibrary(
            folder: folder.path + "/" + strange, cache: folder.path + "/cache")
          #expect(library.faces.count == 1)
        }
      }
    }
  }

  @Test func aFontWrittenOverIsNoticed() throws {
    let library = try TestFonts.library()
    let (first, last) = (try #require(library.files.first), try #require(library.files.last))
    try TestFonts.withFolder { folder in
      let file = folder.appending(path: "one.\(URL(filePath: first.path).pathExtension)")
      let cache = folder.appending(path: "cache").path
      for (index, source) in [(0, first), (library.files.count - 1, last)] {
        // Over the same file, so that the folder keeps its date.
        try Data(contentsOf: URL(filePath: source.path)).write(to: file)
        let copy = try FontLibrary(folder: folder.path, cache: cache)
        #expect(copy.faces == [library.faces[index]])
      }
    }
  }

  @Test func troubleIsToldWithItsPath() throws {
    try TestFonts.withFolder { folder in
      func error() -> FontError? {
        do { _ = try FontLibrary(folder: folder.path, cache: nil) } catch { return error }
        return nil
      }
      #expect(error() == FontError(path: folder.path, reason: .noFonts))
      try Data("not a font".utf8).write(to: folder.appending(path: "notes.txt"))
      #expect(error()?.reason == .noFonts)

      let whole = try Data(contentsOf: URL(filePath: TestFonts.library().files[0].path))
      let file = folder.appending(path: "Broken.OTF")
      for length in [0, 3, 11, 12, 200, whole.count / 2, whole.count - 100] {
        try whole.prefix(length).write(to: file)
        #expect(error()?.reason == .notAFont, "\(length) bytes")
        #expect(error()?.path.hasSuffix("/Broken.OTF") == true)
      }
      try whole.write(to: file)
      #expect(error() == nil)
      #expect(
        throws: FontError(path: folder.path + "/none", reason: .folderMissing)
      ) { try FontLibrary(folder: folder.path + "/none", cache: nil) }
      #expect(throws: FontError(path: file.path, reason: .folderMissing)) {
        try FontLibrary(folder: file.path, cache: nil)
      }
    }
  }

  @Test func everyErrorSaysWhatToDo() {
    for reason in [FontError.Reason.folderMissing, .noFonts, .unreadable, .notAFont] {
      let diagnostic = FontError(path: "fonts", reason: reason).diagnostic
      #expect(diagnostic.file == "fonts")
      #expect(!diagnostic.hints.isEmpty)
    }
  }
}
