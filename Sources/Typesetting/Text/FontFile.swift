/// The file behind a face, which a back-end opens to draw its glyphs.
package struct FontFile: Hashable, Sendable {
  package var path: String
  /// Which face of a collection; 0 elsewhere.
  package var index: Int

  package init(path: String, index: Int = 0) {
    self.path = path
    self.index = index
  }
}
