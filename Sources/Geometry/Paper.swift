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

  package static let a7 = Paper("A7", 74, 105)
  /// 8.5 by 11 inches.
  package static let letter = Paper("Letter", 215.9, 279.4)
  /// 8.5 by 14 inches.
  package static let legal = Paper("Legal", 215.9, 355.6)
  /// 11 by 17 inches.
  package static let tabloid = Paper("Tabloid", 279.4, 431.8)

  package static let known = [a3, a4, a5, a6, a7, letter, legal, tabloid]

  /// The paper of that name, whatever the case; nil where none is known.
  package init?(named name: String) {
    guard let paper = Self.known.first(where: { $0.name.lowercased() == name.lowercased() }) else {
      return nil
    }
    self = paper
  }
}
