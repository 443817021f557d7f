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
    #expect(Memory(file).entries.map(\.isFuzzy) == [true])
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
    ("<<<<<<< ours\nmsgid \"a\"\nmsgstr \"b\"\n", "1 memory-conflict"),
    ("rien\nmsgid \"a\"\nmsgstr \"b\"\n", "1 memory-unread"),
    // Both sides of a merge kept, as one entry and as two.
    ("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"\n", "3 memory-field-twice"),
    ("msgctxt \"x\"\nmsgid \"a\"\nmsgid \"b\"\nmsgstr \"c\"\n", "3 memory-field-twice"),
    ("msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"a\"\nmsgstr \"c\"\n", "4 memory-entry-twice"),
    (
      "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\nmsgstr[1] \"d\"\n\nmsgid \"e\"\nmsgstr \"f\"\n",
      "2 memory-plural"
    ),
    ("msgid \"a\nmsgstr \"b\"\n", "1 memory-unread"),
    ("msgid \"a\"\n\n", "1 memory-unread"),
  ])
  func whatIsNoCatalogueIsReportedAtItsLine(text: String, finding: String) {
    var found: [Diagnostic] = []
    _ = POFile(parsing: text, file: "en.po", reporting: &found)
    #expect(found.map { "\($0.range?.lowerBound.line ?? 0) \($0.code)" } == [finding])
  }

  /// Ours is read, and the one fault is said once.
  @Test func anUnfinishedMergeIsSaidOnce() {
    var found: [Diagnostic] = []
    let text = """
      msgctxt "x"
      <<<<<<< HEAD
      msgid "neuf"
      msgstr "new"
      ||||||| base
      msgid "vieux"
      msgstr "old"
      =======
      msgid "neuf"
      msgstr "novel"
      >>>>>>> theirs

      msgid "a"
      msgstr "b"

      msgid "a"
      msgstr "b"
      """
    let file = POFile(parsing: text, file: "en.po", reporting: &found)
    #expect(found.map(\.code) == ["memory-conflict"])
    #expect(file.entries.map(\.translation) == ["new", "b"])
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
