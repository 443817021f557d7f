internal import Diagnostics
internal import Localization
internal import Markdown

/// The chapters of a translation in the places and with the numbers that their sources have, whatever
/// their files are called.
struct TranslatedChapters {
  private struct Place {
    var number: Int
    /// Those in their source's place come before others of that number.
    var isPaired: Bool
    var chapter: Chapter
  }

  private let translation: Translation
  private var places: [Place] = []

  init(_ own: Manuscript, _ numbers: [Int], of translation: Translation, numbered: [String: Int]) {
    self.translation = translation
    let pairs = translation.pairs
    for (number, chapter) in zip(numbers, own.chapters) {
      let name = chapter.name
      let original = pairs.sources[name] ?? pairs.wholes[name]
      places.append(
        Place(
          number: original.flatMap { numbered[$0] } ?? number,
          isPaired: pairs.sources[name] != nil, chapter: chapter))
    }
  }

  /// Puts in what the source has and the translation has not.
  mutating func fill(from source: Manuscript, _ numbered: [String: Int], inLanguage tag: String) {
    let taken = places.reduce(into: Set<String>()) { $0.formUnion($1.chapter.ids) }
    for original in source.chapters {
      let name = original.name
      if let index = index(of: translation.pairs.translations[name]) {
        let own = places[index].chapter.name
        places[index].chapter = places[index].chapter.filled(
          from: original, states(of: name, in: own), inLanguage: tag, except: taken)
      } else if let index = index(of: translation.pairs.hosts[name]) {
        let own = places[index].chapter.name
        // A chapter within a chapter has no title: it would be another chapter.
        places[index].chapter = places[index].chapter.filled(
          from: original, states(of: name, in: own).filter { !$0.isTitle(of: original) },
          inLanguage: tag, except: taken)
      } else if let number = numbered[name] {
        let chapter = original.marked(asLanguage: tag).without(taken)
        places.append(Place(number: number, isPaired: true, chapter: chapter))
      }
    }
  }

  private func index(of name: String?) -> Int? {
    name.flatMap { name in places.firstIndex { $0.chapter.name == name } }
  }

  /// Those that are translated there or nowhere.
  private func states(of name: String, in own: String) -> [PassageState] {
    translation.state.passages.filter { state in
      state.source?.place.chapter == name
        && state.translation.map { $0.place.chapter == own } ?? true
    }
  }

  /// In the order of the book, no number twice.
  var ordered: (manuscript: Manuscript, numbers: [Int]) {
    let sorted = places.enumerated().sorted { a, b in
      (a.element.number, a.element.isPaired ? 0 : 1, a.offset)
        < (b.element.number, b.element.isPaired ? 0 : 1, b.offset)
    }.map(\.element)
    var numbers: [Int] = []
    for place in sorted { numbers.append(max(place.number, (numbers.last ?? 0) + 1)) }
    return (Manuscript(chapters: sorted.map(\.chapter)), numbers)
  }

  /// What is to be done to the files, so that they are called as their sources are again.
  func findMoves(reporting diagnostics: inout [Diagnostic]) {
    let pairs = translation.pairs
    let originals = Dictionary(translation.chapters.map { ($0.name, $0) }) { first, _ in first }
    for place in places {
      let file = place.chapter.file
      let name = place.chapter.name
      if let source = pairs.sources[name], source != name, let original = originals[source] {
        diagnostics.append(
          .chapterMoved(file, to: translation.file(named: source), source: original.sourceFile))
      } else if let whole = pairs.wholes[name], let original = originals[whole] {
        diagnostics.append(
          .chapterJoined(file, into: original.translationFile, source: original.sourceFile))
      }
    }
    for original in translation.chapters where pairs.translations[original.name] == nil {
      guard let host = pairs.hosts[original.name] else { continue }
      diagnostics.append(
        .chapterParted(
          translation.file(named: host), into: translation.file(named: original.name),
          source: original.sourceFile))
    }
  }
}

extension PassageState {
  fileprivate func isTitle(of chapter: Chapter) -> Bool {
    guard case .heading(let title)? = chapter.blocks.first, title.level == 1 else { return false }
    return source.map { $0.range.lowerBound < title.range.upperBound } ?? false
  }
}

extension Diagnostic {
  fileprivate static func chapterMoved(_ file: String, to new: String, source: String) -> Diagnostic
  {
    Diagnostic(
      .warning, "chapter-moved", file: file,
      Wording(
        en: "this translates \(source), which has another name; it is printed in that one’s place",
        fr: "ceci traduit \(source), qui a un autre nom ; c’est imprimé à sa place"),
      hints: [Wording(en: "git mv \(file) \(new)", fr: "git mv \(file) \(new)")])
  }

  fileprivate static func chapterJoined(
    _ file: String, into whole: String, source: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, "chapter-joined", file: file,
      Wording(
        en: "what this translates is now part of \(source)",
        fr: "ce que ceci traduit fait maintenant partie de \(source)"),
      hints: [
        Wording(en: "move its words into \(whole)", fr: "mettez-en les mots dans \(whole)")
      ])
  }

  fileprivate static func chapterParted(
    _ file: String, into part: String, source: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, "chapter-parted", file: file,
      Wording(
        en: "this also translates \(source), which is now a chapter of its own",
        fr: "ceci traduit aussi \(source), qui est maintenant un chapitre à part"),
      hints: [
        Wording(
          en: "move what belongs to it into \(part)", fr: "mettez ce qui lui revient dans \(part)")
      ])
  }
}
