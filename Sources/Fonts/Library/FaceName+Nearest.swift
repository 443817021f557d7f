internal import Typesetting

extension FaceName {
  /// At most three: families spelled alike first, then slope, then weight.
  func nearest(among faces: [FaceName]) -> [FaceName] {
    let ranked = faces.map { face in
      (
        face: face,
        rank: (
          Self.distance(face.family, family), face.isItalic == isItalic ? 0 : 1,
          abs(face.weight - weight)
        )
      )
    }
    return ranked.sorted { $0.rank < $1.rank }.prefix(3).map(\.face)
  }

  /// How many letters to add, drop or change to make one name of the other (Levenshtein), case
  /// aside.
  private static func distance(_ one: String, _ other: String) -> Int {
    let (one, other) = (Array(one.lowercased().utf8), Array(other.lowercased().utf8))
    var row = Array(0...other.count)
    for (i, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, wanted) in other.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(diagonal + (letter == wanted ? 0 : 1), above + 1, row[j] + 1)
        diagonal = above
      }
    }
    return row[other.count]
  }
}
