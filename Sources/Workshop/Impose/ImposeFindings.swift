internal import Diagnostics
internal import Geometry
internal import Imposition

extension Diagnostic {
  /// As many pages of one size as a side holds do not fit on the paper: which page is the first that
  /// is too large, and what would do.
  static func pageTooLarge(
    among sizes: [Size], for binding: Binding, file: String
  ) -> Diagnostic {
    let (columns, rows) = binding.fields
    let sheet = binding.sheetSize
    let scale = binding.scale
    let room = Size(width: sheet.width / columns, height: sheet.height / rows)
    let number = sizes.firstIndex {
      $0.width * scale > room.width || $0.height * scale > room.height
    }
    let page = (number ?? 0) + 1
    let (size, place) = (sizes[page - 1].shown, room.shown)
    let paper = binding.smallestPaper
    let percent = Int((binding.fittingScale * 100).rounded(.down))
    var hints = [
      Wording(
        en: (paper.map { "print on \($0.name): --paper \($0.name); or " } ?? "")
          + "print smaller: --scale \(percent)%, or --scale fit",
        fr: (paper.map { "imprimez sur du \($0.name) : --paper \($0.name) ; ou " } ?? "")
          + "réduisez : --scale \(percent)%, ou --scale fit")
    ]
    let others = sizes.filter { $0 != sizes[page - 1] }
    if !others.isEmpty, sizes[page - 1].turned == others[0] {
      hints.append(
        Wording(
          en: "page \(page) lies across: turn it by a quarter in the file to keep the size",
          fr: """
            la page \(page) est en travers : tournez-la d’un quart dans le fichier pour garder \
            la taille
            """))
    }
    return Diagnostic(
      .error, "page-too-large", file: file,
      Wording(
        en: """
          page \(page) is \(size), and each page has \(place) on a sheet of \
          \(binding.paper.name)
          """,
        fr: """
          la page \(page) mesure \(size), et chaque page dispose de \(place) sur une feuille \
          \(binding.paper.name)
          """),
      hints: hints)
  }

  /// libqpdf's words are English in every language.
  static func mended(_ words: String, count: Int, file: String) -> Diagnostic {
    let more = count - 1
    return Diagnostic(
      .warning, "pdf-mended", file: file,
      Wording(
        en: "this file is damaged and was mended as well as may be: \(words)"
          + (more > 0 ? " (and \(more) more)" : ""),
        fr: "ce fichier est abîmé et a été réparé autant que possible : \(words)"
          + (more > 0 ? " (et \(more) autre\(more < 2 ? "" : "s"))" : "")),
      hints: [
        Wording(
          en: "look at every page before you print",
          fr: "regardez chaque page avant d’imprimer")
      ])
  }

  static func damagedPages(_ pages: [Int], file: String) -> Diagnostic {
    let list = pages.listed
    return Diagnostic(
      .warning, "pdf-page-damaged", file: file,
      Wording(
        en: "what draws a page is damaged, and some of it will be missing: page \(list)",
        fr: "ce qui dessine une page est abîmé, et il en manquera une partie : page \(list)"),
      hints: [
        Wording(
          en: "copy or download the file again, or look at these pages before you print",
          fr: """
            copiez ou téléchargez le fichier de nouveau, ou regardez ces pages avant d’imprimer
            """)
      ])
  }

  static func unprintedMarks(onPages pages: [Int], file: String) -> Diagnostic {
    let list = pages.listed
    return Diagnostic(
      .warning, "pdf-annotations-left", file: file,
      Wording(
        en: "comments or form fields stay behind, for they have no picture to print: page \(list)",
        fr: """
          des commentaires ou des champs de formulaire restent derrière, faute d’image à \
          imprimer : page \(list)
          """),
      hints: [
        Wording(
          en: "print the file to a PDF in your reader, then impose that one",
          fr: "imprimez le fichier en PDF depuis votre lecteur, puis imposez celui-là")
      ])
  }
}

extension [Int] {
  fileprivate var listed: String {
    prefix(8).map(String.init).joined(separator: ", ") + (count > 8 ? " …" : "")
  }
}

extension Binding {
  /// The smallest known paper that would do, of the same make if there is one: nobody has both.
  fileprivate var smallestPaper: Paper? {
    let isISO = { (paper: Paper) in paper.name.hasPrefix("A") }
    let wanted = isISO(paper) || !Paper.known.contains(paper)
    let fitting = Paper.known.filter { paper in
      var binding = self
      binding.paper = paper
      return binding.pageFits
    }
    return fitting.min { a, b in
      let (isStrangeA, isStrangeB) = (isISO(a) != wanted, isISO(b) != wanted)
      return isStrangeA == isStrangeB ? a.size.height < b.size.height : isStrangeB
    }
  }
}
