internal import Diagnostics
internal import Geometry
internal import Typesetting
internal import Yams

extension YAMLNode {
  /// `sheets`, `natural` or a number of pages; or these under `pages`, beside how far the design
  /// may go.
  func copyFit(reporting diagnostics: inout [Diagnostic]) -> CopyFit {
    guard isMapping else { return CopyFit(aim(reporting: &diagnostics)) }
    let mapping = mapping(
      of: ["pages", "size", "leading", "margins"], reporting: &diagnostics)
    var fit = CopyFit()
    if let pages = mapping?.required("pages", reporting: &diagnostics) {
      fit.aim = pages.aim(reporting: &diagnostics)
    }
    if let size = mapping?["size"]?.part(upTo: 10, reporting: &diagnostics) { fit.size = size }
    if let leading = mapping?["leading"]?.part(upTo: 10, reporting: &diagnostics) {
      fit.leading = leading
    }
    if let node = mapping?["margins"], let margins = node.length(reporting: &diagnostics) {
      if margins < .zero || margins > .millimetres(5) {
        diagnostics.append(.fitTooFar(at: node))
      } else {
        fit.margins = margins
      }
    }
    return fit
  }

  private func aim(reporting diagnostics: inout [Diagnostic]) -> CopyFit.Aim {
    if let count = node.scalar.flatMap({ Int($0.string) }) {
      if count < 4 || count > 4_000 { diagnostics.append(.fitTooFar(at: self)) }
      return .pages(count)
    }
    return choice(of: [("sheets", .sheets), ("natural", .natural)], reporting: &diagnostics)
      ?? .natural
  }

  /// `3 %`, as 0.03.
  private func part(upTo most: Double, reporting diagnostics: inout [Diagnostic]) -> Double? {
    let text = (node.scalar?.string ?? "").filter { !$0.isWhitespace }
    let digits = text.hasSuffix("%") ? text.dropLast().replacing(",", with: ".") : ""
    guard let percent = Double(String(digits)), percent >= 0, percent <= most else {
      diagnostics.append(.partUnexpected(upTo: Int(most), at: self))
      return nil
    }
    return percent / 100
  }
}

extension Diagnostic {
  fileprivate static func fitTooFar(at node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .error, "fit-too-far", file: node.source.file, range: node.range,
      Wording(
        en: "pages cannot be fitted to this", fr: "les pages ne peuvent pas s’ajuster à cela"),
      hints: [
        Wording(
          en: "write sheets, natural, or a number of pages from 4 to 4000; margins up to 5 mm",
          fr: "écrivez sheets, natural, ou un nombre de pages de 4 à 4000 ; marges jusqu’à 5 mm")
      ])
  }

  fileprivate static func partUnexpected(upTo most: Int, at node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .error, "value-unexpected", file: node.source.file, range: node.range,
      Wording(
        en: "a percentage from 0 % to \(most) % is wanted here",
        fr: "il faut ici un pourcentage de 0 % à \(most) %"),
      hints: [Wording(en: "such as 2 %", fr: "par exemple 2 %")])
  }

  /// A number of pages that could not be met.
  static func fitMissed(_ fitting: Fitting, file: String, range: SourceRange?) -> Diagnostic {
    let lines = abs(fitting.missingLines)
    let isTooLong = fitting.missingLines > 0
    return Diagnostic(
      .warning, "fit-missed", file: file, range: range,
      Wording(
        en: "the book has \(fitting.pageCount) pages and cannot have as many as it should",
        fr: "le livre a \(fitting.pageCount) pages et ne peut en avoir autant qu’il faudrait"),
      hints: [
        isTooLong
          ? Wording(
            en: "about \(lines) lines are too many: shorten the chapters that end with few lines",
            fr: "il y a environ \(lines) lignes de trop : abrégez les chapitres à courte fin")
          : Wording(
            en: "about \(lines) lines are missing: lengthen the chapters that end full",
            fr: "il manque environ \(lines) lignes : allongez les chapitres à fin pleine")
      ])
  }
}
