internal import Diagnostics
internal import Geometry
internal import Imposition

// What a booklet is told beyond words that cannot be read.

extension Diagnostic {
  /// At the place of one of a booklet's words.
  private static func on(
    _ booklet: Booklet, _ keys: BindingWords.Key, _ severity: Severity, _ code: String,
    _ message: Wording, hints: [Wording] = []
  ) -> Diagnostic {
    let place = booklet.place(of: keys)
    return Diagnostic(
      severity, code, file: place.file, range: place.range, message, hints: hints)
  }

  static func paperTooSmall(_ booklet: Booklet) -> Diagnostic {
    let binding = booklet.binding
    let (fields, needed) = (binding.fields, binding.neededSize)
    let percent = Int((binding.fittingScale * 100).rounded(.down))
    let (page, paper) = (binding.placedSize.shown, needed.shown)
    let count = fields.columns * fields.rows
    return on(
      booklet, .paper, .error, "paper-too-small",
      Wording(
        en: count == 1
          ? "a page of \(page) does not fit on \(binding.paper.name)"
          : "\(count) pages of \(page) do not fit on \(binding.paper.name)",
        fr: count == 1
          ? "une page de \(page) ne tient pas sur du \(binding.paper.name)"
          : "\(count) pages de \(page) ne tiennent pas sur du \(binding.paper.name)"),
      hints: [
        Wording(
          en: "use paper of \(paper) or more, or scale: \(percent) %",
          fr: "prenez un papier d’au moins \(paper), ou scale: \(percent) %")
      ])
  }
}

extension Size {
  /// `148 × 210 mm`.
  var shown: String { "\(width.shownInMillimetres) × \(height.shownInMillimetres) mm" }
}
