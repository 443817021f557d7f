import Geometry
import Testing
import Typesetting

/// Whatever bears an id can be referred to: title, page and a link that leads there.
@Suite("Cross-references") struct CrossReferenceTests {
  private static let filler = String(repeating: "Words that fill the page. ", count: 60)

  @Test(arguments: [
    "Some [words]{#there} here.", "> - [words]{#there}", "## A [words]{#there} in a heading",
    "::: note A [words]{#there} in its title\nText.\n:::",
    "| [words]{#there} | b |\n|--|--|\n| c | d |",
    "Text ![words](a.svg){#there} in it.", "Text.[^n]\n\n[^n]: Some [words]{#there}.",
    "Text.[^n]\n\n[^n]: ## words {#there}",
  ])
  func leadToThePage(source: String) throws {
    let proof = Proof(
      "# T\n\nSee [](#there).\n\n\(Self.filler)\n\n\(source)",
      pictures: ["a.svg": Size(width: .points(20), height: .points(20))])
    let page = try #require(proof.pages.first { $0.anchors.contains("there") })
    let shown = proof.body.flatMap(\.pieces).filter { $0.destination == "there" }
    #expect(shown.map(\.text).joined().hasSuffix("“words”, page\u{A0}\(page.folio)"))
    #expect(page.folio != proof.body[0].folio)
  }

  /// A back-end must not be asked for a place that is on no page.
  @Test(arguments: ["[]{#there}", "[ ]{#there} text", "![[words]{#there}](a.svg)"])
  func aPlaceWithoutWordsIsNoDestination(source: String) {
    let proof = Proof(
      "# T\n\nSee [](#there).\n\n\(source)",
      pictures: ["a.svg": Size(width: .points(20), height: .points(20))])
    let anchors = Set(proof.pages.flatMap(\.anchors))
    let destinations = proof.pages.flatMap(\.pieces).compactMap(\.destination)
    #expect(destinations.allSatisfy(anchors.contains))
  }

  /// A link may have an address that looks like the mark of a note.
  @Test func aNoteAndAnAddressKeepApart() {
    let proof = Proof("# T\n\nOne [link](^a) and one note.[^a]\n\n[^a]: The words of the note.")
    let notes = proof.body.flatMap(\.pieces).filter(\.isNote).map(\.text).joined()
    #expect(notes.contains("The words of the note."))
  }
}
