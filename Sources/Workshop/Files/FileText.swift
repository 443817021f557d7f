internal import Diagnostics
internal import Glibc

/// All that a descriptor gives, if it is not more than the limit.
func contents(
  of descriptor: Int32, expected: Int, limit: Int
) throws(FileFault) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: expected + 1)
  var count = 0
  while true {
    let room = bytes.count - count
    let got = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + count, room) }
    if got < 0, errno == EINTR { continue }
    guard got >= 0 else { throw .unreadable(errno) }
    if got == 0 { break }
    count += got
    // It grew since we asked for its size, or it is a pipe, which has none.
    if count == bytes.count {
      guard count <= limit else { throw .tooLarge(limit: limit) }
      bytes += [UInt8](repeating: 0, count: bytes.count)
    }
  }
  bytes.removeLast(bytes.count - count)
  return bytes
}

/// UTF-8, without the byte order mark that some editors put first.
func decoded(_ bytes: [UInt8]) throws(FileFault) -> String {
  let bytes = bytes[(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)...]
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw .notUTF8(at: firstBadByte(of: bytes))
  }
  return text
}

/// The place of the first byte that cannot stand in UTF-8.
private func firstBadByte(of bytes: ArraySlice<UInt8>) -> SourceLocation {
  var place = SourceLocation.start
  var decoder = UTF8()
  var input = bytes.makeIterator()
  var wasReturn = false
  while case .scalarValue(let scalar) = decoder.decode(&input) {
    if scalar == "\r" || (scalar == "\n" && !wasReturn) {
      place = SourceLocation(line: place.line + 1, column: 1)
    } else if scalar != "\n" {
      place.column += 1
    }
    wasReturn = scalar == "\r"
  }
  return place
}

/// Reads a text that someone names on the command line, in a book or not; `-` is standard input.
package func readText(of path: String) throws(WorkshopError) -> String {
  do throws(FileFault) {
    return try looseText(of: path)
  } catch {
    throw WorkshopError(error.diagnostic(of: path))
  }
}

private func looseText(of path: String) throws(FileFault) -> String {
  let isInput = path == "-"
  let descriptor = isInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileFault(number: errno) }
  defer { if !isInput { close(descriptor) } }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw .unreadable(errno) }
  guard status.st_mode & S_IFMT != S_IFDIR else { throw .isFolder }
  guard status.st_size <= mostChapterBytes else { throw .tooLarge(limit: mostChapterBytes) }
  return try decoded(
    contents(of: descriptor, expected: Int(status.st_size), limit: mostChapterBytes))
}
