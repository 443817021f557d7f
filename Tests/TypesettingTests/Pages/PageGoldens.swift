import Diagnostics
import Geometry
import Markdown
import Testing
import Typesetting

/// Pages that a person can read; each golden is a drawing as `Drawing` makes it.
@Suite("Pages as text") struct PageGoldens {
  @Test func paragraphsFollowOneAnotherWithAnIndent() {
    golden(
      "paragraphs",
      """
      # Meeting

      The first paragraph of a chapter has no indent, since nothing stands before it.

      The second one has, and its lines are set to the full measure of the column.
      """)
  }

  /// Gutter, lists, tables, notes, running heads and folios change sides; Latin words and numbers keep
  /// their order.
  @Test func arabicPagesAreMirroredWhole() {
    golden(
      "arabic",
      """
      # مرحبا

      نص طويل بما يكفي ليملأ أكثر من سطر واحد من هذا العمود الضيق[^a].

      - نقطة أولى
      - هاتف 01 53 73 22 22

      1. القسم 2.1
      2. انظر CNIL

      | ماذا | أين |
      |---|---|
      | كاميرا | شارع |

      ## عنوان آخر

      كلمات أخرى بعد الجدول.

      [^a]: هامش.
      """, language: .arabic)
  }

  @Test func listsHangAndNest() {
    golden(
      "lists",
      """
      # Lists

      A tight list belongs to its sentence:

      - a first point that is longer than one line of this column can be
      - a second one
        - with a point inside
        - and another of these
      - a third

      1. loose items

      2. have a line between them

      9. numbers count on

      10. and end where the text begins
      """)
  }

  @Test func numberedListsNestInNumeralsOfTheirOwn() {
    golden(
      "numerals",
      """
      # Numerals

      1. one
         1. letters
            1. a Roman number
            2. and another
               1. and figures again
         2. more letters
            - a point
              1. Roman numbers, as bullets do not count
      2. two

      27. on its own
      """)
  }

  @Test func boxesToTick() {
    golden(
      "check-list",
      "# To do\n\n- [ ] call the neighbours before the meeting takes place\n- [x] book the room")
  }

  @Test func tablesKeepTheirColumns() {
    golden(
      "table",
      """
      # Table

      Before it.

      | Place | When | Number of people |
      |:------|:----:|-----------------:|
      | Town hall | Monday | 12 |
      | The school behind the old station | Tuesday evening | 1 248 |

      After it.
      """)
  }

  @Test func quotesCodeAndBreaks() {
    golden(
      "quote-code-break",
      """
      # Others

      > A quote is indented on both sides, and its lines are shorter.
      >
      > It may have two paragraphs.

      ```
      if code {
        keeps(its, lines)
      }
      a long line of code is divided where it must be and where its spaces are
      ```

      ***

      After the stars.
      """)
  }

  @Test func calloutsHaveABarAndLettersAFrame() {
    golden(
      "callouts",
      """
      # Callouts

      ::: warning Danger ahead
      Words beside a heavy bar.
      :::

      ::: note
      Without a title of its own.
      :::

      ::: letter To the mayor
      Dear Madam,

      we write to you.
      :::

      After it.
      """)
  }

  @Test func aLetterCutByAPagesEndStaysOpenThere() {
    let lines = (1...12).map { "Sentence \($0) of this letter stands in its own paragraph." }
    golden(
      "letter-cut", "# Letter\n\n::: letter\n\(lines.joined(separator: "\n\n"))\n:::\n\nAfter.")
  }

  @Test func notesStandAtTheFootOfTheirPage() {
    golden(
      "notes",
      """
      # Notes

      A word[^a] has a note, a [link](https://www.example.org/a/page) has one too, and the \
      [same link](https://www.example.org/a/page) again has the same. So has <https://b.example/>, \
      printed as it is.[^a][^b]

      [^a]: The first note, whose words need more than a line of it.
      [^b]: See [that place](https://c.example/where/it/is).
      """)
  }

  @Test func aLongNoteGoesOnOverleaf() {
    let long = (1...130).map { "word\($0)" }.joined(separator: " ")
    golden("long-note", "# Notes\n\nA word[^a] here.\n\nAnother paragraph.\n\n[^a]: \(long)")
  }

  @Test func figuresHaveTheirCaptions() {
    golden(
      "figure",
      "# Figure\n\nBefore.\n\n![Alt](map.svg \"A map of the town\")\n\nAfter.",
      pictures: ["map.svg": Size(width: .points(100), height: .points(50))])
  }

  @Test func captionedFiguresAndTablesAreNumberedAndReferredTo() {
    golden(
      "captions",
      """
      # Captions

      See [](#fig-b), [](#tab) and [](#plain).

      ![Alt](map.svg "A map")

      ![Alt](map.svg "A map of the town, too long for one line"){#fig-b}

      ![A plain map](map.svg){#plain}

      | Place | People |
      |-------|-------:|
      | Town hall | 12 |

      : How *many* came {#tab}
      """,
      pictures: ["map.svg": Size(width: .points(60), height: .points(20))])
  }

  @Test func definitionsHangBesideTheirTerms() {
    golden(
      "definitions",
      """
      # Words

      CSU
      : the room where people watch the screens, as long as they last

      A term that takes half of its line
      : a definition that stands below it
      : and another

      Dome {#dome}
      : a round camera, such as [](#dome) shows

        It has two paragraphs.
      """)
  }

  @Test func referencesNamePages() {
    golden(
      "references",
      """
      # First {#first}

      See [](#last), or [the end](#last), on another page. Nothing is at [](#nowhere).

      ::: note A box {#box}
      Words.
      :::

      See [](#box).

      ## Section

      Words.

      ### The last {#last}

      Back to [](#first).
      """)
  }

  @Test func longWordsAndSoftHyphens() {
    golden(
      "hyphens",
      """
      # Hyphens

      Constitutionally unthinkable incomprehensibilities characterise internationalisation, while \
      extra\u{AD}ordi\u{AD}narily self-evident matters everywhere remain https://www.example.org/a.
      """)
  }

  /// Contents, chapters on right-hand pages, running heads and folios: the whole book as spreads.
  @Test func aWholeBook() {
    let words = "Words fill the lines of this page until there is no more room for them. "
    let chapter = "# A chapter with a title {#one}\n\n" + String(repeating: words, count: 12)
    let proof = Proof(
      chapters: [
        chapter + "\n\n## A section\n\n" + words + words,
        "# Second\n\n## Its only section has a title longer than a line\n\n" + words,
      ],
      design: .grid(columns: 40, lines: 16, chaptersOpenOnRecto: true),
      matter: TitleMatter(
        title: "The Book", subtitle: "A subtitle", edition: "1st edition", date: "May 2026",
        publisher: "Some people", blurb: ["What it is about."], colophon: ["Free to copy."]),
      dates: ["1 May 2026"])
    var spreads = [Drawing.page(proof.pages[0], proof.design)]
    for verso in stride(from: 1, to: proof.pages.count - 1, by: 2) {
      let recto = proof.pages[verso + 1]
      spreads.append(
        "[\(proof.pages[verso].kind) | \(recto.kind)]\n"
          + Drawing.spread(proof.pages[verso], recto, proof.design))
    }
    if proof.pages.count % 2 == 0 {
      spreads.append(Drawing.page(proof.pages[proof.pages.count - 1], proof.design))
    }
    expectGolden(spreads.joined(separator: "\n\n"), "book")
  }

  private func golden(
    _ name: String, _ markdown: String, language: BookLanguage = .english,
    pictures: [String: Size] = [:],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let proof = Proof(markdown, language: language, pictures: pictures)
    expectGolden(
      Drawing.pages(proof.body, proof.design), name, sourceLocation: sourceLocation)
  }
}
