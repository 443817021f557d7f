internal import Diagnostics
internal import Glibc

/// Why a file of a book cannot be used.
enum FileFault: Error, Hashable {
  case missing
  /// With the system's error number.
  case unreadable(Int32)
  case isFolder
  /// A pipe, a socket, a device.
  case notRegular
  /// A link leads out of the book's folder.
  case outside
  case tooLarge(limit: Int)
  case notUTF8(at: SourceLocation)
}

extension FileFault {
  /// What the system said of opening it.
  init(number: Int32) {
    self = number == ENOENT || number == ENOTDIR ? .missing : .unreadable(number)
  }

  /// At the place of a source that asked for the file, or at the file itself.
  func diagnostic(
    of path: String, askedBy asker: (file: String, range: SourceRange)? = nil,
    hints: [Wording] = []
  ) -> Diagnostic {
    let (code, message, hint) = words(path)
    var range = asker?.range
    var file = asker?.file ?? path
    if case .notUTF8(let place) = self {
      file = path
      range = place..<SourceLocation(line: place.line, column: place.column + 1)
    }
    return Diagnostic(
      .error, code, file: file, range: range, message, hints: hints.isEmpty ? [hint] : hints)
  }

  private func words(_ path: String) -> (code: String, message: Wording, hint: Wording) {
    switch self {
    case .missing:
      (
        "file-missing",
        Wording(en: "there is no file \(path)", fr: "il n’y a pas de fichier \(path)"),
        Wording(en: "check how its name is spelt", fr: "vérifiez l’orthographe de son nom")
      )
    case .unreadable(let number):
      (
        "file-unreadable",
        Wording(
          en: "\(path) cannot be read: \(systemMessage(number).english)",
          fr: "\(path) ne peut pas être lu : \(systemMessage(number).french)"),
        Wording(
          en: "check that you may read it", fr: "vérifiez que vous avez le droit de le lire")
      )
    case .isFolder:
      (
        "file-is-folder",
        Wording(
          en: "\(path) is a folder, and a file is wanted",
          fr: "\(path) est un dossier, il faut un fichier"),
        Wording(en: "rename or move it", fr: "renommez-le ou déplacez-le")
      )
    case .notRegular:
      (
        "file-not-regular",
        Wording(
          en: "\(path) is not an ordinary file", fr: "\(path) n’est pas un fichier ordinaire"),
        Wording(en: "put an ordinary file there", fr: "mettez là un fichier ordinaire")
      )
    case .outside:
      (
        "file-outside",
        Wording(
          en: "\(path) leads out of the book's folder", fr: "\(path) mène hors du dossier du livre"
        ),
        Wording(
          en: "copy the file into the book", fr: "copiez le fichier dans le dossier du livre")
      )
    case .tooLarge(let limit):
      (
        "file-too-large",
        Wording(
          en: "\(path) is larger than \(limit / 1_000_000) MB",
          fr: "\(path) dépasse \(limit / 1_000_000) Mo"),
        Wording(en: "split it, or make it smaller", fr: "partagez-le, ou réduisez-le")
      )
    case .notUTF8:
      (
        "not-utf-8",
        Wording(
          en: "this is not UTF-8 text from here on", fr: "à partir d’ici, ce n’est pas de l’UTF-8"),
        Wording(
          en: "save the file again in your editor with the encoding UTF-8",
          fr: "enregistrez de nouveau le fichier dans votre éditeur avec l’encodage UTF-8")
      )
    }
  }
}

/// What the system says in English, and in French where it is what people may meet.
func systemMessage(_ number: Int32) -> Wording {
  let english = String(cString: strerror(number))
  let french =
    switch number {
    case EACCES, EPERM: "permission refusée"
    case EDQUOT, ENOSPC: "il n’y a plus de place"
    case EIO: "le disque répond mal"
    case ELOOP: "des liens tournent en rond"
    case ENAMETOOLONG: "le nom est trop long"
    case ENOTDIR, EEXIST: "un fichier se trouve là où il faut un dossier"
    case EROFS: "le disque est en lecture seule"
    default: english
    }
  return Wording(en: english, fr: french)
}
