import Geometry
import Markdown
import Testing
import Typesetting

/// What holds on every page of every book, tried on random ones.
@Suite("Laws of pages") struct PageLaws {
  static let proofs: [Proof] = (1...8).map(proof)

  private static func proof(seed: Int) -> Proof {
    let formats = [(40, 20), (32, 24), (60, 33), (48, 18)]
    let (columns, lines) = formats[seed % 4]
    let design = Design.grid(
      columns: columns, lines: lines, chaptersOpenOnRecto: seed % 3 == 0)
    return Proof(
      chapters: RandomBook.chapters(seed: UInt64(seed)),
      language: seed % 2 == 0 ? .english : .french, design: design,
      pictures: ["a.svg": Size(width: .points(90), height: .points(Double(seed) * 11))])
  }

  @Test(arguments: proofs.indices)
  func everyLetterIsThereOnceAndInOrder(_ index: Int) {
    let proof = Self.proofs[index]
    for chapter in proof.copy.manuscript.chapters.indices {
      let pieces = proof.pages(ofChapter: chapter + 1).flatMap(\.pieces).filter { !$0.isArtifact }
      let expected = ExpectedLetters(of: proof, chapter: chapter)
      let body = pieces.filter { !$0.isNote && !$0.isCall && !$0.isLabel && !$0.isCaption }
      expectSame(body.map(\.text).joined().lettersAlone, expected.text.lettersAlone)
      let captions = pieces.filter { $0.isCaption && !$0.isCall }.map(\.text).joined()
      expectSame(
        String(captions.lettersAlone.sorted()), String(expected.captions.lettersAlone.sorted()))
      let notes = pieces.filter(\.isNote).map(\.text).joined()
      expectSame(notes.lettersAlone, expected.notes.lettersAlone)
    }
  }

  @Test(arguments: proofs.indices)
  func everyBaselineIsOnTheGrid(_ index: Int) {
    let proof = Self.proofs[index]
    let leading = proof.design.stylesheet.leading
    // Every page has the same grid.
    let phases = Set(
      (proof.body + proof.pages.filter { $0.kind == .frontMatter }).map {
        $0.gridPhase(proof.design)
      })
    #expect(phases.count == 1)
    for page in proof.body {
      let phase = page.gridPhase(proof.design)
      for piece in page.pieces where !piece.isArtifact && !piece.isNote && !piece.isCall {
        #expect((piece.y - proof.design.format.head - phase).units % leading.units == 0, "\(piece)")
      }
      if let last = page.pieces.filter({ $0.isNote }).map(\.y).max() {
        // A spread may be longer by a line, or shorter.
        let foot = proof.design.format.head + leading * proof.design.linesPerPage + phase
        #expect((foot - last).units % leading.units == 0, "notes of page \(page.folio)")
        #expect(last <= foot)
      }
    }
  }

  @Test(arguments: proofs.indices)
  func nothingStandsOutsideTheTextBlock(_ index: Int) {
    let proof = Self.proofs[index]
    #expect(!proof.codes.contains("line-too-wide"))
    let format = proof.design.format
    for page in proof.body {
      let left = page.left(proof.design)
      var lowestText = Length.zero
      for piece in page.pieces where !piece.isArtifact {
        #expect(piece.x >= left, "\(piece)")
        #expect(piece.x + piece.width <= left + format.measure + .points(0.2), "\(piece)")
        let foot = format.trim.height - format.foot + proof.design.stylesheet.leading
        #expect(piece.y > format.head && piece.y <= foot, "\(piece)")
        if !piece.isNote { lowestText = max(lowestText, piece.y) }
      }
      // Text and notes do not meet.
      if let highestNote = page.pieces.filter({ $0.isNote }).map(\.y).min() {
        #expect(highestNote - lowestText >= proof.design.stylesheet.noteLeading)
      }
    }
  }

  @Test(arguments: proofs.indices)
  func noWidowsAndNoOrphans(_ index: Int) {
    let proof = Self.proofs[index]
    for page in proof.body {
      for paragraph in page.paragraphs where !paragraph.isNote {
        let words = paragraph.text.split(whereSeparator: \.isWhitespace)
        guard let first = words.first, let last = words.last else { continue }
        let begins = first.hasPrefix("P") && Int(first.dropFirst()) != nil
        let ends = last.hasPrefix("E") && Int(last.dropFirst()) != nil
        if begins != ends { #expect(paragraph.lines.count >= 2, "\(page.folio): \(words)") }
      }
    }
  }

  @Test(arguments: proofs.indices)
  func headingsKeepTwoLinesBelowThem(_ index: Int) {
    let proof = Self.proofs[index]
    for (page, next) in zip(proof.body, proof.body.dropFirst()) {
      let pieces = page.pieces.filter { !$0.isArtifact && !$0.isNote && !$0.isCall }
      guard let heading = pieces.lastIndex(where: \.isHeading) else { continue }
      let isChaptersLast = next.pieces.first { !$0.isArtifact }?.text.hasPrefix("Chap") ?? true
      let below = Set(pieces[(heading + 1)...].map(\.y)).count
      // A section of one line has no second one to keep.
      let isWhole = next.pieces.first { !$0.isArtifact && !$0.isCaption }?.isHeading ?? false
      #expect(below >= 2 || below == 1 && isWhole || isChaptersLast, "page \(page.folio)")
    }
  }

  @Test(arguments: proofs.indices)
  func notesStandOnThePageOfTheirFirstCall(_ index: Int) {
    let proof = Self.proofs[index]
    for chapter in proof.copy.manuscript.chapters.indices {
      let pages = proof.pages(ofChapter: chapter + 1)
      var highest = 0
      for page in pages {
        for call in page.pieces.filter(\.isCall) {
          for number in call.text.split(separator: ",").compactMap({ Int($0) }) {
            #expect(number <= highest + 1)
            if number > highest {
              highest = number
              #expect(page.anchors.contains("note-\(chapter + 1)-\(number)"))
              #expect(page.anchors.contains("call-note-\(chapter + 1)-\(number)"))
            }
          }
        }
      }
      #expect(highest == ExpectedLetters(of: proof, chapter: chapter).calls.count)
    }
  }

  @Test(arguments: proofs.indices)
  func tagsAreBalancedOnEveryPage(_ index: Int) {
    for page in Self.proofs[index].pages {
      var depth = 0
      for mark in page.marks {
        if case .open = mark { depth += 1 }
        if case .close = mark { depth -= 1 }
        #expect(depth >= 0)
      }
      #expect(depth == 0, "page \(page.folio)")
    }
  }

  /// As ISO 32000-1, 14.8.4.3.3 has them: a label and a body beside one another in an item.
  @Test(arguments: proofs.indices)
  func labelsStandInItemsBesideBodies(_ index: Int) {
    var labels = 0
    for page in Self.proofs[index].body {
      var roles: [Typesetting.Tag.Role] = []
      for mark in page.marks {
        if case .close = mark { roles.removeLast() }
        guard case .open(let tag) = mark else { continue }
        if tag.role == .listLabel {
          labels += 1
          #expect(roles.last == .listItem)
        }
        if tag.role == .listBody { #expect(roles.last == .listItem) }
        if tag.role == .listItem { #expect(roles.last == .list) }
        if tag.role == .tableCell || tag.role == .tableHeader { #expect(roles.last == .tableRow) }
        roles.append(tag.role)
      }
    }
    #expect(labels > 0)
  }

  @Test(arguments: proofs.indices)
  func everyLinkWithinTheBookLeadsToOneAnchor(_ index: Int) {
    let proof = Self.proofs[index]
    let anchors = proof.pages.flatMap(\.anchors)
    #expect(Set(anchors).count == anchors.count, "an anchor stands twice")
    for piece in proof.pages.flatMap(\.pieces) {
      if let destination = piece.destination {
        #expect(anchors.contains(destination), "\(destination) in \(piece.text)")
      }
    }
    for entry in proof.book.outline.flatMap({ [$0] + $0.children }) {
      #expect(anchors.contains(entry.destination))
    }
  }

  @Test(arguments: proofs.indices)
  func runningHeadsAndFoliosWhereTheyBelong(_ index: Int) {
    let proof = Self.proofs[index]
    for (number, page) in proof.pages.enumerated() {
      #expect(page.folio == String(number + 1))
      #expect(page.side == (number % 2 == 0 ? .recto : .verso))
      let below = page.pieces.filter {
        $0.isArtifact && $0.y > page.size.height - proof.design.format.foot
      }
      let opens = page.anchors.contains { $0.hasPrefix("chapter-") || $0 == "contents" }
      let shows = page.kind == .body && !opens || page.kind == .frontMatter && !opens
      #expect(below.map(\.text).joined() == (shows ? page.folio : ""), "page \(page.folio)")
      if page.kind == .blank { #expect(page.marks.isEmpty) }
      if opens && proof.design.chaptersOpenOnRecto { #expect(page.side == .recto) }
    }
  }

  @Test func theSameInputGivesTheSamePages() {
    let chapters = RandomBook.chapters(seed: 3)
    #expect(Proof(chapters: chapters).pages == Proof(chapters: chapters).pages)
  }
}

extension Proof {
  /// From the page that opens the chapter to the one before the next chapter opens.
  func pages(ofChapter number: Int) -> ArraySlice<Page> {
    let starts = body.indices.filter { index in
      body[index].anchors.contains { $0.hasPrefix("chapter-") }
    }
    let start = starts[number - 1]
    return body[start..<(number < starts.count ? starts[number] : body.count)]
  }
}

/// A paragraph as far as it stands on a page.
struct PageParagraph {
  var text = ""
  /// Their baselines.
  var lines: Set<Length> = []
  var isNote = false
}

extension Page {
  var paragraphs: [PageParagraph] {
    var tags: [Typesetting.Tag] = []
    var paragraphs: [PageParagraph] = []
    for mark in marks {
      switch mark {
      case .open(let tag):
        tags.append(tag)
        if tag.role == .paragraph { paragraphs.append(PageParagraph()) }
      case .close: _ = tags.popLast()
      case .run(let run, let at, _):
        let roles = Set(tags.map(\.role))
        guard roles.contains(.paragraph), !roles.contains(.listLabel), !roles.contains(.reference)
        else { continue }
        paragraphs[paragraphs.count - 1].text += run.text
        paragraphs[paragraphs.count - 1].lines.insert(at.y)
        paragraphs[paragraphs.count - 1].isNote = roles.contains(.note)
      default: break
      }
    }
    return paragraphs
  }
}

/// Says where two long texts part.
func expectSame(
  _ text: String, _ expected: String,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  guard text != expected else { return }
  let same = zip(text.unicodeScalars, expected.unicodeScalars).prefix { $0 == $1 }.count
  func around(_ text: String) -> String {
    String(text.unicodeScalars.dropFirst(max(0, same - 30)).prefix(90).map(Character.init))
  }
  Issue.record(
    "is:  …\(around(text))\nwas: …\(around(expected))", sourceLocation: sourceLocation)
}
