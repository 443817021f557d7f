package import Diagnostics

/// A text with places in it marked `1️⃣` to `9️⃣`, which are not part of it.
package struct MarkedText {
  package private(set) var text = ""
  private var places: [Int: SourceLocation] = [:]

  /// From 1️⃣ to 2️⃣, from 3️⃣ to 4️⃣, and so on.
  package var ranges: [SourceRange] {
    stride(from: 1, to: 9, by: 2).compactMap { range($0, $0 + 1) }
  }

  package init(_ marked: String) {
    var place = SourceLocation.start
    var line = String.UnicodeScalarView()
    let scalars = Array(marked.unicodeScalars)
    var at = 0
    while at < scalars.count {
      let scalar = scalars[at]
      if at + 2 < scalars.count, scalars[at + 2] == "\u{20E3}", let digit = Int(String(scalar)) {
        places[digit] = place
        at += 3
        continue
      }
      line.append(scalar)
      place =
        scalar == "\n"
        ? SourceLocation(line: place.line + 1, column: 1)
        : SourceLocation(line: place.line, column: place.column + 1)
      at += 1
    }
    text = String(line)
  }

  /// From one mark to another.
  package func range(_ start: Int, _ end: Int) -> SourceRange? {
    guard let start = places[start], let end = places[end] else { return nil }
    return start..<end
  }
}
