package import Diagnostics
internal import Geometry
internal import Imposition

// What a booklet is told beyond words that cannot be read.

extension Booklet {
  /// What is wrong with it as a book of that many pages, or had better be otherwise.
  package func findings(pageCount: Int) -> [Diagnostic] {
    binding.faults(pageCount: pageCount).map { diagnostic(of: $0, pageCount) }
  }

  /// What is wrong with it however many pages it has.
  var findings: [Diagnostic] {
    binding.faults(pageCount: 1).filter { !$0.isCaution }.map { diagnostic(of: $0, 1) }
  }

  /// Marks that someone named and that have no room outside the pages.
  func finding(marksWithoutRoom marks: [PrintersMarks.Kind]) -> Diagnostic? {
    let missing = marks.filter(namedMarks.contains).map(\.rawValue).joined(separator: ", ")
    guard !missing.isEmpty else { return nil }
    let sheet = binding.paper.name
    return diagnostic(
      .warning, "marks-no-room", at: place(of: .marks),
      Wording(
        en: "on \(sheet) there is no room beside the pages for these marks: \(missing)",
        fr: "sur du \(sheet), il n’y a pas de place à côté des pages pour ces repères : \(missing)"),
      hint: Wording(
        en: "use larger paper, or take them away", fr: "prenez un papier plus grand, ou retirez-les"
      ))
  }

  private func diagnostic(of fault: BindingFault, _ pageCount: Int) -> Diagnostic {
    let severity: Diagnostic.Severity = fault.isCaution ? .warning : .error
    switch fault {
    case .pagesTooLarge(let needed, _, let scale):
      return pagesTooLarge(needed: needed, fittingScale: scale)
    case .coverTooLarge(let needed, let sheet):
      return diagnostic(
        severity, "cover-paper-too-small", at: place(of: .coverPaper, .cover, .paper),
        Wording(
          en: "the cover with its spine takes \(needed.shown), and its paper is \(sheet.shown)",
          fr: "la couverture et son dos font \(needed.shown), et son papier \(sheet.shown)"),
        hint: Wording(
          en: "name larger paper for it: cover-paper: A3",
          fr: "donnez-lui un papier plus grand : cover-paper: A3"))
    case .posterTooLarge(let needed, let sheet):
      return diagnostic(
        severity, "poster-too-large", at: place(of: .poster),
        Wording(
          en: "the poster is \(needed.shown), and its sheet \(sheet.shown)",
          fr: "l’affiche fait \(needed.shown), et sa feuille \(sheet.shown)"),
        hint: Wording(
          en: "use larger paper, or a smaller poster",
          fr: "prenez un papier plus grand, ou une affiche plus petite"))
    case .posterWithoutZine:
      return .foreignToStyle("poster", binding.styleWord, at: place(of: .poster), of: [.zine])
    case .severalZines(let count):
      return diagnostic(
        severity, "several-zines", at: place(of: .style),
        Wording(
          en: "a zine has eight pages: \(pageCount) pages become \(count) of them",
          fr: "un mini-zine a huit pages : \(pageCount) pages en font \(count)"),
        hint: Wording(
          en: "choose another binding for one booklet",
          fr: "choisissez une autre reliure pour n’avoir qu’un livret"))
    case .zineWithCover:
      return .foreignToStyle(
        "cover", .zine, at: place(of: .cover, .flyleaves),
        of: BindingStyle.allCases.filter { $0 != .zine })
    case .nothingInsideCover:
      return diagnostic(
        severity, "cover-of-nothing", at: place(of: .cover, .coverPaper, .flyleaves),
        Wording(
          en: "a book of four pages is nothing but its cover, and is printed as one sheet",
          fr: "un livre de quatre pages n’est que sa couverture, et s’imprime en une feuille"))
    case .notBoundAtTheTop:
      return .foreignToStyle(
        "bound: top", binding.styleWord, at: place(of: .bound), of: BindingStyle.boundAtTheTop)
    case .blanksBehindTheEnd(let page, let pageCount):
      return diagnostic(
        severity, "blanks-behind-the-end", at: place(of: .blanks),
        Wording(
          en: "no page \(page) is followed by another: there are \(pageCount) pages",
          fr: "aucune page \(page) n’est suivie d’une autre : il y a \(pageCount) pages"),
        hint: Wording(
          en: "name an earlier page; blank pages now stand inside the back cover",
          fr: "nommez une page d’avant ; les pages blanches sont à l’intérieur du dos"))
    case .signatureTooShort(let pages):
      return diagnostic(
        severity, "signature-too-short", at: place(of: .pagesPerSignature),
        Wording(
          en: "one sheet has \(pages) pages, so that a signature cannot have fewer",
          fr: "une feuille a \(pages) pages : un cahier ne peut pas en avoir moins"),
        hint: Wording(
          en: "ask for \(pages) pages or more", fr: "demandez au moins \(pages) pages"))
    case .signatureTooThick(let sheets, let most):
      return diagnostic(
        severity, "signature-too-thick", at: place(of: .sheetsPerSignature, .pagesPerSignature),
        Wording(
          en: """
            \(sheets) sheets in one fold hardly stay closed or take a staple; \(most) of this \
            paper do
            """,
          fr: """
            \(sheets) feuilles dans un pli ferment mal et s’agrafent mal ; \(most) de ce papier \
            vont encore
            """),
        hint: Wording(
          en: "make several signatures: binding signatures or perfect-gathered",
          fr: "faites plusieurs cahiers : reliure signatures ou perfect-gathered"))
    }
  }

  private func pagesTooLarge(needed: Size, fittingScale: Double) -> Diagnostic {
    let count = binding.fields.columns * binding.fields.rows
    let percent = Int((fittingScale * 100).rounded(.down))
    let (page, paper) = (binding.placedSize.shown, binding.paper.name)
    return diagnostic(
      .error, "paper-too-small", at: place(of: .paper, .scale),
      Wording(
        en: count == 1
          ? "a page of \(page) does not fit on \(paper)"
          : "\(count) pages of \(page) do not fit on \(paper)",
        fr: count == 1
          ? "une page de \(page) ne tient pas sur du \(paper)"
          : "\(count) pages de \(page) ne tiennent pas sur du \(paper)"),
      hint: Wording(
        en: "use paper of \(needed.shown) or more, or scale: \(percent) %",
        fr: "prenez un papier d’au moins \(needed.shown), ou scale: \(percent) %"))
  }

  private func diagnostic(
    _ severity: Diagnostic.Severity, _ code: String, at place: Place, _ message: Wording,
    hint: Wording? = nil
  ) -> Diagnostic {
    Diagnostic(
      severity, code, file: place.file, range: place.range, message, hints: hint.map { [$0] } ?? [])
  }
}

extension Size {
  /// `148 × 210 mm`.
  var shown: String { "\(width.shownInMillimetres) × \(height.shownInMillimetres) mm" }
}
