internal import ArgumentParser
internal import Diagnostics
internal import Workshop

/// Makes the sheet that finds out what a printer does.
struct PrintTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print-test",
    abstract: "Make one sheet to print that tells what your printer does.",
    discussion: """
      Print the sheet once and read on it what to type after --printer, so that booklets come out \
      the right way up and in order. It tells too how wide a margin the printer leaves, how far \
      front and back are apart, and whether it prints at 100 %.
      """)

  @Argument(help: "The folder of a book, or one with fonts.")
  var folder = "."

  @Option(name: .customLong("lang"), help: "The language of its words, such as fr.")
  var language: String?

  @Option(
    help: ArgumentHelp("The paper to test on. (default: the book's, or A4)", valueName: "a4"))
  var paper: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The PDF to write.", valueName: "file"))
  var output: String?

  func run() throws {
    let console = Console()
    var order = PrintTestOrder(folder: folder)
    order.language = language
    order.userLanguage = console.language == .french ? "fr" : "en"
    order.paper = paper
    order.output = output
    order.cache = cacheFolder
    var found: [Diagnostic] = []
    let product: Product?
    do throws(WorkshopError) {
      product = try makePrintTest(order, reporting: &found)
    } catch {
      console.say(error.diagnostic)
      throw ExitCode(2)
    }
    console.say(found)
    guard let product else { throw ExitCode(1) }
    console.say(
      Wording(
        en: "\(product.path): print it, and read on it what to type after --printer",
        fr: "\(product.path) : imprimez-la, et lisez-y ce qu’il faut taper après --printer"))
  }
}
