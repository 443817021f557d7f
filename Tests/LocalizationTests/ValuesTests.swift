import Diagnostics
import Markdown
import Testing

@testable import Localization

@Suite struct ValuesTests {
  let values = Values(["contact.email": "a@example.org", "cnil.phone": "01 53 73 22 22"])

  private func fill(_ source: String) -> (words: [String], manuscript: Manuscript, [Diagnostic]) {
    var found: [Diagnostic] = []
    let chapter = Chapter(parsing: source, file: "a.md", reporting: &found)
    let filled = Manuscript(chapters: [chapter]).filled(with: values, reporting: &found)
    var words: [String] = []
    filled.chapters[0].visit(inline: { inline in
      if case .text(let text) = inline { words.append(text.value) }
      if case .value(let call) = inline { words.append("?" + call.name) }
    })
    return (words, filled, found)
  }

  @Test(arguments: [
    "{{ cnil.phone }}\n",
    "# {{ cnil.phone }}\n",
    "- a\n  - *{{ cnil.phone }}*\n",
    "> **{{ cnil.phone }}**\n",
    "| a |\n|---|\n| {{ cnil.phone }} |\n",
    "| {{ cnil.phone }} |\n|---|\n",
    "::: note {{ cnil.phone }}\nx\n:::\n",
    "a[^n]\n\n[^n]: {{ cnil.phone }}\n",
    "[{{ cnil.phone }}](https://example.org)\n",
    "![{{ cnil.phone }}](a.png)\n",
  ])
  func aValueIsFilledInWhereverTextStands(source: String) {
    let (words, _, found) = fill(source)
    #expect(words.contains("01 53 73 22 22"))
    #expect(!words.contains { $0.hasPrefix("?") })
    #expect(found.isEmpty)
  }

  @Test func theTextStandsWhereItsNameStood() throws {
    let (_, manuscript, _) = fill("Appelez {{ cnil.phone }}.\n")
    guard case .paragraph(let paragraph) = manuscript.chapters[0].blocks[0],
      case .text(let text) = paragraph.content[1]
    else {
      Issue.record("no text in the second place")
      return
    }
    #expect(text.range.lowerBound == SourceLocation(line: 1, column: 9))
    #expect(text.range.upperBound == SourceLocation(line: 1, column: 25))
    #expect(!text.isVerbatim)
  }

  @Test func aLinkMayLeadToAValue() {
    let (_, manuscript, found) = fill("[écrivez](mailto:{{contact.email}})\n")
    var destinations: [String] = []
    manuscript.chapters[0].visit(inline: { inline in
      if case .link(let link) = inline { destinations.append(link.destination) }
    })
    #expect(destinations == ["mailto:a@example.org"])
    #expect(found.isEmpty)
  }

  @Test func anUnknownNameIsReportedAtItsPlaceWithTheNearest() {
    let (words, _, found) = fill("Écrivez à\n**{{ contact.emial }}**.\n")
    #expect(words.contains("?contact.emial"))
    #expect(found.map(\.code) == ["value-undefined"])
    #expect(found.first?.severity == .error)
    #expect(found.first?.range?.lowerBound == SourceLocation(line: 2, column: 3))
    #expect(found.first?.hints.first?.english == "did you mean contact.email?")
  }

  // MARK: Values of editions and languages

  private func place(_ line: Int) -> SheetPlace {
    let start = SourceLocation(line: line, column: 3)
    return SheetPlace(file: "edition.yml", range: start..<start)
  }

  private func own(_ text: [String: String]) -> Values {
    Values(text, at: text.mapValues { _ in place(4) })
  }

  @Test func anEditionsValuesGoBeforeTheBooks() {
    var found: [Diagnostic] = []
    let all = values.replaced(by: own(["contact.email": "b@example.org"]), reporting: &found)
    #expect(all.text == ["contact.email": "b@example.org", "cnil.phone": "01 53 73 22 22"])
    #expect(found.isEmpty)
  }

  @Test(arguments: [("contact", "value-is-group"), ("contact.email.home", "value-is-single")])
  func aValueAndAGroupAreTwoThings(name: String, code: String) {
    var found: [Diagnostic] = []
    _ = values.replaced(by: own([name: "x"]), reporting: &found)
    #expect(found.map(\.code) == [code])
    #expect(found.first?.file == "edition.yml")
    #expect(found.first?.range?.lowerBound.line == 4)
  }

  @Test func aValueDoesNotCallAnother() {
    var found: [Diagnostic] = []
    own(["a": "{{ a }}", "b": "see {{nope.x}}", "c": "{ {c} } {{", "d": "x"])
      .checkCalls(reporting: &found)
    #expect(found.map(\.code) == ["value-in-value", "value-in-value"])
  }

  @Test func aValueThatNothingCallsIsReportedWithTheNearest() {
    var found: [Diagnostic] = []
    let chapter = Chapter(
      parsing: "{{ contact.email }} [x](mailto:{{ press }})\n", file: "a.md", reporting: &found)
    let calls = Manuscript(chapters: [chapter]).valueCalls
    #expect(calls == ["contact.email", "press"])
    own(["contact.emial": "x", "press": "y"]).checkUse(by: calls, reporting: &found)
    #expect(found.map(\.code) == ["value-uncalled"])
    #expect(found.first?.hints.first?.english == "did you mean contact.email?")
  }
}
