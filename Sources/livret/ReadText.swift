internal import Diagnostics
internal import Glibc

enum TextFile {
  case text(String)
  /// One line that says what is wrong.
  case failure(String)
}

/// Reads a file, or standard input for `-`: UTF-8, without a byte order mark.
func readText(_ path: String) -> TextFile {
  let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return .failure("\(path): error: \(lastError())") }
  defer { if descriptor != STDIN_FILENO { close(descriptor) } }

  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { return .failure("\(path): error: \(lastError())") }
    if count == 0 { break }
    bytes += buffer[..<count]
  }
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
  guard let text = String(validating: bytes, as: UTF8.self) else {
    let place = firstBadByte(of: bytes)
    return .failure("\(path):\(place.line):\(place.column): error: not UTF-8 text [not-utf-8]")
  }
  return .text(text)
}

private func lastError() -> String {
  String(cString: strerror(errno))
}

/// The place of the first byte that can't stand in UTF-8.
private func firstBadByte(of bytes: [UInt8]) -> SourceLocation {
  var place = SourceLocation.start
  var decoder = UTF8()
  var input = bytes.makeIterator()
  var wasReturn = false
  while case .scalarValue(let scalar) = decoder.decode(&input) {
    let endsLine = scalar == "\r" || (scalar == "\n" && !wasReturn)
    if endsLine {
      place = SourceLocation(line: place.line + 1, column: 1)
    } else if scalar != "\n" {
      place.column += 1
    }
    wasReturn = scalar == "\r"
  }
  return place
}
