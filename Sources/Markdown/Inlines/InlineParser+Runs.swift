/// Emphasis: which `*` and `_` open and close what, by cmark's delimiter stack.
extension InlineParser {
  mutating func readRun() {
    let start = at
    let mark = bytes[at]
    while at < end, bytes[at] == mark { at += 1 }
    let before = scalar(before: start)
    let after = scalar(at: at)
    let opensWords =
      !after.isMarkdownWhitespace
      && (!after.isMarkdownPunctuation || before.isMarkdownWhitespace
        || before.isMarkdownPunctuation)
    let closesWords =
      !before.isMarkdownWhitespace
      && (!before.isMarkdownPunctuation || after.isMarkdownWhitespace
        || after.isMarkdownPunctuation)
    // An underscore inside a word is a letter.
    let isUnderscore = mark == .underscore
    let mayOpen = opensWords && (!isUnderscore || !closesWords || before.isMarkdownPunctuation)
    let mayClose = closesWords && (!isUnderscore || !opensWords || after.isMarkdownPunctuation)
    guard mayOpen || mayClose else { return add(.text, from: start) }
    runs.append(
      DelimiterRun(
        mark: mark, length: at - start, mayOpen: mayOpen, mayClose: mayClose, left: at - start))
    unpaired.append(runs.count - 1)
    add(.run(runs.count - 1), from: start)
  }

  /// The scalar that ends before an offset; white space at the start of the words.
  private func scalar(before offset: Int) -> Unicode.Scalar {
    guard offset > 0 else { return "\n" }
    var start = offset - 1
    while start > 0, bytes[start].isContinuation { start -= 1 }
    return scalar(at: start)
  }

  private func scalar(at offset: Int) -> Unicode.Scalar {
    guard offset < end else { return "\n" }
    let byte = bytes[offset]
    if byte < 0x80 { return Unicode.Scalar(byte) }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    var value = UInt32(byte) & (0xFF >> UInt32(length + 1))
    for i in 1..<length where offset + i < bytes.count {
      value = value << 6 | UInt32(bytes[offset + i] & 0x3F)
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// Pairs the runs that wait from `bottom` on, from the inside out; none of them waits any longer.
  mutating func pairRuns(from bottom: Int) {
    let waiting = Array(unpaired[bottom...])
    unpaired.removeSubrange(bottom...)
    guard waiting.count > 1 else { return }
    // The chain of those that still may pair, by their place in `waiting`.
    var previous = waiting.indices.map { $0 - 1 }
    var next = waiting.indices.map { $0 + 1 }
    func unlink(_ run: Int) {
      if previous[run] >= 0 { next[previous[run]] = next[run] }
      if next[run] < next.count { previous[next[run]] = previous[run] }
    }
    // Below which place a closer of each sort has been refused, so that none looks there again:
    // this keeps the search linear.
    var floors = [Int](repeating: 0, count: 12)
    var closer = 0
    while closer < waiting.count {
      let run = waiting[closer]
      guard runs[run].mayClose else {
        closer = next[closer]
        continue
      }
      let sort = runs[run].sort
      var opener = previous[closer]
      while opener >= floors[sort], !mayPair(waiting[opener], run) { opener = previous[opener] }
      if opener >= floors[sort] {
        let width = min(runs[waiting[opener]].left, runs[run].left) >= 2 ? 2 : 1
        runs[waiting[opener]].opens.append(width)
        runs[waiting[opener]].left -= width
        runs[run].closes.append(width)
        runs[run].left -= width
        next[opener] = closer
        previous[closer] = opener
        if runs[waiting[opener]].left == 0 { unlink(opener) }
        if runs[run].left == 0 {
          unlink(closer)
          closer = next[closer]
        }
      } else {
        floors[sort] = closer
        if !runs[run].mayOpen { unlink(closer) }
        closer = next[closer]
      }
    }
  }

  private func mayPair(_ opener: Int, _ closer: Int) -> Bool {
    let (opener, closer) = (runs[opener], runs[closer])
    guard opener.mayOpen, opener.mark == closer.mark else { return false }
    // CommonMark's rule of three, which keeps `*a**b*` one emphasis.
    guard opener.mayClose || closer.mayOpen else { return true }
    return (opener.length + closer.length) % 3 != 0
      || (opener.length % 3 == 0 && closer.length % 3 == 0)
  }
}
