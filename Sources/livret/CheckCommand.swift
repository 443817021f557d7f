internal import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import Workshop

/// Proofreads a book.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Proofread a book, and mend what may be mended.",
    discussion: """
      Reads the book in each of its languages and says what is wrong in it, without making PDFs. \
      With --fix, slips that need no thought are mended in the chapters. Exits with 0 when all is \
      well, 1 when something was found and not mended, 2 when the check could not run, 64 when \
      this command line is wrong.
      """)

  @Argument(help: "The folder of the book.")
  var folder = "."

  @Option(name: .customLong("lang"), help: "The only language to check, such as fr.")
  var language: String?

  @Option(
    help: """
      The only edition to check, such as dijon. (default: the book, and all its editions unless \
      --lang names a language)
      """)
  var edition: String?

  @Flag(name: .customLong("fix"), help: "Mend in the chapters what may be mended.")
  var mends = false

  @Option(help: "How to say it: human, short for editors, json for programs.")
  var format = FindingsFormat.human

  func run() throws {
    var order = CheckOrder(folder: folder)
    order.language = language
    order.edition = edition
    order.mends = mends
    let console = Console()
    let report: CheckReport
    do throws(WorkshopError) {
      report = try check(order)
    } catch {
      console.say(error.diagnostic)
      throw ExitCode(2)
    }
    write(format.text(of: report, in: console.language, on: .output), to: STDOUT_FILENO)
    console.say(report.summary)
    if !report.diagnostics.isEmpty { throw ExitCode(1) }
  }
}
