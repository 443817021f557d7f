internal import Diagnostics
internal import Glibc

/// A finished file and where it goes.
package struct Product: Hashable, Sendable {
  /// From where the user stands, as messages show it, such as `output/fr/guide.pdf`.
  package var path: String
  package var bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Writes one text where the user says.
package func writeText(_ text: String, to path: String) throws(WorkshopError) {
  try write([Product(path: path, bytes: Array(text.utf8))])
}

/// Writes all files or none: each under another name beside its place and onto the disk, and
/// only when all are there do they take their names. A reader never opens half a file, and
/// earlier files stay until then.
func write(_ products: [Product]) throws(WorkshopError) {
  var written: [(temporary: String, final: String)] = []
  var isFinished = false
  defer {
    if !isFinished { for file in written { unlink(file.temporary) } }
  }
  for product in products {
    let final = product.path
    var status = stat()
    let isThere = lstat(final, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG { throw WorkshopError(.notReplaced(final)) }
    // Whoever may read the earlier file may read this one, and nobody else.
    let mode = isThere ? status.st_mode & 0o7777 : nil
    let temporary = final + ".\(getpid())"
    written.append((temporary, final))
    let number = makeFolders(above: final) ? store(product.bytes, in: temporary, mode: mode) : errno
    guard number == 0 else { throw WorkshopError(.notWritten(final, systemMessage(number))) }
  }
  for file in written {
    guard rename(file.temporary, file.final) == 0 else {
      throw WorkshopError(.notWritten(file.final, systemMessage(errno)))
    }
  }
  isFinished = true
}

/// The error number, or 0.
///
/// - Parameter mode: nil for what the user's mask allows.
private func store(_ bytes: [UInt8], in path: String, mode: mode_t?) -> Int32 {
  // Left over from a process of the same number that was killed.
  unlink(path)
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
  guard descriptor >= 0 else { return errno }
  defer { close(descriptor) }
  if let mode, fchmod(descriptor, mode) != 0 { return errno }
  var start = 0
  while start < bytes.count {
    let count = bytes.withUnsafeBytes {
      Glibc.write(descriptor, $0.baseAddress! + start, bytes.count - start)
    }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return errno }
    start += count
  }
  return fsync(descriptor) == 0 ? 0 : errno
}

private func makeFolders(above path: String) -> Bool {
  guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return true }
  let folder = String(path[..<slash])
  if access(folder, F_OK) == 0 { return true }
  return makeFolders(above: folder) && (mkdir(folder, 0o777) == 0 || errno == EEXIST)
}

extension Diagnostic {
  fileprivate static func notWritten(_ path: String, _ reason: Wording) -> Diagnostic {
    Diagnostic(
      .error, "output-not-written", file: path,
      Wording(
        en: "this cannot be written: \(reason.english)",
        fr: "ceci ne peut pas être écrit : \(reason.french)"),
      hints: [
        Wording(
          en: "make room, or check that you may write there; earlier files are as they were",
          fr: """
            faites de la place, ou vérifiez que vous avez le droit d’écrire là ; les fichiers \
            d’avant n’ont pas changé
            """)
      ])
  }

  fileprivate static func notReplaced(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "output-not-replaced", file: path,
      Wording(
        en: "something that is not an ordinary file stands here, so nothing was written",
        fr: "quelque chose qui n’est pas un fichier ordinaire se trouve ici ; rien n’a été écrit"),
      hints: [Wording(en: "move it away", fr: "déplacez-le")])
  }
}
