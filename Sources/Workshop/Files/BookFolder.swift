internal import Diagnostics
internal import Glibc

/// The folder that holds a book, and the only function that opens files in it.
struct BookFolder {
  /// As the user wrote it; what diagnostics show begins with it.
  let path: String
  /// Absolute, without links: nothing outside it is read.
  let root: String

  /// The file that makes a folder a book.
  static let sheet = "content/livret.yml"

  init(_ path: String) throws(WorkshopError) {
    guard let root = resolved(path) else {
      throw WorkshopError(.noFolder(path))
    }
    guard isFile(root + "/" + Self.sheet) else {
      throw WorkshopError(.noBook(path, holding: Self.parent(of: root)))
    }
    self.path = path
    self.root = root
  }

  /// The path of something in the book, as messages show it.
  func shown(_ path: String) -> String {
    joined(self.path, path)
  }

  /// The whole file, if it is a regular file below this folder when all links are followed.
  ///
  /// - Parameter limit: the most bytes it may have.
  func bytes(of path: String, limit: Int) throws(FileFault) -> [UInt8] {
    guard let file = resolved(root + "/" + path) else { throw FileFault(number: errno) }
    guard file.utf8.starts(with: (root == "/" ? root : root + "/").utf8) else { throw .outside }
    // Not waiting for a writer, should it be a pipe.
    let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { throw .unreadable(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .isFolder
    default: throw .notRegular
    }
    guard status.st_size <= limit else { throw .tooLarge(limit: limit) }
    return try contents(of: descriptor, expected: Int(status.st_size), limit: limit)
  }

  /// The file as text: UTF-8, without the byte order mark that some editors put first.
  func text(of path: String, limit: Int) throws(FileFault) -> String {
    try decoded(bytes(of: path, limit: limit))
  }

  /// The names in a folder of the book, hidden ones left out, sorted by their bytes.
  func names(in path: String) throws(FileFault) -> [String] {
    guard let directory = opendir(root + "/" + path) else { throw FileFault(number: errno) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The nearest folder above that holds a book: someone may stand in `content/`.
  private static func parent(of root: String) -> String? {
    var folder = root
    while let slash = folder.lastIndex(of: "/"), folder != "/" {
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
      if isFile(folder + "/" + sheet) { return folder }
    }
    return nil
  }
}

/// The path of something in a folder, as people would write it.
func joined(_ folder: String, _ path: String) -> String {
  folder.isEmpty || folder == "."
    ? path : folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
}

/// The path without links, `.` and `..`; nil with `errno` set where there is nothing.
func resolved(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}

private func isFile(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}
