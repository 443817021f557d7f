// The command line. One file per command: options and ten lines of `run()`.

internal import ArgumentParser

@main
struct Livret: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "livret",
    abstract: "Turn chapters in Markdown into a guide to read, print and fold.",
    version: "0.1.0",
    subcommands: [
      BuildCommand.self, CheckCommand.self, PagesCommand.self, ImposeCommand.self,
      PrintTestCommand.self, TranslateCommand.self, MarkdownCommand.self,
    ])
}
