internal import ArgumentParser
internal import Diagnostics
internal import Workshop

/// Shows a book's pages, spreads or sheets as PNG.
struct PagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages", abstract: "Make PNGs of a book's pages, spreads or sheets.",
    discussion: """
      Pages are counted from the cover, as their folios are. Writes to output/LANGUAGE/pages, all \
      files or none. Exits as livret build does.
      """)

  enum Kind: String, EnumerableFlag {
    case spreads, sheets, contactSheet

    static func help(for kind: Kind) -> ArgumentHelp? {
      switch kind {
      case .spreads: "Two pages at a time, as in the open booklet."
      case .sheets: "The sides of the sheets, as they come out of the printer."
      case .contactSheet: "All pages on one PNG."
      }
    }
  }

  @Argument(help: "The folder of the book.")
  var folder = "."

  @Option(name: .customLong("lang"), help: "The language to show, such as fr.")
  var language: String?

  @Option(help: "The edition to show, such as dijon.")
  var edition: String?

  @Option(
    help: ArgumentHelp(
      "Pixels an inch, from 20 to 600. (default: 100; 30 with --contact-sheet)", valueName: "n"),
    transform: resolution)
  var ppi: Int?

  @Option(
    help: ArgumentHelp("What holds these pages, and nothing else.", valueName: "6-7,20"),
    transform: pageRanges)
  var pages: [ClosedRange<Int>]?

  @Flag(exclusivity: .exclusive)
  var kind: Kind?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where to write the PNGs.", valueName: "folder"))
  var output: String?

  @OptionGroup(title: "Booklets")
  var booklets: BindingOptions

  func validate() throws {
    if kind != .sheets, let option = booklets.words.firstOption {
      throw ValidationError("\(option) is for --sheets")
    }
    for key in [BindingWords.Key.copies, .price] where booklets.words.words[key] != nil {
      throw ValidationError("\(key.option) is for livret build")
    }
  }

  func run() throws {
    var proofs = ProofOrder(kind?.proofs ?? .pages)
    if let ppi { proofs.ppi = ppi }
    proofs.pages = pages
    proofs.folder = output
    var order = BuildOrder(folder: folder, here: language)
    order.edition = edition
    order.proofs = proofs
    order.binding = booklets.words
    let report = try order.run { $0.proofSummary }
    if report.diagnostics.stopABuild(strictly: order.isStrict) { throw report.diagnostics.exitCode }
  }
}

extension PagesCommand.Kind {
  fileprivate var proofs: ProofOrder.Kind {
    switch self {
    case .spreads: .spreads
    case .sheets: .sheets
    case .contactSheet: .contactSheet
    }
  }
}

private func resolution(_ word: String) throws -> Int {
  let possible = ProofOrder.resolutions
  guard let ppi = Int(word), possible.contains(ppi) else {
    throw ValidationError(
      "“\(word)” is not a whole number from \(possible.lowerBound) to \(possible.upperBound)")
  }
  return ppi
}

/// `6-7,20` as ranges.
private func pageRanges(_ words: String) throws -> [ClosedRange<Int>] {
  try words.split(separator: ",", omittingEmptySubsequences: false).map { word in
    let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
      first >= 1
    else {
      throw ValidationError("“\(word)” is neither a page, such as 20, nor pages, such as 6-7")
    }
    guard first <= last else {
      throw ValidationError("“\(word)” ends before it begins; \(last)-\(first) may be meant")
    }
    return first...last
  }
}
