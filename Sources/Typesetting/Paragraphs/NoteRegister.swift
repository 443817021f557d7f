internal import Diagnostics
internal import Markdown

/// Numbers the notes of one chapter in the order of their first call: the author's footnotes and
/// the addresses of links, in one series.
struct NoteRegister {
  enum Content {
    case footnote(NoteDefinition)
    /// A link's address, set so that it can be typed from paper.
    case address(String, range: SourceRange)
  }

  /// What has a number already.
  private enum Key: Hashable {
    case footnote(label: String)
    case address(String)
  }

  private var numbers: [Key: Int] = [:]
  /// By number, from 1.
  private var calls: [Int] = []
  private(set) var contents: [Content] = []
  private let definitions: [String: NoteDefinition]

  init(definitions: [NoteDefinition]) {
    self.definitions = Dictionary(
      definitions.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of a footnote, and which of its calls this is, from 1; nil where it has no
  /// definition (which the parser has reported).
  mutating func number(forNote label: String) -> (number: Int, call: Int)? {
    guard let definition = definitions[label] else { return nil }
    return number(for: .footnote(label: label), content: .footnote(definition))
  }

  /// The number of the note for an address: once per chapter and address.
  mutating func number(forAddress uri: String, range: SourceRange) -> (number: Int, call: Int) {
    number(for: .address(uri), content: .address(uri, range: range))
  }

  private mutating func number(
    for key: Key, content: Content
  ) -> (number: Int, call: Int) {
    if let number = numbers[key] {
      calls[number - 1] += 1
      return (number, calls[number - 1])
    }
    contents.append(content)
    calls.append(1)
    numbers[key] = contents.count
    return (contents.count, 1)
  }
}
