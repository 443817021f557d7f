package import Diagnostics

/// A finding that was mended in its file.
package struct Mend: Hashable, Sendable {
  package var diagnostic: Diagnostic
  /// What stood in the finding's place, and what stands there now.
  package var before: String
  package var after: String

  /// One is enough for nearly every book; more than these would be a fault of ours.
  static let mostRounds = 10
}

extension BookFolder {
  /// Makes the edits of all fixes that touch different letters, in all files or in none, and says
  /// which. Every other byte stays as it was.
  func mend(_ diagnostics: [Diagnostic]) throws(WorkshopError) -> [Mend] {
    var mends: [Mend] = []
    var products: [Product] = []
    for (file, findings) in diagnostics.mendable.sorted(by: { $0.key < $1.key }) {
      let bytes: [UInt8]
      do {
        bytes = try self.bytes(shown: file)
      } catch {
        throw WorkshopError(error.diagnostic(of: file))
      }
      let mended = bytes.mended(by: findings.flatMap(\.fix))
      guard mended != bytes else { continue }
      products.append(Product(path: file, bytes: mended))
      mends += findings.map { Mend($0, in: bytes) }
    }
    try write(products)
    return mends
  }

  /// A file of the book by the path that messages show.
  func bytes(shown path: String) throws(FileFault) -> [UInt8] {
    let prefix = shown("")
    guard path.hasPrefix(prefix) else { throw .outside }
    return try bytes(of: String(path.dropFirst(prefix.count)), limit: mostChapterBytes)
  }
}

extension Mend {
  fileprivate init(_ diagnostic: Diagnostic, in bytes: [UInt8]) {
    self.diagnostic = diagnostic
    let ranges = diagnostic.fix.map(\.range) + (diagnostic.range.map { [$0] } ?? [])
    let start = ranges.map(\.lowerBound).min() ?? .start
    let end = ranges.map(\.upperBound).max() ?? .start
    before = bytes.piece(start..<end)
    after = bytes.piece(start..<end, mendedBy: diagnostic.fix)
  }
}
