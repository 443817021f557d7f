/// The file behind a face: a table of them is indexed by `FaceID.index`.
package struct FontFile: Hashable, Sendable {
  package var path: String
  /// Which face of the file; 0 except in collections.
  package var index: Int

  package init(path: String, index: Int = 0) {
    self.path = path
    self.index = index
  }
}
