import Diagnostics
import Geometry
import Markdown
import Testing
import Typesetting

/// Notes numbered by the page, and notes at a chapter's end.
@Suite("Styles of notes") struct NoteStyleTests {
  private static let filler = String(repeating: "Words that fill the page. ", count: 40)

  private static func design(_ notes: NoteStyle) -> Design {
    var design = Design.small
    design.notes = notes
    return design
  }

  private static let byPage = design(NoteStyle(numbering: .byPage))
  private static let atEnd = design(NoteStyle(place: .chapterEnd))

  @Test func numbersBeginAgainOnEveryPage() {
    let proof = Proof(
      """
      # Notes

      One[^a] and two[^b].

      \(Self.filler)

      Three[^c], four[^d], and again three[^c] and one[^a].

      [^a]: The first.
      [^b]: The second, which calls[^e] another.
      [^c]: The third.
      [^d]: The fourth.
      [^e]: Called by a note.
      """, design: Self.byPage)
    expectGolden(Drawing.pages(proof.body, proof.design), "notes-by-page")
  }

  /// On random books: each page's labels count from 1, and each first call bears its note's number.
  @Test(arguments: 1...6)
  func callsAndLabelsAgree(seed: Int) {
    var format = Design.grid(columns: 44, lines: 18)
    format.notes = NoteStyle(numbering: .byPage)
    let proof = Proof(chapters: RandomBook.chapters(seed: UInt64(seed)), design: format)
    var labels: [String: String] = [:]
    for page in proof.body {
      let here = page.pieces.filter {
        $0.isNote && $0.destination?.hasPrefix("call-note-") == true && !$0.isCall
      }
      for label in here {
        if let call = label.destination { labels[String(call.dropFirst(5))] = label.text }
      }
      #expect(
        here.map(\.text).sorted() == (1...max(1, here.count)).prefix(here.count).map { "\($0)." })
    }
    var calls = 0
    for page in proof.body {
      for (note, text) in page.calls {
        let number = text.drop { $0 == "," }.prefix { $0.isNumber }
        #expect("\(number)." == labels[note])
        // A note on another page is named with it.
        #expect(text.contains("page") == !page.anchors.contains(note), "\(text)")
        calls += 1
      }
    }
    #expect(calls > 5)
  }

  @Test func notesMayStandAtTheChaptersEnd() {
    let proof = Proof(
      """
      # Notes

      One[^a], a [link](https://www.example.org/a/page), and two[^b].

      [^a]: The first, whose words need more than a line of it.

          It has two paragraphs.
      [^b]: The second[^c].
      [^c]: The third.
      """,
      "# Others\n\nHere[^a] too, and there[^a].\n\n[^a]: Of the second chapter.",
      design: Self.atEnd)
    expectGolden(Drawing.pages(proof.body, proof.design), "endnotes")
  }

  @Test(arguments: 1...6)
  func everyEndnoteIsLinkedBothWays(seed: Int) {
    var format = Design.grid(columns: 44, lines: 18)
    format.notes = NoteStyle(place: .chapterEnd)
    let proof = Proof(chapters: RandomBook.chapters(seed: UInt64(seed)), design: format)
    let anchors = proof.pages.flatMap(\.anchors)
    #expect(Set(anchors).count == anchors.count)
    for piece in proof.pages.flatMap(\.pieces) {
      if let destination = piece.destination { #expect(anchors.contains(destination)) }
    }
    for chapter in proof.copy.manuscript.chapters.indices {
      let expected = ExpectedLetters(of: proof, chapter: chapter)
      let notes = proof.pages(ofChapter: chapter + 1).flatMap(\.pieces).filter(\.isNote)
      expectSame(notes.map(\.text).joined().lettersAlone, expected.notes.lettersAlone)
    }
    // They stand on the grid of the text.
    let phase = proof.body[0].gridPhase(proof.design)
    for page in proof.body {
      for piece in page.pieces where !piece.isArtifact && !piece.isCall {
        let depth = (piece.y - proof.design.format.head - phase).units
        #expect(depth % proof.design.stylesheet.leading.units == 0, "\(piece)")
      }
    }
  }

  @Test func aChapterWithoutNotesHasNoHeadingForThem() {
    let proof = Proof("# T\n\nText.", design: Self.atEnd)
    #expect(!proof.body.flatMap(\.pieces).contains { $0.text == "Notes" })
  }
}

extension Page {
  /// What each call of a note shows, and the anchor of the note.
  fileprivate var calls: [(note: String, text: String)] {
    var calls: [(note: String, text: String)] = []
    var former: Piece?
    for piece in pieces {
      if piece.isCall, let note = piece.destination {
        if let former, former.isCall, former.destination == note, !piece.text.hasPrefix(",") {
          calls[calls.count - 1].text += piece.text
        } else {
          calls.append((note, piece.text))
        }
      }
      former = piece
    }
    return calls
  }
}
