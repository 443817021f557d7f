import Geometry
import Testing

@testable import Typesetting

/// Passages that nobody translated yet stand in their own language, in a book that runs the other way.
@Suite struct OtherLanguageTests {
  @Test func frenchInAnArabicBookRunsFromTheLeft() {
    let proof = Proof(
      """
      # [Le titre, ici]{lang=fr} {#un}

      [Deux mots, puis une phrase assez longue pour trois lignes (oui) ; voir [](#fig) et [](#deux).]{lang=fr}

      [Encore une phrase.[^1]]{lang=fr}

      - [un, deux.]{lang=fr}
      - [trois]{lang=fr}

      1. نقطة
      2. [Point 2, en français.]{lang=fr}

      | [A]{lang=fr} | [B]{lang=fr} |
      | --- | --- |
      | [un.]{lang=fr} | [deux]{lang=fr} |

      ::: note
      [Un mot.]{lang=fr}
      :::

      ![Une rue](rue.svg "La rue, vue d’ici"){#fig lang=fr}

      ## قسم {#deux}

      كلام عربي.

      [^1]: [Une note, en français.]{lang=fr}
      """, language: .arabic, design: .grid(columns: 40, lines: 40),
      pictures: ["rue.svg": Size(width: .points(40), height: .points(24))])
    expectGolden(Drawing.pages(proof.body, proof.design), "french-in-arabic")
    #expect(proof.book.outline.map(\.title) == ["1. \u{2066}Le titre, ici\u{2069}"])
    // The drawing pushes what stands left of its label; it begins on the left all the same.
    let page = proof.body[0]
    let piece = page.pieces.first { $0.text.hasPrefix("Point") }
    #expect(piece?.x == proof.design.format.gutter)
  }

  /// What stands beside a box or a note changes sides with its words; beside one that has some of both
  /// languages it stays.
  @Test func signsBesideFrenchStandOnTheLeft() throws {
    let proof = Proof(
      """
      # عنوان

      كلام.[^1] كلام.[^2]

      ::: warning [Un titre]{lang=fr}
      [Un mot.]{lang=fr}

      > [Une citation.]{lang=fr}

      ```
      code
      ```

      - [un]{lang=fr}
      :::

      ::: letter
      [Madame,]{lang=fr}
      :::

      ::: note كلام
      [Deux mots.]{lang=fr}

      ::: example
      [Trois mots.]{lang=fr}
      :::
      :::

      - كلام

        ::: note
        [Quatre mots.]{lang=fr}
        :::

      [^1]: [Une note, en français, assez longue pour deux lignes de notes.]{lang=fr}
      [^2]: كلام [français]{lang=fr}
      """, language: .arabic, design: .grid(columns: 40, lines: 50))
    expectGolden(Drawing.pages(proof.body, proof.design), "french-beside-arabic")
    let page = proof.body[0]
    let number = try #require(page.pieces.first { $0.isNote && $0.text.hasPrefix("1") })
    let note = try #require(page.pieces.first { $0.text.hasPrefix("Une note") })
    #expect(number.x < note.x && number.x + number.width + .points(4) >= note.x)
  }

  /// A term is one thing, its pages are others.
  @Test func anArabicIndexTellsLatinTermsFromTheirPages() {
    let proof = Proof(
      """
      # عنوان

      [Attrap, de Dijon]{.index} [أخرى]{.index}

      ## [Attrap, de Dijon]{.index}

      ::: index
      :::
      """, language: .arabic)
    let index = proof.pages.flatMap(\.pieces).map(\.text).joined()
    #expect(index.contains("\u{2066}Attrap, de Dijon\u{2069}، \u{2066}4\u{2069}"))
  }

  /// What titles lose where only their words are shown.
  @Test func titlesKeepWhatHeldTheirWordsTogether() {
    let title = "# عن [Vous êtes filmés !]{lang=fr} و`a;`"
    var proof = Proof(title, language: .arabic)
    #expect(
      proof.book.outline.map(\.title) == [
        "1. عن \u{2066}Vous êtes filmés !\u{2069} و\u{2066}a;\u{2069}"
      ])
    proof = Proof("# Le mot [سلام]{lang=ar} et `a;`", language: .french)
    #expect(proof.book.outline.map(\.title) == ["1. Le mot \u{2067}سلام\u{2069} et a;"])
    proof = Proof("# [Un titre]{lang=fr}", language: .english)
    #expect(proof.book.outline.map(\.title) == ["1. Un titre"])
  }
}
