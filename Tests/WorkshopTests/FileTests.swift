import Diagnostics
import Foundation
import Testing

@testable import Workshop

@Suite struct Opening {
  let book: TemporaryBook
  let folder: BookFolder

  init() throws {
    book = try TemporaryBook()
    folder = try BookFolder(book.path)
  }

  private func fault(of path: String, limit: Int = 1_000) -> FileFault? {
    do {
      _ = try folder.text(of: path, limit: limit)
      return nil
    } catch {
      return error
    }
  }

  @Test func theByteOrderMarkIsNoText() throws {
    try book.write([0xEF, 0xBB, 0xBF] + Array("é".utf8), to: "a.md")
    #expect(try folder.text(of: "a.md", limit: 100) == "é")
  }

  @Test func aLinkWithinTheBookIsFollowed() throws {
    try book.write("a", to: "a.md")
    try book.link("b.md", to: "a.md")
    #expect(try folder.text(of: "b.md", limit: 100) == "a")
  }

  @Test func nothingOutsideTheBookIsOpened() throws {
    let other = try TemporaryBook()
    try other.write("secret", to: "secret.md")
    try book.link("link.md", to: other.path + "/secret.md")
    try book.link("folder", to: other.path)
    // A sibling whose name only begins as the book's does.
    try book.write("a", to: "../\(URL(fileURLWithPath: book.path).lastPathComponent)x/a.md")
    defer { try? FileManager.default.removeItem(atPath: book.path + "x") }
    let name = URL(fileURLWithPath: book.path).lastPathComponent
    #expect(fault(of: "link.md") == .outside)
    #expect(fault(of: "folder/secret.md") == .outside)
    #expect(fault(of: "../\(name)x/a.md") == .outside)
    #expect(fault(of: "../../../../../../etc/hostname") == .outside)
  }

  @Test func onlyRegularFilesAreOpened() throws {
    #expect(mkfifo(book.path + "/pipe", 0o600) == 0)
    #expect(fault(of: "pipe") == .notRegular)
    #expect(fault(of: "content") == .isFolder)
    #expect(fault(of: "none.md") == .missing)
    #expect(fault(of: "content/livret.yml/a") == .missing)
    try book.link("circle", to: "circle")
    #expect(fault(of: "circle") == .unreadable(ELOOP))
  }

  @Test(arguments: [EACCES, ENOSPC, ELOOP, ENOTDIR, EROFS])
  func whatTheSystemSaysIsSaidInBothLanguages(number: Int32) {
    let said = systemMessage(number)
    #expect(said.english == String(cString: strerror(number)))
    #expect(said.french != said.english)
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func aFileWithoutPermissionIsUnreadable() throws {
    try book.write("a", to: "a.md")
    chmod(book.path + "/a.md", 0)
    #expect(fault(of: "a.md") == .unreadable(EACCES))
  }

  @Test func aFileMayHaveAsManyBytesAsTheLimitAndNoMore() throws {
    try book.write(String(repeating: "a", count: 1_000), to: "a.md")
    #expect(fault(of: "a.md") == nil)
    #expect(fault(of: "a.md", limit: 999) == .tooLarge(limit: 999))
  }

  @Test(arguments: [
    ([0xFF], 1, 1),
    (Array("é\r\nà".utf8) + [0xE9, 0x20], 2, 2),
    (Array("a\rb\n\n".utf8) + [0xC3], 4, 1),
    (Array("𝔸".utf8) + [0xED, 0xA0, 0x80], 1, 2),
    ([0xC0, 0x80], 1, 1),
  ])
  func theFirstBadByteIsPointedAt(bytes: [UInt8], line: Int, column: Int) throws {
    try book.write(bytes, to: "a.md")
    #expect(fault(of: "a.md") == .notUTF8(at: SourceLocation(line: line, column: column)))
  }
}

@Suite struct Writing {
  let book: TemporaryBook
  let folder: BookFolder

  init() throws {
    book = try TemporaryBook()
    folder = try BookFolder(book.path)
  }

  private func product(_ path: String, _ text: String) -> Product {
    Product(path: book.path + "/" + path, bytes: Array(text.utf8))
  }

  private func code(of products: [Product]) -> String? {
    do {
      try write(products)
      return nil
    } catch {
      return error.diagnostic.code
    }
  }

  @Test func filesAreWrittenAndReplacedWithTheirFolders() throws {
    #expect(
      code(of: [product("output/fr/a.pdf", "one"), product("output/fr/b.pdf", "two")]) == nil)
    #expect(code(of: [product("output/fr/a.pdf", "three")]) == nil)
    #expect(book.text("output/fr/a.pdf") == "three")
    #expect(book.text("output/fr/b.pdf") == "two")
    #expect(book.names(in: "output/fr") == ["a.pdf", "b.pdf"])
  }

  @Test func aFailureLeavesAllFilesAsTheyWereAndNothingElse() throws {
    try book.write("old", to: "output/fr/a.pdf")
    // The second file's folder cannot be made: a file stands in its place.
    try book.write("in the way", to: "output/en")
    #expect(
      code(of: [product("output/fr/a.pdf", "new"), product("output/en/a.pdf", "new")])
        == "output-not-written")
    #expect(book.text("output/fr/a.pdf") == "old")
    #expect(book.names(in: "output/fr") == ["a.pdf"])
  }

  @Test func whatIsNotARegularFileIsNeverReplaced() throws {
    try book.write("mine", to: "elsewhere.txt")
    try book.write("old", to: "output/fr/a.pdf")
    try book.link("output/fr/b.pdf", to: book.path + "/elsewhere.txt")
    #expect(
      code(of: [product("output/fr/a.pdf", "new"), product("output/fr/b.pdf", "new")])
        == "output-not-replaced")
    #expect(book.text("elsewhere.txt") == "mine")
    #expect(book.text("output/fr/a.pdf") == "old")
    #expect(book.names(in: "output/fr") == ["a.pdf", "b.pdf"])

    try FileManager.default.createDirectory(
      atPath: book.path + "/output/fr/c.pdf", withIntermediateDirectories: true)
    #expect(code(of: [product("output/fr/c.pdf", "new")]) == "output-not-replaced")
    #expect(mkfifo(book.path + "/output/fr/d.pdf", 0o600) == 0)
    #expect(code(of: [product("output/fr/d.pdf", "new")]) == "output-not-replaced")
  }
}
