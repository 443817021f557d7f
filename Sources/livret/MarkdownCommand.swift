internal import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import Markdown
internal import Web
internal import Workshop

/// Shows what the parser understood of one file.
struct MarkdownCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown", abstract: "Show how a chapter is understood.")

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case html, tree
  }

  @Argument(help: "The file to read; - for standard input.")
  var file: String

  @Option(name: .customLong("to"), help: "What to write.")
  var form = Form.html

  func run() throws {
    let console = Console()
    let source: String
    do throws(WorkshopError) {
      source = try readText(of: file)
    } catch {
      console.say(error.diagnostic)
      throw ExitCode(2)
    }
    var diagnostics: [Diagnostic] = []
    let chapter = Chapter(parsing: source, file: file, reporting: &diagnostics)
    write(form == .html ? html(of: chapter) : tree(of: chapter), to: STDOUT_FILENO)
    console.say(diagnostics)
    if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }
}
