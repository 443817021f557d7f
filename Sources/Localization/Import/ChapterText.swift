internal import Diagnostics
package import Markdown

/// A chapter's file, read: its bytes and what they say.
package struct ChapterText: Sendable {
  package var bytes: [UInt8]
  package var chapter: Chapter

  /// - Parameter file: as messages show it.
  package init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    // What is wrong in a chapter's own text is for livret check to say.
    var ignored: [Diagnostic] = []
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    chapter = Chapter(
      parsing: String(decoding: bytes.dropFirst(isMarked ? 3 : 0), as: UTF8.self), file: file,
      reporting: &ignored)
  }

  /// A file to be written, with the front matter of its source and nothing below it.
  package init(newFrom source: ChapterText, file: String) {
    var bytes: [UInt8] = []
    if let matter = source.chapter.frontMatter {
      bytes = Array("---\n\(matter.yaml)".utf8)
      if bytes.last != 0x0A { bytes.append(0x0A) }
      bytes += Array("---\n".utf8)
    }
    self.init(bytes, file: file)
  }

  /// How its lines end.
  var lineEnd: String {
    guard let end = bytes.firstIndex(of: 0x0A), end > 0, bytes[end - 1] == 0x0D else { return "\n" }
    return "\r\n"
  }

  /// Behind the last sign of a line.
  func end(ofLine line: Int) -> SourceLocation {
    SourceLocation(line: line, column: bytes.line(line).unicodeScalars.count + 1)
  }

  /// What stands before a part in its line: the signs of what it is in.
  func head(of place: SourceLocation) -> String {
    var head = String.UnicodeScalarView()
    head.append(contentsOf: bytes.line(place.line).unicodeScalars.prefix(place.column - 1))
    return String(head)
  }

  /// What stands before the next lines of what begins there: quotations go on, items and notes do not
  /// begin again.
  func prefix(of place: SourceLocation) -> String {
    String(head(of: place).map { $0 == ">" || $0 == "\t" ? $0 : " " })
  }
}

extension StringProtocol {
  /// Without white space at its end.
  var trimmedEnd: String {
    var text = String(self)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  var trimmed: String { String(trimmedEnd.drop(while: \.isWhitespace)) }
}
