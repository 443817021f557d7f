import Diagnostics
import Localization
import Testing

@Suite struct POFileTests {
  static let text = """
    # Guide
    msgid ""
    msgstr ""
    "Language: en\\n"
    "Content-Type: text/plain; charset=UTF-8\\n"

    # from the forum
    #. paragraph
    #: 01-ce-guide
    #, fuzzy, no-wrap
    #| msgid "Le vieux"
    msgctxt "01-ce-guide#debut"
    msgid "Le \\"neuf\\""
    msgstr "The \\"new\\" one\\\\"

    #~ msgid "gone"
    #~ msgstr "gone"

    """

  @Test func everyPartIsReadAndWritten() {
    var found: [Diagnostic] = []
    let file = POFile(parsing: Self.text, file: "en.po", reporting: &found)
    #expect(found.isEmpty)
    #expect(file.text == Self.text)
    #expect(file.entries[0].id == "Le \"neuf\"")
    #expect(file.entries[0].isFuzzy)
    #expect(file.entries[0].previousID == "Le vieux")
    #expect(Memory(file).entries.isEmpty)
  }

  @Test func wrappedLinesAreJoined() {
    var found: [Diagnostic] = []
    let file = POFile(
      parsing: "msgid \"\"\n\"un \"\n\"deux\"\nmsgstr \"\"\n\"one \"\n\"two\"\n", file: "en.po",
      reporting: &found)
    #expect(file.entries.map(\.id) == ["un deux"])
    #expect(file.entries.map(\.translation) == ["one two"])
  }

  @Test(arguments: [
    ("<<<<<<< ours\nmsgid \"a\"\nmsgstr \"b\"\n", "1 memory-unread"),
    ("msgid \"a\nmsgstr \"b\"\n", "1 memory-unread"),
    ("msgid \"a\"\n\n", "1 memory-unread"),
  ])
  func whatIsNoCatalogueIsReportedAtItsLine(text: String, finding: String) {
    var found: [Diagnostic] = []
    _ = POFile(parsing: text, file: "en.po", reporting: &found)
    #expect(found.map { "\($0.range?.lowerBound.line ?? 0) \($0.code)" } == [finding])
  }

  @Test func aMemoryComesBackFromItsCatalogue() {
    let memory = FreshnessTests.confirmed
    var found: [Diagnostic] = []
    let text = memory.catalogue(language: "en", title: "guide").text
    let read = POFile(parsing: text, file: "en.po", reporting: &found)
    #expect(found.isEmpty)
    #expect(Memory(read) == memory)
    #expect(read.text == text)
  }

  /// The same words may be translated in two ways under one heading, and gettext must tell them apart.
  @Test func theSameWordsInTwoWaysAreTwoEntries() {
    let place = Passage.Place(chapter: "01", section: "x")
    let memory = Memory(
      ["Yes", "Aye", "Yes"].map { Memory.Entry(place: place, source: "Oui", translation: $0) })
    var found: [Diagnostic] = []
    let file = memory.catalogue(language: "en", title: "guide")
    #expect(file.entries.map(\.context) == ["01#x", "01#x (2)"])
    let read = Memory(POFile(parsing: file.text, file: "en.po", reporting: &found))
    #expect(read.entries.map(\.translation) == ["Yes", "Aye"])
    #expect(read.entries.allSatisfy { $0.place == place })
  }
}
