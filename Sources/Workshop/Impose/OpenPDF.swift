internal import Diagnostics
internal import Glibc
internal import PDF

/// Opens a PDF that someone names on the command line, wherever it lies.
///
/// - Parameter asSheets: whether its pages are sheets that hold several.
func openPDF(_ path: String, asSheets: Bool) throws(WorkshopError) -> ForeignPDF {
  let bytes: [UInt8]
  do throws(FileFault) {
    bytes = try looseBytes(of: path)
  } catch {
    throw WorkshopError(error.diagnostic(of: path))
  }
  do throws(ForeignFault) {
    return try ForeignPDF(bytes, untrimmed: asSheets)
  } catch {
    throw WorkshopError(error.diagnostic(of: path))
  }
}

/// A book of scanned pages; all of it is held in memory, twice.
private let mostBytes = 1_000_000_000

private func looseBytes(of path: String) throws(FileFault) -> [UInt8] {
  // Not waiting for a writer, should it be a pipe.
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { throw FileFault(number: errno) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw .unreadable(errno) }
  switch status.st_mode & S_IFMT {
  case S_IFREG: break
  case S_IFDIR: throw .isFolder
  default: throw .notRegular
  }
  guard status.st_size <= mostBytes else { throw .tooLarge(limit: mostBytes) }
  return try contents(of: descriptor, expected: Int(status.st_size), limit: mostBytes)
}

extension ForeignFault {
  fileprivate func diagnostic(of path: String) -> Diagnostic {
    switch self {
    case .empty:
      pdf(
        "pdf-empty", path,
        Wording(en: "this file is empty", fr: "ce fichier est vide"),
        Wording(en: "copy or download it again", fr: "copiez-le ou téléchargez-le de nouveau"))
    case .noPDF:
      pdf(
        "pdf-not", path,
        Wording(en: "this is not a PDF", fr: "ceci n’est pas un PDF"),
        Wording(
          en: "export it as PDF from the program in which it was made",
          fr: "exportez-le en PDF depuis le logiciel où il a été fait"))
    case .password:
      pdf(
        "pdf-locked", path,
        Wording(
          en: "this PDF opens with a password only",
          fr: "ce PDF ne s’ouvre qu’avec un mot de passe"),
        Wording(
          en: "ask whoever made it for a copy without a password",
          fr: "demandez une copie sans mot de passe à qui l’a fait"))
    case .printingForbidden:
      pdf(
        "pdf-printing-forbidden", path,
        Wording(
          en: "whoever made this PDF does not allow it to be printed",
          fr: "qui a fait ce PDF n’en permet pas l’impression"),
        Wording(
          en: "ask for a copy that may be printed",
          fr: "demandez une copie qu’on ait le droit d’imprimer"))
    case .finePrintingForbidden:
      pdf(
        "pdf-printing-forbidden", path,
        Wording(
          en: "whoever made this PDF allows it to be printed coarsely only",
          fr: "qui a fait ce PDF n’en permet l’impression qu’en basse qualité"),
        Wording(
          en: "ask for a copy that may be printed at full quality",
          fr: "demandez une copie qu’on ait le droit d’imprimer en pleine qualité"))
    case .damaged(let words): .damagedPDF(words, file: path)
    case .noPages:
      pdf(
        "pdf-no-pages", path,
        Wording(en: "this PDF has no pages", fr: "ce PDF n’a pas de pages"),
        Wording(en: "make it again", fr: "refaites-le"))
    case .tooManyPages(let count, let most):
      pdf(
        "pdf-too-long", path,
        Wording(
          en: "this PDF has \(count) pages, and \(most) are the most that are imposed",
          fr: "ce PDF a \(count) pages, et \(most) au plus peuvent être imposées"),
        Wording(en: "split it into volumes", fr: "partagez-le en volumes"))
    case .pageWithoutSize(let number):
      pdf(
        "pdf-page-size", path,
        Wording(
          en: "page \(number) has no size that paper could have",
          fr: "la page \(number) n’a pas de taille qu’un papier puisse avoir"),
        Wording(
          en: "print the file to a PDF in your reader, then impose that one",
          fr: "imprimez le fichier en PDF depuis votre lecteur, puis imposez celui-là"))
    }
  }

  private func pdf(
    _ code: String, _ path: String, _ message: Wording, _ hint: Wording
  ) -> Diagnostic {
    Diagnostic(.error, code, file: path, message, hints: [hint])
  }
}

extension Diagnostic {
  /// libqpdf's words are English in every language.
  static func damagedPDF(_ words: String, file: String) -> Diagnostic {
    Diagnostic(
      .error, "pdf-damaged", file: file,
      Wording(
        en: "this PDF is too damaged to be imposed: \(words)",
        fr: "ce PDF est trop abîmé pour être imposé : \(words)"),
      hints: [
        Wording(
          en: "copy or download it again, or print it to a PDF in a reader that opens it",
          fr: """
            copiez-le ou téléchargez-le de nouveau, ou imprimez-le en PDF depuis un lecteur qui \
            l’ouvre
            """)
      ])
  }
}
