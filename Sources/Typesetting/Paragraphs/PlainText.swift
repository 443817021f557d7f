internal import Markdown

extension [Inline] {
  /// The words alone, as those search and sort who need no signs.
  package var plainText: String { words(nil) }

  /// The words alone, as an outline, the contents or a running head show them: what runs the other
  /// way is isolated, since nothing else tells of it there.
  func plainText(in language: BookLanguage, beside others: [String: BookLanguage]) -> String {
    words(Surroundings(direction: language.direction, languages: others))
  }

  private func words(_ around: Surroundings?) -> String {
    map { inline in
      switch inline {
      case .text(let text): text.value
      case .emphasis(let emphasis), .strong(let emphasis): emphasis.content.words(around)
      case .code(let code): around?.isolated(code.text, .leftToRight) ?? code.text
      case .link(let link): link.content.words(around)
      case .image(let image): image.alternative.words(around)
      case .span(let span): words(of: span, around)
      case .noteCall: ""
      case .value(let value): "{{ \(value.name) }}"
      case .softBreak, .hardBreak: " "
      }
    }.joined()
  }

  private func words(of span: Span, _ around: Surroundings?) -> String {
    guard let around, let tag = span.attributes.values["lang"] else {
      return span.content.words(around)
    }
    var inside = around
    inside.direction = (around.languages[tag] ?? .unknown(tag)).direction
    return around.isolated(span.content.words(inside), inside.direction)
  }
}

/// In what a stretch of words stands.
private struct Surroundings {
  var direction: Direction
  let languages: [String: BookLanguage]

  func isolated(_ words: String, _ direction: Direction) -> String {
    guard direction != self.direction, !words.isEmpty else { return words }
    return words.isolated(running: direction)
  }
}

extension Copy {
  /// As the contents, running heads and outlines show it.
  func words(_ content: [Inline]) -> String {
    content.plainText(in: language, beside: otherLanguages)
  }

  func title(of chapter: Chapter) -> String { words(chapter.titleHeading?.content ?? []) }
}
