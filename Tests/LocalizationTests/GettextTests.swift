import Diagnostics
import Foundation
import Localization
import TestSupport
import Testing

/// Catalogues go to people who use gettext's own tools, Poedit and Weblate: these accept ours and give it
/// back as it was.
@Suite(.enabled(if: ToolRun.finds("msgfmt", "msgcat", "msgmerge"), "gettext"))
struct GettextTests {
  private func run(_ tool: String, _ arguments: String...) throws -> (status: Int32, said: String) {
    let run = try ToolRun(tool, arguments)
    return (run.status, run.output + run.errors)
  }

  @Test func gettextTakesACatalogueAndLeavesItAsItIs() throws {
    var memory = FreshnessTests.confirmed
    memory.entries.append(
      Memory.Entry(
        place: .init(chapter: "02-long", section: "x"),
        source: String(repeating: "Une phrase « longue », avec \"guillemets\" et \\. ", count: 9)
          + "\\\nfin",
        translation: String(repeating: "A long sentence — with “quotes”. ", count: 9) + "\\\nend",
        comments: ["from the forum"]))
    try check(memory.catalogue(language: "en", title: "guide").text)
  }

  /// With the words of an earlier source, and the hash of what was exported.
  @Test func gettextLeavesATranslatorsCatalogueAsItIs() throws {
    let place = Passage.Place(chapter: "01-un", section: "un")
    let start = SourceLocation.start
    func passage(_ text: String) -> Passage {
      Passage(kind: .paragraph, place: place, text: text, range: start..<start)
    }
    // The last of them was confirmed against other words.
    let memory = Memory(
      [("Oui.", "Yes."), ("Si.", "Indeed.")].map {
        Memory.Entry(place: place, source: $0, translation: $1)
      })
    let state = TranslationState(
      source: ["Oui.", "Oui.", "Si, si."].map(passage),
      translation: ["Yes.", "Indeed."].map(passage), memory: memory)
    let text = state.catalogue(language: "en", title: "guide").text
    #expect(text.contains("#. exported "))
    try check(text)
  }

  private func check(_ text: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "livret-po-\(UUID().uuidString)-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("en.po")
    try text.write(to: file, atomically: true, encoding: .utf8)

    let check = try run("msgfmt", "-c", "-o", "/dev/null", file.path)
    #expect(check.status == 0)
    #expect(check.said == "")
    #expect(try run("msgcat", file.path).said == text)
    // Without --previous, it leaves out what the source said before, for whoever asks for that.
    #expect(try run("msgmerge", "--quiet", "--previous", file.path, file.path).said == text)
  }
}
