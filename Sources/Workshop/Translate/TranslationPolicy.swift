internal import Diagnostics
internal import Yams

/// What is printed of a translation that is not all there.
struct TranslationPolicy: Hashable {
  enum Missing: Hashable {
    /// The source's words, marked as such.
    case source
    case omit
  }

  var missing = Missing.source
  /// The part of the source's passages that must be fresh before a book is made, as `livret translate status`
  /// counts them; of a hundred.
  var publishAt = 0
  var publishPlace: SourceRange?

  init() {}

  /// Stale passages are kept: a page never changes language in the middle. `stale: keep` says so.
  init(_ mapping: YAMLMapping, reporting diagnostics: inout [Diagnostic]) {
    mapping.checkWritten(["missing", "stale", "publish-at"], reporting: &diagnostics)
    if let node = mapping["missing"] {
      missing =
        node.choice(of: [("source", .source), ("omit", .omit)], reporting: &diagnostics) ?? .source
    }
    if let node = mapping["stale"] {
      _ = node.choice(of: [("keep", true)], reporting: &diagnostics)
    }
    if let node = mapping["publish-at"] {
      publishAt = node.percentage(reporting: &diagnostics) ?? 0
      publishPlace = node.range
    }
  }
}

extension YAMLNode {
  /// `80 %` or 80.
  fileprivate func percentage(reporting diagnostics: inout [Diagnostic]) -> Int? {
    let text = (node.scalar?.string ?? "").filter { !$0.isWhitespace }
    guard let percent = Int(text.hasSuffix("%") ? String(text.dropLast()) : text),
      (0...100).contains(percent)
    else {
      diagnostics.append(
        Diagnostic(
          .error, "value-unexpected", file: source.file, range: range,
          Wording(
            en: "a percentage from 0 % to 100 % is wanted here",
            fr: "il faut ici un pourcentage de 0 % à 100 %"),
          hints: [Wording(en: "such as 80 %", fr: "par exemple 80 %")]))
      return nil
    }
    return percent
  }
}
