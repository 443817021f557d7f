internal import Diagnostics

/// YAML between `---` and `---` at the very top of a file.
struct FrontMatterLines {
  private(set) var value: FrontMatter?
  /// The index of the first line of Markdown.
  private(set) var lineAfter = 0

  init(in source: SourceText, file: String, reporting diagnostics: inout [Diagnostic]) {
    guard Self.isFence(source, 0), source.lines.count > 1, Self.looksLikeYAML(source, 1) else {
      return
    }
    guard let last = source.lines.indices.dropFirst().first(where: { Self.isEnd(source, $0) })
    else {
      let opening = source.range(source.lines[0].start..<source.lines[0].end)
      diagnostics.append(.frontMatterUnclosed(file: file, range: opening))
      return
    }
    let yaml = source.lines[1].start..<source.lines[last].start
    value = FrontMatter(yaml: source.bytes.string(yaml), range: source.range(yaml))
    lineAfter = last + 1
  }

  /// A first line `key:` or `# comment` tells front matter from a line across the page.
  private static func looksLikeYAML(_ source: SourceText, _ index: Int) -> Bool {
    let line = source.lines[index]
    if line.start < line.end, source.bytes[line.start] == .hash { return true }
    var at = line.start
    while at < line.end, source.bytes[at].isNameByte { at += 1 }
    return at > line.start && at < line.end && source.bytes[at] == .colon
      && (at + 1 == line.end || source.bytes[at + 1].isSpaceOrTab)
  }

  private static func isFence(_ source: SourceText, _ index: Int) -> Bool {
    isLine("---", source, index)
  }

  private static func isEnd(_ source: SourceText, _ index: Int) -> Bool {
    isFence(source, index) || isLine("...", source, index)
  }

  private static func isLine(_ mark: StaticString, _ source: SourceText, _ index: Int) -> Bool {
    guard index < source.lines.count else { return false }
    let line = source.lines[index]
    guard line.end - line.start >= 3, source.bytes.hasBytes(mark, at: line.start) else {
      return false
    }
    return source.bytes[(line.start + 3)..<line.end].allSatisfy(\.isSpaceOrTab)
  }
}

extension Diagnostic {
  fileprivate static func frontMatterUnclosed(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "front-matter-unclosed", file: file, range: range,
      Wording(
        en: "the settings at the top of the chapter have no end",
        fr: "les réglages en tête du chapitre n’ont pas de fin"),
      hints: [
        Wording(
          en: "write a line with --- after the last setting",
          fr: "écrivez une ligne avec --- après le dernier réglage")
      ])
  }
}
