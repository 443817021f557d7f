/// What a cross-reference prints: the title of its target and the page where it stands.
struct CrossReferences {
  struct Target: Hashable {
    var title: String
    /// As printed; nil until pages are known.
    var folio: String?
  }

  /// By id.
  var targets: [String: Target] = [:]

  /// Two digits, as most booklets have, until the pages are known.
  static let unknownFolio = "00"

  func folio(of id: String) -> String { targets[id]?.folio ?? Self.unknownFolio }
}
