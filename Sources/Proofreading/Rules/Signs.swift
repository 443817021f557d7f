internal import Diagnostics

extension Prose {
  /// Two signs of punctuation where one was meant: ",," or "..". Three points are an ellipsis, and
  /// "?!" or "etc.," are as they should be.
  var doubledSigns: [Diagnostic] {
    var found: [Diagnostic] = []
    var index = 0
    while index < letters.count {
      let start = index
      while index < letters.count, Self.signs.contains(letters[index].scalar) { index += 1 }
      guard index > start else {
        index += 1
        continue
      }
      let run = start..<index
      guard let slip = SignSlip(text(run)), endsWord(run) else { continue }
      let fix = slip.meant.flatMap { isWhole(run) ? SourceEdit(range(run), $0) : nil }
      found.append(
        .signTwice(text(run), slip, file: file, range: range(run), fix: fix.map { [$0] } ?? []))
    }
    return found
  }

  private static let signs: Set<Unicode.Scalar> = [".", ",", ";", ":"]

  /// Behind a word and before a space: neither in an address nor in a smiley.
  private func endsWord(_ run: Range<Int>) -> Bool {
    // French puts a space before some signs, and writers before others.
    var end = run.lowerBound
    if letters[end].scalar != ".", end > 0, letters[end - 1].scalar.isSpace { end -= 1 }
    guard end > 0 else { return false }
    let before = letters[end - 1].scalar
    guard before.isLetter || before.isDigit || before == ")" || before == "»" else { return false }
    guard run.upperBound < letters.count else { return true }
    return letters[run.upperBound].scalar.isSpace
  }

  /// "mot , mot" and "mot .": a space that no language has, and at which a line might end.
  var spacesBeforeSigns: [Diagnostic] {
    letters.indices.compactMap { index in
      let sign = letters[index].scalar
      guard sign == "," || sign == ".", index > 1, letters[index - 1].scalar == " ",
        letters[index - 2].scalar.isLetter || letters[index - 2].scalar == ")",
        index + 1 == letters.count || letters[index + 1].scalar.isSpace,
        // ". . .", an ellipsis of a kind.
        index + 2 >= letters.count || letters[index + 2].scalar != sign
      else { return nil }
      let space = (index - 1)..<index
      return .spaceBeforeSign(
        String(sign), file: file, range: range(space.lowerBound..<(index + 1)),
        fix: isWhole(space) && letters[index].start == letters[index - 1].end
          ? [SourceEdit(range(space), "")] : [])
    }
  }
}

/// What a run of signs was meant to be.
private struct SignSlip {
  /// Nil where that takes a reader: ".." is a full stop or an ellipsis.
  var meant: String?
  var hint: Wording

  init?(_ run: String) {
    switch run {
    case ",,", ";;":
      meant = String(run.prefix(1))
      hint = Wording(en: "take one of them away", fr: "retirez l’un des deux")
    case "..":
      hint = Wording(
        en: "write one full stop, or three for an ellipsis",
        fr: "écrivez un point, ou trois pour des points de suspension")
    case ",.", ",;", ";,", ";.", ",:", ":,", ":.", ":;", ";:":
      hint = Wording(en: "keep the one that is meant", fr: "gardez celui que vous voulez dire")
    default: return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func signTwice(
    _ signs: String, _ slip: SignSlip, file: String, range: SourceRange, fix: [SourceEdit]
  ) -> Diagnostic {
    Diagnostic(
      .warning, "sign-twice", file: file, range: range,
      Wording(
        en: "“\(signs)” is one sign too many", fr: "« \(signs) » : il y a un signe de trop"),
      hints: [slip.hint], fix: fix)
  }

  fileprivate static func spaceBeforeSign(
    _ sign: String, file: String, range: SourceRange, fix: [SourceEdit]
  ) -> Diagnostic {
    Diagnostic(
      .warning, "space-before-sign", file: file, range: range,
      Wording(
        en: "there is a space before “\(sign)”", fr: "il y a une espace devant « \(sign) »"),
      hints: [Wording(en: "take it away", fr: "retirez-la")], fix: fix)
  }
}
