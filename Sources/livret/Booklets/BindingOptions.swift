internal import ArgumentParser
internal import Workshop

/// How sheets are printed, folded and bound: for every command that makes some. The words are those
/// of `binding:` in a book's sheet, before which they go.
struct BindingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      saddle, signatures, quarto, octavo, cut-stack, cut-saddle, zine, perfect-leaves or \
      perfect-gathered. (default: saddle)
      """, valueName: "style"))
  var binding: String?

  @Option(
    help: ArgumentHelp(
      "The sheets: A4, Letter, 225x320 mm … (default: A4)", valueName: "paper"))
  var paper: String?

  @Option(
    help: ArgumentHelp(
      """
      The printer: flip=short or flip=long; manual, backs=reverse, turn=180 where the pile is put \
      back by hand; front=0.3/-0.5, back=0/0 to move a side, in mm; margin=5 it leaves white. With \
      commas between. (default: flip=short)
      """, valueName: "profile"))
  var printer: String?

  @Option(
    help: ArgumentHelp(
      "left, right or top. (default: as books in this language are)", valueName: "edge"))
  var bound: String?

  @Option(
    help: ArgumentHelp("fit, or a percentage such as 71%. (default: 100%)", valueName: "scale"))
  var scale: String?

  @Option(
    help: ArgumentHelp(
      "So many sheets in each signature; the last has what is left.", valueName: "n"))
  var sheetsPerSignature: String?

  @Option(
    help: ArgumentHelp(
      "No more sheets than that in a signature, and all nearly alike.", valueName: "n"))
  var atMostSheets: String?

  @Option(
    help: ArgumentHelp(
      "So many pages in each signature, all alike, with more blank pages if need be.",
      valueName: "20-60"))
  var pagesPerSignature: String?

  @Option(
    help: ArgumentHelp(
      """
      singly or together: how the sheets of a quarto or octavo signature are folded. \
      (default: singly)
      """, valueName: "how"))
  var nesting: String?

  @Option(
    help: ArgumentHelp(
      """
      copies, stack or nest: the strips of cut-saddle are two copies, or one booklet whose piles \
      are stacked or whose strips are nested. (default: copies)
      """, valueName: "what"))
  var strips: String?

  @Option(
    help: ArgumentHelp(
      "middle or edges: where the heads of a zine's pages lie. (default: middle)",
      valueName: "where"))
  var heads: String?

  @Option(
    help: ArgumentHelp(
      "last-page: the zine's last page is a poster on its free back.", valueName: "page"))
  var poster: String?

  @Option(
    help: ArgumentHelp(
      "Where blank pages stand: inside, end, or such as after-page-12. (default: inside)",
      valueName: "place"))
  var blanks: String?

  @Option(
    help: ArgumentHelp(
      "Blank leaves after the front cover, and as many before the back cover.", valueName: "n"))
  var flyleaves: String?

  @Option(
    help: ArgumentHelp(
      "own: the cover in a file of its own, for other paper. (default: body)", valueName: "cover"))
  var cover: String?

  @Option(
    help: ArgumentHelp("The paper of a cover of its own.", valueName: "paper"))
  var coverPaper: String?

  @Option(
    help: ArgumentHelp(
      "crop, fold, staple, sewing, collation, registration, slug, with commas; or all.",
      valueName: "marks"))
  var marks: String?

  @Option(
    help: ArgumentHelp(
      """
      spine or fore-edge: which way to shift pages that nested sheets push out. It pays only where \
      the fore-edge is trimmed. (default: off)
      """, valueName: "way"))
  var creep: String?

  @Option(
    help: ArgumentHelp(
      "The paper's weight, and its thickness if you measured it. (default: 80 g)",
      valueName: "80 g, 0.1 mm"))
  var stock: String?

  @Option(help: ArgumentHelp("How many booklets you print.", valueName: "n"))
  var copies: String?

  @Option(help: ArgumentHelp("What a printed sheet costs.", valueName: "0.02 €"))
  var price: String?

  /// As the book's sheet would say it.
  var words: BindingWords {
    let given: [BindingWords.Key: String?] = [
      .style: binding, .paper: paper, .printer: printer, .bound: bound, .scale: scale,
      .sheetsPerSignature: sheetsPerSignature, .atMostSheets: atMostSheets,
      .pagesPerSignature: pagesPerSignature, .nesting: nesting, .strips: strips, .heads: heads,
      .poster: poster,
      .blanks: blanks, .flyleaves: flyleaves, .cover: cover, .coverPaper: coverPaper,
      .marks: marks, .creep: creep, .stock: stock, .copies: copies, .price: price,
    ]
    return BindingWords(given.compactMapValues { $0 })
  }
}
