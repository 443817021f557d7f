internal import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import Workshop

/// Makes a book's PDFs.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Make the PDFs of a book.",
    discussion: """
      Reads content/livret.yml and the chapters, and writes to output/LANGUAGE. Nothing is \
      written while there are errors. Exits with 0 when all is well, 1 when the book has \
      errors, 2 when the build could not run, 64 when this command line is wrong.
      """)

  @Argument(help: "The folder of the book.")
  var folder = "."

  @Option(name: .customLong("lang"), help: "The language to build, such as fr.")
  var language: String?

  @Option(
    help: ArgumentHelp("What to make, with commas between.", valueName: "reading,booklet"),
    transform: outputs)
  var only: [Output]?

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @Flag(help: "Print how long each stage took.")
  var timings = false

  func run() throws {
    let console = Console()
    let report: BuildReport
    do throws(WorkshopError) {
      report = try build(order) { console.show(progress: $0.wording) }
      console.endProgress()
    } catch {
      console.endProgress()
      console.say(error.diagnostic)
      throw ExitCode(2)
    }
    console.say(report.diagnostics)
    console.say(report.summary)
    if timings { write(report.timingRows, to: STDOUT_FILENO) }
    if report.diagnostics.stopABuild(strictly: strict) { throw ExitCode(1) }
  }

  private var order: BuildOrder {
    var order = BuildOrder(folder: folder)
    order.language = language
    order.outputs = only
    order.isStrict = strict
    order.epoch = variable("SOURCE_DATE_EPOCH")
    order.cache = cacheFolder
    return order
  }
}

/// `reading,booklet` as outputs.
private func outputs(_ words: String) throws -> [Output] {
  try words.split(separator: ",").map { word in
    guard let output = Output(rawValue: String(word)) else {
      let known = Output.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("“\(word)” is not one of \(known)")
    }
    return output
  }
}

/// By the XDG Base Directory Specification; nil where nobody lives.
private var cacheFolder: String? {
  let given = variable("XDG_CACHE_HOME")
  if given.hasPrefix("/") { return given + "/livret" }
  let home = variable("HOME")
  return home.hasPrefix("/") ? home + "/.cache/livret" : nil
}
