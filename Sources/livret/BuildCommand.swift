internal import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import Typesetting
internal import Workshop

/// Makes a book's PDFs.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Make the PDFs of a book.",
    discussion: """
      Reads content/livret.yml and the chapters, and writes to output/LANGUAGE, or to \
      output/EDITION/LANGUAGE. Without --lang and --edition all languages and editions are made, \
      with --edition alone that edition in the languages that its sheet says, \
      as many at a time as this machine has cores. Nothing is \
      written while there are errors. Exits with 0 when all is well, 1 when the book has \
      errors, 2 when the build could not run, 64 when this command line is wrong.
      """)

  @Argument(help: "The folder of the book.")
  var folder = "."

  @Option(name: .customLong("lang"), help: "The language to build, such as fr. (default: all)")
  var language: String?

  @Option(help: "The edition to build, such as dijon. (default: all, and the book as it is)")
  var edition: String?

  @Option(
    help: ArgumentHelp("What to make, with commas between.", valueName: "reading,booklet"),
    transform: outputs)
  var only: [Output]?

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @Flag(help: "Print how long each stage took.")
  var timings = false

  @Option(
    name: .customLong("report"),
    help: "Print what a printer would find fault with: text to read, json for programs.")
  var qualityFormat: QualityFormat?

  @Flag(help: "Make numbered sheets of each booklet too, to fold before wasting ink.")
  var dummy = false

  @Flag(name: .customLong("gray"), help: "No colours: each becomes the grey that is as bright.")
  var isGrey = false

  @Flag(
    name: .customLong("save-ink"),
    help: "No solid areas: boxes become frames, large black shapes of drawings a light tint.")
  var savesInk = false

  @OptionGroup(title: "Booklets")
  var booklets: BindingOptions

  func validate() throws {
    if timings, qualityFormat == .json {
      throw ValidationError("--timings and --report json would print into each other")
    }
    if let only, !only.contains(.booklet),
      let option = booklets.words.firstOption ?? (dummy ? "--dummy" : nil)
    {
      throw ValidationError("\(option) is for booklets, which --only leaves out")
    }
  }

  func run() throws {
    var order = order
    if language == nil {
      let targets = bookTargets(in: folder).filter { edition == nil || $0.edition == edition }
      if targets.count > 1 { throw ExitCode(build(targets)) }
      order.language = targets.first?.language
    }
    let report = try order.run { $0.summary }
    if let qualityFormat, let quality = report.quality {
      let language = InterfaceLanguage.ofThisUser
      write(
        qualityFormat.text(of: quality, report.booklets, in: language, on: .output),
        to: STDOUT_FILENO)
    }
    if timings { write(report.timingRows, to: STDOUT_FILENO) }
    if report.diagnostics.stopABuild(strictly: strict) { throw report.diagnostics.exitCode }
  }

  private var order: BuildOrder {
    var order = BuildOrder(folder: folder, here: language)
    order.edition = edition
    order.outputs = only
    order.binding = booklets.words
    order.makesDummies = dummy
    order.inks = InkPolicy(isGrey: isGrey, savesInk: savesInk)
    order.isStrict = strict
    order.reportsQuality = qualityFormat != nil
    return order
  }
}

/// `reading,booklet` as outputs.
private func outputs(_ words: String) throws -> [Output] {
  try words.split(separator: ",", omittingEmptySubsequences: false).map { word in
    guard let output = Output(rawValue: String(word)) else {
      let known = Output.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("“\(word)” is not one of \(known)")
    }
    return output
  }
}
