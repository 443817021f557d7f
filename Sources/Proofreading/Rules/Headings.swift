internal import Diagnostics
internal import Markdown

extension Chapter {
  /// A heading more than one level below the one before it: the contents and the outline of the PDF
  /// show a part whose whole is missing.
  var skippedHeadings: [Diagnostic] {
    var found: [Diagnostic] = []
    var last = 0
    for heading in headings {
      // How a chapter begins is looked at where its title is.
      if last > 0, heading.level > last + 1 {
        found.append(
          .headingSkipped(heading.level, after: last, file: file, range: heading.range))
      }
      last = heading.level
    }
    return found
  }

  /// A title is no sentence and ends without a full stop, unless it is several sentences.
  func stoppedHeadings(language: String) -> [Diagnostic] {
    headings.compactMap { heading in
      var foreign: [Prose] = []
      let prose = Prose(heading.content, file: file, language: language, foreign: &foreign)
      guard let last = prose.letters.last, last.scalar == ".", prose.endsWithLongWord,
        !prose.letters.dropLast().contains(where: { ".!?…".unicodeScalars.contains($0.scalar) })
      else {
        return nil
      }
      let stop = last.start..<last.end
      return .headingStopped(
        file: file, range: stop, fix: last.isWritten ? [SourceEdit(stop, "")] : [])
    }
  }

  private var headings: [Heading] {
    var headings: [Heading] = []
    visit(block: { if case .heading(let heading) = $0 { headings.append(heading) } })
    return headings
  }
}

extension Prose {
  /// Not "etc.", "J.-C.", "1." or "…": a full stop that ends a sentence, not an abbreviation.
  fileprivate var endsWithLongWord: Bool {
    let stop = letters.count - 1
    var start = stop
    while start > 0, letters[start - 1].scalar.isLetter { start -= 1 }
    guard stop - start > 3, start == 0 || letters[start - 1].scalar != "." else { return false }
    return letters[start..<stop].contains { $0.scalar.isLowercase }
  }
}

extension Diagnostic {
  fileprivate static func headingSkipped(
    _ level: Int, after last: Int, file: String, range: SourceRange
  ) -> Diagnostic {
    let (marks, wanted) = (
      String(repeating: "#", count: level), String(repeating: "#", count: last + 1)
    )
    return Diagnostic(
      .warning, "heading-skipped", file: file, range: range,
      Wording(
        en: "this title is of level \(level), the one before it of level \(last)",
        fr: "ce titre est de niveau \(level), celui d’avant de niveau \(last)"),
      hints: [
        Wording(
          en: "write \(wanted) and not \(marks)", fr: "écrivez \(wanted) et non \(marks)")
      ])
  }

  fileprivate static func headingStopped(
    file: String, range: SourceRange, fix: [SourceEdit]
  ) -> Diagnostic {
    Diagnostic(
      .warning, "heading-stopped", file: file, range: range,
      Wording(
        en: "this title ends with a full stop", fr: "ce titre se termine par un point"),
      hints: [Wording(en: "take it away", fr: "retirez-le")], fix: fix)
  }
}
