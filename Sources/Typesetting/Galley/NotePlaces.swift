/// Where the notes of a book stand that are numbered by the page: known once there are pages, and
/// fed back to those who set calls and labels, as the pages of cross-references are.
struct NotePlaces: Hashable {
  /// By the name of the note: "note-3-1".
  private var numbers: [String: Int] = [:]
  /// The folios of notes and of their calls, by their names.
  private var folios: [String: String] = [:]

  /// Until pages are known every note is the only one of its page.
  func number(ofNote name: String) -> Int { numbers[name] ?? 1 }

  /// The page of a note, where one of its calls stands on another.
  func folio(ofNote name: String, calledAt call: String) -> String? {
    guard let folio = folios[name], let there = folios[call], there != folio else { return nil }
    return folio
  }

  /// - Parameter notes: the numbers within their chapter of those that begin on one page.
  mutating func add(_ notes: [Int: String], onPage folio: String) {
    // The order of the calls: a note that another note calls comes after those of the text.
    for (index, note) in notes.sorted(by: { $0.key < $1.key }).enumerated() {
      numbers[note.value] = index + 1
      folios[note.value] = folio
    }
  }

  mutating func addCall(_ name: String, onPage folio: String) {
    folios[name] = folio
  }
}
