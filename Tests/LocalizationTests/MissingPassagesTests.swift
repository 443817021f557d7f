import Diagnostics
import Markdown
import Testing

@testable import Localization

/// What `missing: source` prints of a translation that is not all there.
@Suite struct MissingPassagesTests {
  private static let french = """
    # Un {#un}

    Bonjour[^a].

    1. Premier geste.
    2. Deuxième geste.

       Avec un détail.
    3. Troisième geste.

    | Où | Quand |
    |---|---|
    | Rue | Lundi |
    | Place | Mardi |
    | Pont | Jeudi |

    : Nos tours

    ::: note À lire
    Une phrase.

    Une autre.
    :::

    Dôme
    : Une boule.

    Mât
    : Un poteau.

    [^a]: Une note.
    """
  private static let english = """
    # One {#un}

    Hello[^a].

    1. First step.
    2. Second step.

       With a detail.
    3. Third step.

    | Where | When |
    |---|---|
    | Street | Monday |
    | Square | Tuesday |
    | Bridge | Thursday |

    : Our rounds

    ::: note To read
    One sentence.

    Another one.
    :::

    Dome
    : A ball.

    Mast
    : A pole.

    [^a]: A note.
    """

  private static func chapter(_ text: String) -> Chapter {
    var ignored: [Diagnostic] = []
    return Chapter(parsing: text, file: "01-un.md", reporting: &ignored)
  }

  private static func passages(_ text: String) -> [Passage] {
    chapter(text).passages(named: "01-un")
  }

  private static let memory = TranslationState(
    source: passages(french), translation: passages(english), memory: Memory()
  ).memory(after: Memory()) { _ in true }

  /// The passages of the filled chapter, those of the source between brackets.
  private func filled(without words: String...) -> [String] {
    var text = Self.english
    for word in words {
      #expect(text.contains(word))
      text = text.replacing(word, with: "")
    }
    let state = TranslationState(
      source: Self.passages(Self.french), translation: Self.passages(text), memory: Self.memory)
    let chapter = Self.chapter(text).filled(
      from: Self.chapter(Self.french), state.passages, inLanguage: "fr")
    return chapter.passages(named: "01-un").map {
      $0.text.replacing(/\[(.*)\]{lang="fr"}/) { "<\($0.1)>" }
    }
  }

  private static let whole = [
    "One", "Hello[^a].", "First step.", "Second step.", "With a detail.", "Third step.", "Where",
    "When", "Street", "Monday", "Square", "Tuesday", "Bridge", "Thursday", "Our rounds", "To read",
    "One sentence.", "Another one.", "Dome", "A ball.", "Mast", "A pole.", "A note.",
  ]

  private func whole(_ changes: [String: String]) -> [String] {
    Self.whole.map { changes[$0] ?? $0 }
  }

  @Test func nothingIsPutWhereNothingLacks() {
    #expect(filled() == Self.whole)
  }

  @Test func paragraphsComeInTheirPlace() {
    #expect(filled(without: "Hello[^a].\n") == whole(["Hello[^a].": "<Bonjour[^a].>"]))
    #expect(
      filled(without: "# One {#un}\n", "Hello[^a].\n")
        == whole(["One": "<Un>", "Hello[^a].": "<Bonjour[^a].>"]))
  }

  @Test(arguments: [
    ("1. First step.\n", ["First step.": "<Premier geste.>"]),
    ("3. Third step.\n", ["Third step.": "<Troisième geste.>"]),
    ("   With a detail.\n", ["With a detail.": "<Avec un détail.>"]),
    ("| Square | Tuesday |\n", ["Square": "<Place>", "Tuesday": "<Mardi>"]),
    ("Tuesday", ["Tuesday": "<Mardi>"]),
    (": Our rounds\n", ["Our rounds": "<Nos tours>"]),
    (" To read", ["To read": "<À lire>"]),
    ("Another one.\n", ["Another one.": "<Une autre.>"]),
    ("Mast\n: A pole.\n", ["Mast": "<Mât>", "A pole.": "<Un poteau.>"]),
    ("[^a]: A note.", ["A note.": "<Une note.>"]),
  ])
  func partsOfBlocksComeInTheirPlace(lacking: String, filled words: [String: String]) {
    #expect(filled(without: lacking) == whole(words))
  }
}
