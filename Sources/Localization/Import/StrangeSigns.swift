package import Diagnostics
internal import Markdown

/// A sign in a catalogue's words that would lead nowhere, or change what the chapter is.
package struct StrangeSign: Hashable, Sendable {
  package var sign: String
  /// Where the catalogue has the words.
  package var range: SourceRange?
}

/// Tells what words say that the book does not know: a link to nothing, a value that has no name, an
/// identifier, a picture or raw HTML where the source has none.
struct StrangeSigns {
  private let passages: [Passage]
  /// Found when they are asked for: hardly a catalogue asks.
  private lazy var known = BookSigns(passages)

  init(in state: TranslationState) {
    passages = state.passages.flatMap { [$0.source, $0.translation].compactMap { $0 } }
  }

  /// The first in words that are to stand for a passage; what its source or its translation has is no news.
  mutating func first(in rewording: Rewording) -> StrangeSign? {
    let own = OwnSigns(of: rewording.text)
    guard !own.isEmpty else { return nil }
    let state = rewording.state
    let said = [state.source?.text, state.translation?.text].compactMap { $0 }
      .map { OwnSigns(of: $0) }
    let added = own.alien.first { sign in !said.contains { $0.alien.contains(sign) } }
    let unknown =
      added
      ?? own.links.first { !known.links.contains($0) }.map { "[](\($0))" }
      ?? own.values.first { !known.values.contains($0) }.map { "{{ \($0) }}" }
    return unknown.map { StrangeSign(sign: $0, range: rewording.range) }
  }
}

/// What words call, and what they bring with them.
private struct OwnSigns {
  var links: [String]
  var values: [String]
  /// Pictures, identifiers and raw HTML, as they are written.
  var alien: [String]

  init(of text: String) {
    let signs = Signs(of: text)
    links = signs[.links].filter { $0.hasPrefix("#") }
    values = signs[.values]
    alien = signs[.pictures].map { "![](\($0))" }
    for match in text.matches(of: /(\\?)\{(?:[^{}]*\s)?#[^{}]*\}/)
    where match.1.isEmpty {
      alien.append(String(match.0))
    }
    alien += rawHTML(in: text)
  }

  var isEmpty: Bool { links.isEmpty && values.isEmpty && alien.isEmpty }
}

private func rawHTML(in text: String) -> [String] {
  guard text.contains("<") else { return [] }
  var found: [Diagnostic] = []
  // With a sign before it, all of it is one paragraph's.
  let line = "\u{2060} \(text)"
  _ = Chapter(parsing: line, file: "", reporting: &found)
  let bytes = Array(line.utf8)
  return found.filter { $0.code == "raw-html" }.compactMap(\.range).map { bytes.piece($0) }
}

/// What all of a book's passages call or can be called by.
private struct BookSigns {
  var links: Set<String> = []
  var values: Set<String> = []

  init(_ passages: [Passage]) {
    for passage in passages {
      links.insert("#\(passage.place.section)")
      if let id = passage.id { links.insert("#\(id)") }
      guard passage.text.contains("](") || passage.text.contains("{{") else { continue }
      let signs = Signs(of: passage.text)
      links.formUnion(signs[.links])
      values.formUnion(signs[.values])
    }
  }
}
