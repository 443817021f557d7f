internal import ArgumentParser
internal import Diagnostics
internal import Workshop

/// Makes a booklet of any PDF.
struct ImposeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impose", abstract: "Make a booklet of any PDF, or pages of a booklet.",
    discussion: """
      Lays the pages of a PDF on sheets to print, fold and bind, at their own size and without \
      touching what is on them. Writes FILE-booklet-a4.pdf beside the file, and a page of \
      instructions where there is type to set it in. Exits with 0 when all \
      is well, 1 when the pages cannot be laid as asked, 2 when the file cannot be used, 64 when \
      this command line is wrong.
      """)

  @Argument(help: "The PDF.")
  var file: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write, or the folder for it.", valueName: "out"))
  var output: String?

  @Flag(help: "Turn the sheets of a booklet back into pages in the order in which they are read.")
  var unimpose = false

  @Option(
    help: ArgumentHelp(
      "With --unimpose: how large the pages are on the sheets. (default: as the sheets say)",
      valueName: "a5"))
  var page: String?

  @Flag(help: "Make numbered sheets too, to fold before wasting ink.")
  var dummy = false

  @Option(
    help: ArgumentHelp(
      """
      The fonts of the page of instructions and of slug lines. (default: those of the book in \
      this folder, or of fonts/ here)
      """, valueName: "folder"))
  var fonts: String?

  @OptionGroup(title: "Booklets")
  var booklet: BindingOptions

  func validate() throws {
    let aboutPaper: [BindingWords.Key] = [.paper, .scale, .marks, .copies, .price]
    let option = aboutPaper.first { booklet.words.words[$0] != nil }?.option
    if unimpose, let option = option ?? (dummy ? "--dummy" : nil) {
      throw ValidationError("\(option) is for sheets to print, and --unimpose makes none")
    }
    if unimpose, fonts != nil {
      throw ValidationError("--fonts is for sheets to print, and --unimpose makes none")
    }
    if !unimpose, page != nil { throw ValidationError("--page is for --unimpose") }
    if booklet.words.words[.price] != nil, booklet.words.words[.copies] == nil {
      throw ValidationError("--price needs --copies: what does how many of them cost?")
    }
  }

  func run() throws {
    var order = ImposeOrder(file: file)
    order.output = output
    order.binding = booklet.words
    order.makesDummies = dummy
    order.takesApart = unimpose
    order.page = page
    order.fonts = fonts
    order.here = "."
    let console = Console()
    order.userLanguage = InterfaceLanguage.tagOfThisUser
    order.cache = cacheFolder
    let report: ImposeReport
    do throws(WorkshopError) {
      report = try impose(order)
    } catch {
      console.say(error.diagnostic)
      throw ExitCode(2)
    }
    console.say(report.diagnostics)
    console.say(report.summary)
    if report.diagnostics.stopABuild(strictly: false) { throw ExitCode(1) }
  }
}
