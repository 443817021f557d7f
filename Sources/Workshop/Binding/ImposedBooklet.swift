internal import Geometry
internal import Imposition

/// A booklet laid on sheets, and the files that go to the printer.
struct ImposedBooklet {
  let booklet: Booklet
  /// What the names of its files begin with, such as `guide-quarto-a3`.
  let name: String
  let pageCount: Int
  let signatures: [Signature]
  let files: [File]

  struct File {
    /// Without its extension.
    var name: String
    var run: PrintRun
    var isCover = false
  }

  fileprivate init(_ booklet: Booklet, name: String, pageCount: Int) {
    self.booklet = booklet
    self.name = name
    self.pageCount = pageCount
    signatures = booklet.binding.impose(pageCount)
    let binding = booklet.binding
    let covers = signatures.filter(\.isCover)
    let bodies = signatures.filter { !$0.isCover }
    var files = binding.runs(of: bodies).map { run in
      File(name: name + run.suffix, run: run)
    }
    if case .ownSheet(let paper) = binding.cover, !covers.isEmpty {
      files += binding.runs(of: covers).map { run in
        File(name: "\(name)-cover-\(paper.wordInNames)\(run.suffix)", run: run, isCover: true)
      }
    }
    self.files = files
  }
}

extension [Booklet] {
  /// Each laid on sheets under a name of its own: where two would have the same, the later ones are
  /// counted.
  func imposed(_ pageCount: Int, slug: String) -> [ImposedBooklet] {
    var names: Set<String> = []
    return map { booklet in
      let wanted = "\(slug)-\(booklet.binding.wordInNames)"
      var (name, number) = (wanted, 2)
      while !names.insert(name).inserted {
        name = "\(wanted)-\(number)"
        number += 1
      }
      return ImposedBooklet(booklet, name: name, pageCount: pageCount)
    }
  }
}

extension Binding {
  /// `booklet-a4`, or `quarto-a3-long-edge` for printers that turn the sheet about its long edge.
  fileprivate var wordInNames: String {
    let kind = style == .saddleStitch ? "booklet" : styleWord.rawValue
    // What is printed on one side is not turned.
    let flip = printer.flip == .longEdge && !isOneSided ? "-long-edge" : ""
    return "\(kind)-\(paper.wordInNames)\(flip)"
  }

  /// The back of a mini-zine stays free where it is no poster: whoever prints on one side
  /// only must not feed a sheet for it.
  var isOneSided: Bool {
    if case .miniZine = style { poster == nil } else { false }
  }

  fileprivate func runs(of signatures: [Signature]) -> [PrintRun] {
    let sheets = signatures.flatMap(\.sheets)
    guard isOneSided else { return printer.runs(of: sheets) }
    var printer = printer
    printer.manual = PrinterProfile.ManualDuplex()
    return printer.runs(of: sheets).filter { $0.sides == .fronts }.map { fronts in
      var run = fronts
      run.sides = .both
      return run
    }
  }

  /// The word for the style.
  var styleWord: BindingStyle {
    switch style {
    case .saddleStitch: .saddle
    case .signatures: .signatures
    case .quarto: .quarto
    case .octavo: .octavo
    case .cutAndStack: .cutStack
    case .cutSaddle: .cutSaddle
    case .miniZine: .zine
    case .perfectLeaves: .perfectLeaves
    case .perfectGathered: .perfectGathered
    }
  }
}

extension PrintRun {
  fileprivate var suffix: String {
    switch sides {
    case .both: ""
    case .fronts: "-fronts"
    case .backs: "-backs"
    }
  }
}

extension Paper {
  /// `a4`, `225x320`.
  var wordInNames: String {
    name.lowercased().replacing(" mm", with: "")
  }
}
