import Foundation
import Testing

/// Holds a drawing against the one in Goldens/NAME.txt.
///
/// With LIVRET_RECORD=1 the file is written anew, and the test fails so that nobody records by
/// accident.
func expectGolden(
  _ drawn: String, _ name: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Goldens/\(name).txt")
  let drawn = trimmed(drawn)
  if ProcessInfo.processInfo.environment["LIVRET_RECORD"] == "1" {
    try? Data((drawn + "\n").utf8).write(to: file)
    Issue.record("recorded \(name).txt: read it, then run again", sourceLocation: sourceLocation)
    return
  }
  guard let data = try? Data(contentsOf: file) else {
    Issue.record(
      "no golden \(name).txt yet; LIVRET_RECORD=1 makes one of:\n\(drawn)",
      sourceLocation: sourceLocation)
    return
  }
  expectDrawing(drawn, String(decoding: data, as: UTF8.self), sourceLocation: sourceLocation)
}

/// Holds a drawing against one in the test itself; blanks at lines' ends do not count.
func expectDrawing(
  _ drawn: String, _ golden: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let (drawn, golden) = (trimmed(drawn), trimmed(golden))
  guard drawn != golden else { return }
  let are = drawn.split(separator: "\n", omittingEmptySubsequences: false)
  let were = golden.split(separator: "\n", omittingEmptySubsequences: false)
  let same = zip(are, were).prefix { $0 == $1 }.count
  Issue.record(
    """
    drawn otherwise from line \(same + 1) on:
    \(same < are.count ? "is:  " + are[same] : "is shorter")
    was: \(same < were.count ? were[same] : "shorter")
    the whole now:
    \(drawn)
    """, sourceLocation: sourceLocation)
}

private func trimmed(_ text: String) -> String {
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    String(line.reversed().drop { $0 == " " }.reversed())
  }
  while lines.last == "" { lines.removeLast() }
  return lines.joined(separator: "\n")
}
