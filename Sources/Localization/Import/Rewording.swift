package import Diagnostics
internal import Markdown

/// A passage and the words that a catalogue has for it.
package struct Rewording: Hashable, Sendable {
  package var state: PassageState
  package var text: String
  /// As a chapter says it again once it is in it, whatever the spelling: `_one_` is `*one*`.
  package var reading: String
  /// Where the catalogue has them.
  package var range: SourceRange?
  /// What they translate, where the source has other words since: they are as stale as those before them.
  package var earlierSource: String?

  /// Nil for what is no passage by itself: nothing, several paragraphs, a list, a fence.
  init?(_ entry: POFile.Entry, for state: PassageState) {
    let text = entry.translation.trimmed
    guard !NormalForm(of: text).text.isEmpty, let reading = Self.reading(of: text) else {
      return nil
    }
    (self.state, self.text, self.reading, range) = (state, text, reading, entry.range)
  }

  package var words: NormalForm { NormalForm(of: reading) }

  private static func reading(of text: String) -> String? {
    var ignored: [Diagnostic] = []
    // With a sign before it that nothing begins with and that a normal form leaves out.
    let chapter = Chapter(parsing: "\u{2060} \(text)", file: "", reporting: &ignored)
    guard chapter.notes.isEmpty, chapter.blocks.count == 1,
      case .paragraph(let paragraph) = chapter.blocks[0]
    else { return nil }
    return String(paragraph.content.markdown.dropFirst(2))
  }

  /// The labels of the notes that it calls.
  var calls: Set<String> {
    Set(text.matches(of: /\[\^([^\]\s]+)\]/).map { $0.1.lowercased() })
  }
}

extension ChapterText {
  /// Words in the place of a passage's; nil where they would have to be one line and are not.
  func edit(_ passage: Passage, saying text: String, insteadOf source: String) -> SourceEdit? {
    let place = passage.range
    let isInParagraph =
      switch passage.kind {
      case .paragraph, .item, .definition, .note, .quote: true
      case .heading, .cell, .caption, .image, .term, .calloutTitle: false
      }
    guard isInParagraph || !text.contains("\n") else { return nil }
    switch passage.kind {
    case .caption:
      guard let figure = FigureParts(at: place, in: self) else { return SourceEdit(place, text) }
      return figure.edit(caption: text)
    case .cell:
      return SourceEdit(place, text.escaping(["|"]))
    default:
      let prefix = prefix(ofNextLinesIn: place)
      var laid = text.guarded(as: source).replacing("\n", with: "\n\(prefix)")
      if place.upperBound.line > place.lowerBound.line { laid = laid.sentences(after: prefix) }
      return SourceEdit(place, laid)
    }
  }

  /// As its second line has it, if it has one.
  private func prefix(ofNextLinesIn place: SourceRange) -> String {
    guard place.upperBound.line > place.lowerBound.line else { return prefix(of: place.lowerBound) }
    return String(bytes.line(place.lowerBound.line + 1).prefix { " \t>".contains($0) })
  }
}

extension String {
  /// A backslash before each of the signs that has none.
  func escaping(_ signs: Set<Character>) -> String {
    var escaped = ""
    var isEscaped = false
    for sign in self {
      if signs.contains(sign), !isEscaped { escaped.append("\\") }
      escaped.append(sign)
      isEscaped = sign == "\\" && !isEscaped
    }
    return escaped
  }

  /// Where the source begins with a number and a point, or a dash, that are words and no list, so may its
  /// translation.
  fileprivate func guarded(as source: String) -> String {
    guard source.hasBlockSign, hasBlockSign else { return self }
    guard let digits = prefixMatch(of: /\d+/) else { return "\\\(self)" }
    return "\(digits.0)\\\(self[digits.range.upperBound...])"
  }

  private var hasBlockSign: Bool { prefixMatch(of: /(?:[-+*:]|#{1,6}|\d{1,9}[.)])\s|>|:::/) != nil }

  /// One sentence a line, as the passage had several lines: where a word of two letters at least has its
  /// stop, and the next begins as a sentence does. Attributes, code and addresses stay whole.
  fileprivate func sentences(after prefix: String) -> String {
    let pattern =
      /((?:[\p{L}\d-][\p{L}\d]|[)\]}*»”’"%`\p{Sc}])[.!?؟。…](?:["”»’)*_]|\\?\]|\{[^}]*\}|\[\^[^\]\s]+\])*) (?=(?:[¿¡«“"‘(*_]|\\?\[)*[\p{Lu}\p{Lo}][\p{L} ’'])|(?:\{[^}]*\}|`[^`]*`|\]\([^)]*\))(?![.!?؟。…])/
    return replacing(pattern) { match in
      match.1.map { "\($0)\n\(prefix)" } ?? String(match.0)
    }
  }
}
