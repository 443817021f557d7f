internal import Diagnostics

/// What git leaves in a chapter that two people changed in the same place, until someone has chosen.
///
/// A line of seven equals signs alone also underlines a title: it means something only between the other
/// two.
struct ConflictMarkers {
  /// The text with the first side of each conflict alone, every line where it was, so that one conflict is
  /// one finding and not a dozen of what stands there twice.
  private(set) var text: String
  private(set) var diagnostics: [Diagnostic] = []

  init(in text: String, file: String) {
    self.text = text
    guard Self.mayBe(in: text) else { return }
    var kept: [Substring.UnicodeScalarView] = []
    var isInConflict = false
    var isOtherSide = false
    func report(_ line: Substring.UnicodeScalarView, _ index: Int) {
      diagnostics.append(.conflict(file: file, line: index + 1, length: line.count))
    }
    // By scalars: \r\n is one character.
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let marker = Marker(line)
      switch marker {
      case .start where !isInConflict:
        isInConflict = true
        report(line, index)
      case .base where isInConflict, .middle where isInConflict:
        isOtherSide = true
      case .end:
        if !isInConflict { report(line, index) }
        (isInConflict, isOtherSide) = (false, false)
      default:
        kept.append(isOtherSide ? .init() : line)
        continue
      }
      kept.append(.init())
    }
    guard !diagnostics.isEmpty else { return }
    self.text = String(String.UnicodeScalarView(kept.joined(separator: "\n".unicodeScalars)))
  }

  /// Every chapter is asked, and hardly one has any.
  private static func mayBe(in text: String) -> Bool {
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") ? run + 1 : 0
      if run == 7 { return true }
    }
    return false
  }

  private enum Marker {
    case start, base, middle, end

    /// Seven signs at the start of a line, a name behind them or nothing.
    init?(_ line: Substring.UnicodeScalarView) {
      let signs: [(sign: Unicode.Scalar, marker: Marker)] = [
        ("<", .start), ("|", .base), ("=", .middle), (">", .end),
      ]
      guard let found = signs.first(where: { $0.sign == line.first }),
        line.prefix(7).elementsEqual(repeatElement(found.sign, count: 7)),
        line.dropFirst(7).first.map({ $0 == " " || $0 == "\r" }) ?? true
      else { return nil }
      self = found.marker
    }
  }
}

extension Diagnostic {
  var isOfMerge: Bool { code == "merge-conflict" }

  fileprivate static func conflict(file: String, line: Int, length: Int) -> Diagnostic {
    let start = SourceLocation(line: line, column: 1)
    let end = SourceLocation(line: line, column: 1 + length)
    return Diagnostic(
      .error, "merge-conflict", file: file, range: start..<end,
      Wording(
        en: "two people changed this place, and nobody has chosen yet",
        fr: "deux personnes ont changé cet endroit, et personne n’a encore choisi"),
      hints: [
        Wording(
          en: "keep what is right, and remove the lines <<<<<<<, ======= and >>>>>>>",
          fr: "gardez ce qui est juste, et ôtez les lignes <<<<<<<, ======= et >>>>>>>")
      ])
  }
}
