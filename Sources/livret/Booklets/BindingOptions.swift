internal import ArgumentParser
internal import Workshop

/// How sheets are printed, folded and bound: for every command that makes some. The words are those
/// of `binding:` in a book's sheet, before which they go.
struct BindingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      saddle, signatures, quarto, octavo, cut-stack, cut-saddle, zine, perfect-leaves or \
      perfect-gathered.
      """, valueName: "style"))
  var binding: String?

  @Option(help: ArgumentHelp("The sheets: A4, Letter, 225x320 mm …", valueName: "paper"))
  var paper: String?

  @Option(
    help: ArgumentHelp(
      """
      The printer as livret print-test names it: flip=short or long, manual, backs=reverse, \
      turn=180, front=0.3/-0.5, back=0/0, margin=5, with commas between.
      """, valueName: "profile"))
  var printer: String?

  @Option(help: ArgumentHelp("The bound edge: left, right or top.", valueName: "edge"))
  var bound: String?

  @Option(help: ArgumentHelp("fit, or such as 71%. (default: 100%)", valueName: "scale"))
  var scale: String?

  @Option(help: ArgumentHelp("Sheets in each signature, to the last.", valueName: "n"))
  var sheetsPerSignature: String?

  @Option(help: ArgumentHelp("The most sheets in a signature, evened.", valueName: "n"))
  var atMostSheets: String?

  @Option(help: ArgumentHelp("Pages in a signature, all alike.", valueName: "20-60"))
  var pagesPerSignature: String?

  @Option(
    help: ArgumentHelp(
      "Quarto and octavo: sheets are folded singly or together.", valueName: "singly"))
  var nesting: String?

  @Option(
    help: ArgumentHelp(
      "cut-saddle: strips are copies, or one booklet to stack or nest.", valueName: "copies"))
  var strips: String?

  @Option(
    help: ArgumentHelp("zine: heads at the middle or at the edges.", valueName: "middle"))
  var heads: String?

  @Option(
    help: ArgumentHelp(
      "Where blank pages stand: inside, end, or such as after-page-12.", valueName: "place"))
  var blanks: String?

  @Option(help: ArgumentHelp("Blank leaves after the front cover's.", valueName: "n"))
  var flyleaves: String?

  @Option(help: ArgumentHelp("own: the cover on a sheet, in a file, of its own.", valueName: "own"))
  var cover: String?

  @Option(help: ArgumentHelp("The paper of such a cover.", valueName: "paper"))
  var coverPaper: String?

  @Option(
    help: ArgumentHelp(
      "crop, fold, staple, sewing, collation, registration, slug, with commas; or all.",
      valueName: "marks"))
  var marks: String?

  @Option(
    help: ArgumentHelp(
      """
      spine or fore-edge: shift pages for what nested sheets push out. It only pays when the \
      fore-edge is trimmed. (default: off)
      """, valueName: "direction"))
  var creep: String?

  @Option(
    help: ArgumentHelp(
      "The paper's weight, and its thickness where measured. (default: 80 g)",
      valueName: "80 g, 0.1 mm"))
  var stock: String?

  @Option(help: ArgumentHelp("How many booklets are printed.", valueName: "n"))
  var copies: String?

  @Option(help: ArgumentHelp("What a printed sheet costs.", valueName: "0.02 €"))
  var price: String?

  /// As the book's sheet would say it.
  var words: BindingWords {
    let given: [BindingWords.Key: String?] = [
      .style: binding, .paper: paper, .printer: printer, .bound: bound, .scale: scale,
      .sheetsPerSignature: sheetsPerSignature, .atMostSheets: atMostSheets,
      .pagesPerSignature: pagesPerSignature, .nesting: nesting, .strips: strips, .heads: heads,
      .blanks: blanks, .flyleaves: flyleaves, .cover: cover, .coverPaper: coverPaper,
      .marks: marks, .creep: creep, .stock: stock, .copies: copies, .price: price,
    ]
    return BindingWords(given.compactMapValues { $0 })
  }
}
