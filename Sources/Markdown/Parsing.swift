package import Diagnostics

extension Chapter {
  /// Parses one source file; never fails, reports what it could not understand and keeps it as text.
  ///
  /// The text is cut into lines, the front matter set aside; the first phase finds the blocks, the
  /// second reads the words in them; then notes and links are held against their definitions.
  ///
  /// - Parameter firstLine: the number of the first line, where what is read of several files is put
  ///   together and places must not be mistaken for one another.
  package init(
    parsing source: String, file: String, firstLine: Int = 1,
    reporting diagnostics: inout [Diagnostic]
  ) {
    let text = SourceText(source, firstLine: firstLine)
    var findings: [Diagnostic] = []

    let front = FrontMatterLines(in: text, file: file, reporting: &findings)
    var blocks = BlockParser(source: text, file: file)
    blocks.parse(from: front.lineAfter)
    var reader = BlockReader(blocks, reporting: findings + blocks.diagnostics)
    let content = reader.readChapter()
    reader.checkNotes()
    reader.checkReferences()

    self.init(file: file, frontMatter: front.value, blocks: content, notes: reader.notes)
    diagnostics += reader.diagnostics.enumerated().sorted { a, b in
      (a.element.range?.lowerBound ?? .start, a.offset)
        < (b.element.range?.lowerBound ?? .start, b.offset)
    }.map(\.element)
  }
}
