internal import Glibc

/// The font files below a folder, sorted by path, links followed.
struct FontFolder {
  /// Absolute, without links.
  let path: String
  private(set) var files: [String] = []
  /// Changes whenever a file is added, removed or rewritten. Fontconfig's own cache only looks at
  /// the folders' dates and would miss a font copied over another of the same name.
  private(set) var fingerprint: UInt64 = 0xcbf2_9ce4_8422_2325

  private static let endings: Set<String> = ["otf", "ttf", "otc", "ttc"]
  /// Deeper than any font folder; ends a circle of mounted folders.
  private static let greatestDepth = 16

  init(path asked: String) throws(FontError) {
    guard let resolved = realpath(asked, nil) else {
      throw FontError(path: asked, reason: .folderMissing)
    }
    defer { free(resolved) }
    path = String(cString: resolved)
    guard try collect(path, depth: 0) else {
      throw FontError(path: asked, reason: .folderMissing)
    }
    guard !files.isEmpty else { throw FontError(path: asked, reason: .noFonts) }
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for file in files { try mixIn(file) }
  }

  /// False where `folder` is not a folder.
  private mutating func collect(_ folder: String, depth: Int) throws(FontError) -> Bool {
    guard let directory = opendir(folder) else {
      if errno == ENOTDIR { return false }
      throw FontError(path: folder, reason: .unreadable)
    }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      guard !name.utf8.starts(with: ".".utf8) else { continue }
      let path = folder + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      // A linked font is welcome, a linked folder is not: it may lead round in a circle.
      if status.st_mode & S_IFMT == S_IFDIR {
        if depth < Self.greatestDepth { _ = try collect(path, depth: depth + 1) }
      } else if Self.isFontName(name) {
        files.append(path)
      }
    }
    return true
  }

  private static func isFontName(_ name: String) -> Bool {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return endings.contains(name[name.utf8.index(after: dot)...].lowercased())
  }

  /// FNV-1a over the file's path, size and date.
  private mutating func mixIn(_ file: String) throws(FontError) {
    var status = stat()
    guard stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(file, R_OK) == 0
    else { throw FontError(path: file, reason: .unreadable) }
    let facts = [
      Int(status.st_size), Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec),
    ]
    for byte in file.utf8 { mixIn(byte) }
    for fact in facts {
      withUnsafeBytes(of: fact.littleEndian) { for byte in $0 { mixIn(byte) } }
    }
  }

  private mutating func mixIn(_ byte: UInt8) {
    fingerprint = (fingerprint ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
