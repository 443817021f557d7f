internal import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import Markdown
internal import Web

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
    let source: String
    switch readText(file) {
    case .text(let text): source = text
    case .failure(let message):
      write(message + "\n", to: STDERR_FILENO)
      throw ExitCode(2)
    }
    var diagnostics: [Diagnostic] = []
    let chapter = Chapter(parsing: source, file: file, reporting: &diagnostics)
    write(form == .html ? html(of: chapter) : tree(of: chapter), to: STDOUT_FILENO)
    let language = InterfaceLanguage.ofThisUser
    let findings = diagnostics.map { $0.text(in: language) + "\n" }
    write(findings.joined(), to: STDERR_FILENO)
    if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }
}
