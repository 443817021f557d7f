/// Paper by its trade name, upright; ISO 216 sizes in whole millimetres.
package struct Paper: Hashable, Sendable {
  package var name: String
  package var size: Size

  package init(name: String, size: Size) {
    self.name = name
    self.size = size
  }

  private init(_ name: String, _ widthMillimetres: Double, _ heightMillimetres: Double) {
    self.init(
      name: name,
      size: Size(width: .millimetres(widthMillimetres), height: .millimetres(heightMillimetres)))
  }

  package static let a3 = Paper("A3", 297, 420)
  package static let a4 = Paper("A4", 210, 297)
  package static let a5 = Paper("A5", 148, 210)
  package static let a6 = Paper("A6", 105, 148)

  package static let known = [a3, a4, a5, a6]

  /// The paper of that name, whatever the case; nil where none is known.
  package init?(named name: String) {
    guard let paper = Self.known.first(where: { $0.name.lowercased() == name.lowercased() }) else {
      return nil
    }
    self = paper
  }
}
