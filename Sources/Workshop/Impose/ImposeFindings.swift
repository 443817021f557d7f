internal import Diagnostics
internal import Geometry
internal import Imposition

extension Diagnostic {
  /// As many pages of one size as a side holds do not fit on the paper: which page is the first that
  /// is too large, or which two are together, and what would do.
  static func pageTooLarge(
    among sizes: [Size], for binding: Binding, file: String
  ) -> Diagnostic {
    func fits(_ size: Size) -> Bool {
      var binding = binding
      binding.pageSize = size
      return binding.pageFits
    }
    let (columns, rows) = binding.fields
    let sheet = binding.sheetSize
    let room = Size(width: sheet.width / columns, height: sheet.height / rows).shown
    func scaled(_ size: Size) -> Size {
      Size(width: size.width * binding.scale, height: size.height * binding.scale)
    }
    let at =
      binding.scale == 1 ? ("", "") : (" at \(binding.percent)%", " à \(binding.percent)\u{A0}%")
    let place = (
      en: "and each page has \(room) on a sheet of \(binding.paper.name)",
      fr: "et chaque page dispose de \(room) sur une feuille \(binding.paper.name)"
    )
    guard let index = sizes.firstIndex(where: { !fits($0) }) else {
      let width = sizes.map(\.width).max() ?? .zero
      let height = sizes.map(\.height).max() ?? .zero
      let widest = (sizes.firstIndex { $0.width == width } ?? 0) + 1
      let highest = (sizes.firstIndex { $0.height == height } ?? 0) + 1
      let both = scaled(Size(width: width, height: height)).shown
      return Diagnostic(
        .error, "page-too-large", file: file,
        Wording(
          en: """
            pages have one place for all, as wide as page \(widest) and as high as page \(highest): \
            \(both)\(at.0), \(place.en)
            """,
          fr: """
            les pages ont une place pour toutes, large comme la page \(widest) et haute comme la \
            page \(highest) : \(both)\(at.1), \(place.fr)
            """),
        hints: [binding.whatWouldDo])
    }
    let size = scaled(sizes[index]).shown
    var hints = [binding.whatWouldDo]
    if sizes.contains(where: { $0 != sizes[index] && $0 == sizes[index].turned }) {
      hints.append(
        Wording(
          en: "page \(index + 1) lies across: turn it by a quarter in the file to keep the size",
          fr: """
            la page \(index + 1) est en travers : tournez-la d’un quart dans le fichier pour garder \
            la taille
            """))
    }
    return Diagnostic(
      .error, "page-too-large", file: file,
      Wording(
        en: "page \(index + 1) is \(size)\(at.0), \(place.en)",
        fr: "la page \(index + 1) mesure \(size)\(at.1), \(place.fr)"),
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
  /// In which the pages are printed, without zeros.
  fileprivate var percent: String {
    let tenths = Int((scale * 1000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  fileprivate var whatWouldDo: Wording {
    let paper = smallestPaper
    let most = Int((fittingScale * 100).rounded(.down))
    return Wording(
      en: (paper.map { "print on \($0.name): --paper \($0.name); or " } ?? "")
        + "print smaller: --scale \(most)%, or --scale fit",
      fr: (paper.map { "imprimez sur du \($0.name) : --paper \($0.name) ; ou " } ?? "")
        + "réduisez : --scale \(most)%, ou --scale fit")
  }

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

extension Wording {
  static let ownersLock = Wording(
    en: """
      this file is locked by whoever made it; that it may be printed is respected, and the sheets \
      are not locked
      """,
    fr: """
      ce fichier est verrouillé par qui l’a fait ; son droit d’impression est respecté, et les \
      feuilles ne sont pas verrouillées
      """)
}
