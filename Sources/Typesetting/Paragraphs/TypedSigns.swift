/// Signs that typewriters have not, from what people type for them: "..." is an ellipsis, "--" a
/// dash. Options such as `--draft` stay as they are.
struct TypedSigns {
  let context: CopyContext

  func replaced(in letters: [Letter]) -> [Letter] {
    var output: [Letter] = []
    output.reserveCapacity(letters.count)
    var isAside = false
    var index = 0
    while index < letters.count {
      let letter = letters[index]
      guard letter.scalar == "." || letter.scalar == "-", context.isFree(letter) else {
        output.append(letter)
        index += 1
        continue
      }
      let count = letters[index...].prefix {
        $0.scalar == letter.scalar && context.isFree($0)
      }.count
      let before = output.last?.scalar
      let after = index + count < letters.count ? letters[index + count].scalar : nil
      index += count
      func keep() {
        output += Array(letters[(index - count)..<index])
      }
      switch (letter.scalar, count) {
      case (".", 3): output.append(Letter(scalar: "…", segment: letter.segment))
      case ("-", 2) where before?.isDigit == true && after?.isDigit == true:
        output.append(Letter(scalar: "–", segment: letter.segment))
      case ("-", 2...3) where before?.isSpace == true && after?.isSpace == true:
        let dash = Aside(of: context.language(of: letter), isOpen: isAside, isLong: count == 3)
        if dash.dropsSpaceBefore { output.removeLast() }
        output.append(Letter(scalar: dash.sign, segment: letter.segment))
        if dash.dropsSpaceAfter { index += 1 }
        isAside.toggle()
      case ("-", 2)
      where before?.isWordPart == true && after?.isWordPart == true
        && context.language(of: letter).dash == .closed:
        output.append(Letter(scalar: "—", segment: letter.segment))
      case ("-", 3) where before?.isWordPart == true && after?.isWordPart == true:
        output.append(Letter(scalar: "—", segment: letter.segment))
      default: keep()
      }
    }
    return output
  }

  /// How a language writes the dash of an aside that was typed between spaces.
  private struct Aside {
    var sign: Unicode.Scalar
    var dropsSpaceBefore = false
    var dropsSpaceAfter = false

    init(of language: BookLanguage, isOpen: Bool, isLong: Bool) {
      switch language.dash {
      case .paired: sign = "—"
      case .spaced: sign = isLong ? "—" : "–"
      case .closed: (sign, dropsSpaceBefore, dropsSpaceAfter) = ("—", true, true)
      case .closedInside: (sign, dropsSpaceBefore, dropsSpaceAfter) = ("—", isOpen, !isOpen)
      }
    }
  }
}
