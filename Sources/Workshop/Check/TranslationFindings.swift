internal import Diagnostics
internal import Localization
internal import Markdown
internal import Typesetting

extension Book {
  /// Holds a translation against its source: passage by passage, then pictures, sections and dates.
  func checkTranslation(_ text: BookText, reporting diagnostics: inout [Diagnostic]) {
    guard let translation = text.translation, let sides = text.sides else { return }
    let source = sides.source.chapters.map { ($0.name, $0) }
    let own = sides.translation.chapters.map { ($0.name, $0) }
    let chapters = Dictionary(own) { first, _ in first }
    let places = chapters.mapValues { SignPlaces(of: $0) }
    var found: [Diagnostic] = []
    for passage in translation.state.passages {
      let name = passage.translation?.place.chapter ?? ""
      passage.check(
        in: translation.file(of: passage), quotes: language.quotation.marks,
        places: places[name] ?? SignPlaces(), reporting: &found)
    }
    translation.state.checkPictures(of: source, in: own, reporting: &found)
    translation.state.checkOrder(
      translation.pairs.translations, file: translation.file(named:), reporting: &found)
    found += translation.edits
    for (name, original) in source {
      guard let chapter = translation.pairs.translations[name].flatMap({ chapters[$0] }),
        translation.passages(ofChapter: name).allSatisfy(\.isSettled)
      else { continue }
      chapter.checkDate(against: original, reporting: &found)
    }
    // A link to nothing has been reported as such, and differs because of it.
    let broken = diagnostics.filter { $0.code == "link-to-nothing" }
    diagnostics += found.filter { finding in
      finding.code != "translation-links"
        || !broken.contains { $0.file == finding.file && $0.range == finding.range }
    }
  }
}

extension Quotation {
  /// All that may stand around what is quoted.
  fileprivate var marks: Set<Unicode.Scalar> {
    Set((levels + [single]).flatMap { [$0.open, $0.close] })
  }
}

extension Chapter {
  /// A translation that says all that its source says is as old as the source.
  fileprivate func checkDate(against source: Chapter, reporting diagnostics: inout [Diagnostic]) {
    let wanted = source.statedDate?.date
    let own = statedDate
    guard wanted != own?.date else { return }
    diagnostics.append(.dateDiffers(wanted?.iso8601, file: file, range: own?.range))
  }

  private var statedDate: (date: BookDate, range: SourceRange)? {
    guard let frontMatter else { return nil }
    // What is wrong with it is said where it is printed.
    var ignored: [Diagnostic] = []
    let text = YAMLText(
      text: frontMatter.yaml, file: file, firstLine: frontMatter.range.lowerBound.line)
    let node = text.root(reporting: &ignored)?.mapping(
      of: ["short", "date", "replaces"], reporting: &ignored)?["date"]
    guard let node, let date = node.date(reporting: &ignored) else { return nil }
    return (date, node.range)
  }
}

extension Diagnostic {
  fileprivate static func dateDiffers(
    _ date: String?, file: String, range: SourceRange?
  ) -> Diagnostic {
    guard let date else {
      return Diagnostic(
        .warning, "translation-date", file: file, range: range,
        Wording(
          en: "the source gives this chapter no date", fr: "la source ne date pas ce chapitre"),
        hints: [
          Wording(en: "remove date: here", fr: "ôtez date: ici")
        ])
    }
    return Diagnostic(
      .warning, "translation-date", file: file, range: range,
      Wording(
        en: "the source dates this chapter \(date)", fr: "la source date ce chapitre du \(date)"),
      hints: [
        Wording(
          en: "write date: \(date) between the --- lines at the top",
          fr: "écrivez date: \(date) entre les lignes --- en tête")
      ])
  }
}
