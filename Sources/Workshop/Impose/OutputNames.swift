internal import Diagnostics
internal import Glibc

/// Where what is made of a file goes, and what it is called.
struct OutputNames {
  /// What the names of the products begin with: the source's own name without its extension.
  let slug: String
  private let folder: String
  /// Nil where the name says what it is.
  private let file: String?

  /// - Throws: for what is neither a folder nor the name of a PDF, and for folders that would be new
  ///   beside the system's own.
  init(_ order: ImposeOrder) throws(WorkshopError) {
    let (sourceFolder, sourceName) = parts(of: order.file)
    slug = withoutExtension(sourceName)
    guard let output = order.output else {
      (folder, file) = (sourceFolder, nil)
      return
    }
    if output.hasSuffix("/") || isFolder(output) {
      (folder, file) = (output, nil)
    } else {
      let (folder, name) = parts(of: output)
      (self.folder, file) = (folder, name)
      guard name.lowercased().hasSuffix(".pdf"), name.count > 4 else {
        throw WorkshopError(.outputIsNoPDF(output))
      }
    }
    if folder.hasPrefix("/"), let first = folder.split(separator: "/").first,
      !isFolder("/" + first)
    {
      throw WorkshopError(.outputFolderMissing(folder))
    }
  }

  /// - Parameters:
  ///   - name: of the file, without its extension.
  ///   - stem: what the names of all files of this booklet begin with: what follows it is kept, so
  ///     that fronts and backs do not become one file.
  func path(of name: String, stem: String) -> String {
    guard let file else { return joined(folder, name + ".pdf") }
    let rest = name.dropFirst(stem.count)
    return joined(folder, rest.isEmpty ? file : withoutExtension(file) + rest + ".pdf")
  }
}

/// The folder, empty where none is named, and the name.
func parts(of path: String) -> (folder: String, name: String) {
  guard let slash = path.lastIndex(of: "/") else { return ("", path) }
  let folder = slash == path.startIndex ? "/" : String(path[..<slash])
  return (folder, String(path[path.index(after: slash)...]))
}

private func withoutExtension(_ name: String) -> String {
  name.lowercased().hasSuffix(".pdf") && name.count > 4 ? String(name.dropLast(4)) : name
}

private func isFolder(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// A source is never written over, under whatever name.
func checkPlaces(of products: [Product], source: String) throws(WorkshopError) {
  let own = resolved(source)
  for product in products where resolved(product.path) == own {
    throw WorkshopError(.outputIsSource(product.path))
  }
}

extension Diagnostic {
  fileprivate static func outputIsNoPDF(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "output-not-pdf", file: path,
      Wording(
        en: "this is neither a folder that is there nor the name of a PDF",
        fr: "ce n’est ni un dossier qui existe, ni le nom d’un PDF"),
      hints: [
        Wording(
          en: "end the name with .pdf, or with / for a new folder",
          fr: "terminez le nom par .pdf, ou par / pour un nouveau dossier")
      ])
  }

  fileprivate static func outputFolderMissing(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "output-folder-missing", file: path,
      Wording(en: "there is no such folder", fr: "ce dossier n’existe pas"),
      hints: [
        Wording(
          en: "make it first, or write without the first / for a folder below this one",
          fr: "créez-le d’abord, ou retirez le premier / pour un dossier sous celui-ci")
      ])
  }

  fileprivate static func outputIsSource(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "output-is-source", file: path,
      Wording(
        en: "this is the file to impose, and it stays as it is",
        fr: "c’est le fichier à imposer, et il reste tel quel"),
      hints: [
        Wording(
          en: "name another file after -o, or leave -o away",
          fr: "nommez un autre fichier après -o, ou retirez -o")
      ])
  }
}
