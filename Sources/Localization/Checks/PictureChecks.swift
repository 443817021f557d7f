package import Diagnostics
package import Markdown

/// A figure of one side, and where it stands.
private struct Figure {
  var source: String
  var id: String?
  var place: Passage.Place
  var range: SourceRange
  var file: String
}

extension TranslationState {
  /// Figures of the source that the translation has not, or has with another picture. Those of a section
  /// that nobody has begun to translate will come with it.
  ///
  /// - Parameters:
  ///   - source: the source's chapters by name, in their order.
  ///   - translation: the translation's, as they were written.
  package func checkPictures(
    of source: [(name: String, chapter: Chapter)],
    in translation: [(name: String, chapter: Chapter)],
    reporting diagnostics: inout [Diagnostic]
  ) {
    let wanted = source.flatMap { $0.chapter.figures(named: $0.name) }
    var own = translation.flatMap { $0.chapter.figures(named: $0.name) }
    let files = Dictionary(translation.map { ($0.name, $0.chapter.file) }) { first, _ in first }

    /// What is found is found once.
    func take(_ isIt: (Figure) -> Bool) -> Figure? {
      own.firstIndex(where: isIt).map { own.remove(at: $0) }
    }
    var unnamed: [Figure] = []
    for figure in wanted {
      guard let id = figure.id, let same = take({ $0.id == id }) else {
        unnamed.append(figure)
        continue
      }
      if same.source != figure.source {
        diagnostics.append(.pictureDiffers(figure.source, file: same.file, range: same.range))
      }
    }
    let lacking = unnamed.filter { figure in take { $0.source == figure.source } == nil }
    for figure in lacking {
      if let other = take({ $0.place.section == figure.place.section && $0.id == figure.id }) {
        diagnostics.append(.pictureDiffers(figure.source, file: other.file, range: other.range))
      } else if let before = translated(before: figure), let file = files[before.place.chapter] {
        diagnostics.append(
          .pictureMissing(figure.source, id: figure.id, file: file, range: before.range))
      }
    }
  }

  /// The translation of what comes before a figure in its section, or of what comes first there.
  private func translated(before figure: Figure) -> Passage? {
    let section = passages.filter { $0.source?.place == figure.place && $0.translation != nil }
    let before = section.last { state in
      state.source.map { $0.range.lowerBound < figure.range.lowerBound } ?? false
    }
    return (before ?? section.first)?.translation
  }
}

extension Chapter {
  fileprivate func figures(named name: String) -> [Figure] {
    var place = Passage.Place(chapter: name, section: "")
    var figures: [Figure] = []
    visit(block: { block in
      switch block {
      case .heading(let heading):
        if let id = heading.attributes.id { place.section = id }
      case .paragraph(let paragraph):
        guard let image = paragraph.figure else { return }
        figures.append(
          Figure(
            source: image.source, id: image.attributes.id, place: place, range: image.range,
            file: file))
      default: break
      }
    })
    return figures
  }
}

extension Diagnostic {
  fileprivate static func pictureDiffers(
    _ source: String, file: String, range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "translation-pictures", file: file, range: range,
      Wording(
        en: "the source has the picture \(source) here",
        fr: "la source a ici l’image \(source)"),
      hints: [
        Wording(
          en:
            "write (\(source)); a drawing of this language’s own goes under that name into its images/",
          fr:
            "écrivez (\(source)) ; un dessin propre à cette langue va sous ce nom dans son dossier images/"
        )
      ])
  }

  fileprivate static func pictureMissing(
    _ source: String, id: String?, file: String, range: SourceRange
  ) -> Diagnostic {
    let name = id.map { "{#\($0)}" } ?? ""
    return Diagnostic(
      .warning, "translation-pictures", file: file, range: range,
      Wording(
        en: "the source has the picture \(source) behind this, and the translation has not",
        fr: "la source a l’image \(source) à la suite, et la traduction ne l’a pas"),
      hints: [
        Wording(en: "write ![…](\(source))\(name)", fr: "écrivez ![…](\(source))\(name)")
      ])
  }
}
