import Geometry
import Testing
import Typesetting

@Suite struct TeXCorpusTests {
  /// Our breaks are TeX's, or cost what TeX's cost by its own arithmetic.
  @Test(
    .enabled(
      if: TeXCorpus.isPresent,
      "TeX's answers are not here: set LIVRET_TEX_CORPUS to the folder that has them"))
  func everyParagraphIsBrokenAsWellAsByTeX() throws {
    let corpus = try TeXCorpus()
    try #require(!corpus.answers.isEmpty)
    var asGood = 0
    var same = 0
    for answer in corpus.answers {
      let paragraph = try #require(corpus.paragraphs[answer.paragraph])
      let broken = breakIntoLines(
        paragraph.items, shape: LineShape(rest: answer.width), parameters: answer.parameters)
      let breaks = broken.lines.map { line in
        line.breakItem < paragraph.numbers.count
          ? paragraph.numbers[line.breakItem] : paragraph.numbers.last ?? 0
      }
      if breaks == answer.breaks { same += 1 }
      if breaks == answer.breaks || broken.demerits == answer.demerits {
        asGood += 1
      } else {
        Issue.record(
          """
          paragraph \(answer.paragraph) at \(answer.width.units): \(broken.demerits) demerits, \
          TeX has \(answer.demerits)
          ours \(breaks)
          TeX  \(answer.breaks)
          """)
      }
    }
    print("\(asGood) of \(corpus.answers.count) answers as good as TeX's, \(same) the same")
    #expect(asGood == corpus.answers.count)
  }
}
