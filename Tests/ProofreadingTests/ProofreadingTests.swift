import Diagnostics
import Markdown
import Testing

@testable import Proofreading

/// What is found in chapters "1.md", "2.md", …, one to a line: place, severity, code.
private func findings(_ sources: String...) -> [String] {
  proofread(sources).map { finding in
    let start = finding.range?.lowerBound ?? .start
    return "\(finding.file):\(start.line):\(start.column) \(finding.severity) \(finding.code)"
  }
}

private func proofread(_ sources: [String]) -> [Diagnostic] {
  var ignored: [Diagnostic] = []
  let chapters = sources.enumerated().map { index, source in
    Chapter(parsing: source, file: "\(index + 1).md", reporting: &ignored)
  }
  var found: [Diagnostic] = []
  Manuscript(chapters: chapters).proofread(reporting: &found)
  return found
}

@Suite struct References {
  @Test func linksLeadFromAnyChapterToAnyOther() {
    #expect(
      findings(
        "# Un {#un}\n\n[](#deux) [ici](#encadre) [](#image) [](#mot)\n",
        "# Deux {#deux}\n\n::: note T {#encadre}\n[](#un)\n:::\n\n![i](i.png){#image}\n\n[m]{#mot}\n"
      ).isEmpty)
  }

  @Test func anIdGivenTwiceIsReportedWithTheFirst() {
    let found = proofread(["# Un {#plan}\n", "# Deux\n\n## Trois {#plan}\n"])
    #expect(found.map(\.code) == ["id-twice"])
    #expect(found.first?.file == "2.md")
    #expect(found.first?.range?.lowerBound.line == 3)
    #expect(found.first?.notes.first?.file == "1.md")
    #expect(found.first?.notes.first?.range?.lowerBound.line == 1)
  }

  @Test func aLinkToNothingIsReportedWithTheNearest() {
    let found = proofread(["# Un {#cartographier}\n\nVoir [ici](#cartografier).\n"])
    #expect(found.map(\.code) == ["link-to-nothing"])
    #expect(found.first?.range?.lowerBound == SourceLocation(line: 3, column: 6))
    #expect(found.first?.hints.first?.french == "vouliez-vous dire cartographier ?")
  }

  @Test(arguments: ["[](#rien)", "- [](#rien)", "> [](#rien)", "a[^1]\n\n[^1]: [](#rien)"])
  func noPlaceHidesALinkToNothing(source: String) {
    #expect(
      findings("# Un\n\n\(source)\n").map { $0.split(separator: " ").last } == ["link-to-nothing"])
  }
}

@Suite struct Schemes {
  @Test(arguments: [
    "https://example.org/a:b", "http://example.org", "HTTPS://example.org",
    "mailto:a@example.org", "tel:+33153732222",
  ])
  func aSafeLinkIsNotMarked(destination: String) {
    #expect(findings("# Un\n\n[mots](<\(destination)>)\n").isEmpty)
  }

  @Test(arguments: ["02-le-cadre.md", "02-le-cadre.md#id", "images/a.png", "a/b:c", "?q=a:b"])
  func paperOpensNoFiles(destination: String) {
    #expect(findings("# Un\n\n[mots](<\(destination)>)\n") == ["1.md:3:1 error link-to-file"])
  }

  @Test(arguments: ["http://", "https://", "mailto:"])
  func aSchemeAloneIsNoAddress(destination: String) {
    #expect(findings("# Un\n\n[mots](<\(destination)>)\n") == ["1.md:3:1 warning link-empty"])
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", "file:///etc/passwd", "data:text/html,x",
    "vbscript:x", "java&#x09;script:alert(1)", "&#106;avascript:alert(1)",
    "java&Tab;script&colon;x",
    "&#1;javascript:x", "java&#x200B;script:x", "//example.org/x", "C:/Windows",
  ])
  func anUnsafeLinkIsMarkedHoweverItIsWritten(destination: String) {
    #expect(findings("# Un\n\n[mots](<\(destination)>)\n") == ["1.md:3:1 error link-scheme"])
  }

  @Test func aLinkToNowhereIsAWarning() {
    #expect(findings("# Un\n\n[mots]()\n") == ["1.md:3:1 warning link-empty"])
  }
}
