internal import ArgumentParser

@main
struct Livret: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "livret", version: "0.1.0",
    subcommands: [MarkdownCommand.self])
}
