package import Geometry

/// The paper of a book's body: what it weighs and how thick it is.
package struct PaperStock: Hashable, Sendable {
  /// Grams a square metre.
  package var weight: Double
  package var thickness: Length

  /// - Parameter thickness: nil where it has not been measured: copy paper is about 1.25 µm thick for
  ///   each gram, 0.1 mm at 80 g.
  package init(weight: Double = 80, thickness: Length? = nil) {
    self.weight = weight
    self.thickness = thickness ?? .millimetres(weight * 0.001_25)
  }
}
