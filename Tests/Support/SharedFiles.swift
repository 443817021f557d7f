package import Foundation

/// The folder of texts shared by all who work on Livret: beside the package, or where
/// `LIVRET_SHARED` says. It is not part of the package, so tests that read it may be skipped.
package enum SharedFiles {
  package static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["LIVRET_SHARED"] {
      return URL(fileURLWithPath: path)
    }
    var package = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { package.deleteLastPathComponent() }
    return package.deletingLastPathComponent().appendingPathComponent("shared")
  }()

  package static var exist: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("commonmark").path)
  }

  package static func data(_ path: String) -> Data? {
    try? Data(contentsOf: folder.appendingPathComponent(path))
  }

  /// The Markdown files below `real`, by path.
  package static var realTexts: [(path: String, text: String)] {
    let real = folder.appendingPathComponent("real")
    let paths = FileManager.default.enumerator(atPath: real.path)?.allObjects as? [String] ?? []
    return paths.filter { $0.hasSuffix(".md") }.sorted().compactMap { path in
      let data = try? Data(contentsOf: real.appendingPathComponent(path))
      return data.map { (path, String(decoding: $0, as: UTF8.self)) }
    }
  }
}
