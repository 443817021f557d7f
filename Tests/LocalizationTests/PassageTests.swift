import Diagnostics
import Localization
import Markdown
import Testing

func passages(_ text: String, named name: String = "01-test") -> [Passage] {
  var ignored: [Diagnostic] = []
  return Chapter(parsing: text, file: "\(name).md", reporting: &ignored).passages(named: name)
}

@Suite struct PassageTests {
  @Test func aNoteIsAsCriticalAsWhatCallsIt() {
    let found = passages(
      "# A\n\nUn[^a].\n\n## B {.critical}\n\nDeux *[^b]*.\n\n[^a]: Note un.\n\n[^b]: Note deux.")
    #expect(found.filter(\.isCritical).map(\.text) == ["B", "Deux *[^b]*.", "Note deux."])
  }

  @Test func eachPieceThatIsTranslatedIsOne() {
    let found = passages(
      """
      # Titre {#titre}

      Une phrase.
      Une *autre*[^n].

      - un
      - [ ] deux

      > cité

      ::: note Un titre
      Dedans {{ contact.site }}.
      :::

      | Quoi | Où |
      |---|---|
      | chat | {{ lieu }} |

      : Légende {#tab}

      ![Un dessin](x.svg "Sa légende"){#fig}

      ## Deux {#deux .critical}

      Mot
      : ce qu’il dit

      ```
      code
      ```

      [^n]: La note.
      """)
    #expect(
      found.map { "\($0.place) \($0.kind.rawValue)\($0.isCritical ? "!" : ""): \($0.text)" } == [
        "01-test#titre heading: Titre",
        "01-test#titre paragraph: Une phrase. Une *autre*[^n].",
        "01-test#titre item: un",
        "01-test#titre item: deux",
        "01-test#titre quote: cité",
        "01-test#titre calloutTitle: Un titre",
        "01-test#titre paragraph: Dedans {{ contact.site }}.",
        "01-test#titre cell: Quoi",
        "01-test#titre cell: Où",
        "01-test#titre cell: chat",
        "01-test#titre caption: Légende",
        "01-test#titre image: Un dessin",
        "01-test#titre caption: Sa légende",
        "01-test#deux heading!: Deux",
        "01-test#deux term!: Mot",
        "01-test#deux definition!: ce qu’il dit",
        "01-test#^n note: La note.",
      ])
  }

  /// A memory's words, put into a file, are understood as the same words.
  @Test(arguments: [
    "Plain *em* **strong** `code` ``a`b`` [link](https://x.org \"t\") <https://x.org> [](#id)",
    "[mot]{#i .index key=\"a!b\" lang=\"en\"} {{ contact.mail }} x[^n] \\[lieu\\] a\\*b 1 \\< 2",
    "![alt *em*](a.svg) ligne\\\nautre",
  ])
  func writtenWordsReadTheSame(text: String) {
    let note = "\n\n[^n]: note\n"
    let once = passages(text + note)[0].text
    #expect(passages(once + note)[0].text == once)
  }
}
