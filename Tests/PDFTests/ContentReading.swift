import Foundation

/// What draws a page, read for what it says and for the marks around it, by no code of ours.
struct ContentReading {
  /// Where something is drawn.
  enum Place: Hashable {
    case content(Int)
    case artifact
    case unmarked
  }

  /// What the letters say, by place.
  private(set) var words: [Place: String] = [:]
  /// How often something is drawn, by place.
  private(set) var drawings: [Place: Int] = [:]
  /// Decoration inside what is read, or the reverse.
  private(set) var mixedMarks = 0
  /// The numbers of marked contents in the order in which they begin.
  private(set) var contents: [Int] = []
  /// The types of artifacts, such as "Pagination", and their subtypes.
  private(set) var artifacts: Set<String> = []
  /// The operators that set inks, with their operands.
  private(set) var inks: [String] = []
  private(set) var pictures: [(name: String, place: Place)] = []

  private struct Mark {
    var place: Place?
    var actualText: String?
  }

  private var marks: [Mark] = []
  private var letters: (([UInt8]) -> String)?

  /// - Parameter fonts: what each font's codes say, by the font's name among the resources.
  init(_ bytes: [UInt8], fonts: [String: ([UInt8]) -> String]) {
    var lexer = Lexer(bytes)
    var operands: [Token] = []
    while let token = lexer.next() {
      guard case .word(let word) = token else {
        operands.append(token)
        continue
      }
      perform(word, operands, fonts)
      operands = []
    }
  }

  private var place: Place { marks.reversed().lazy.compactMap(\.place).first ?? .unmarked }

  private mutating func perform(
    _ word: String, _ operands: [Token], _ fonts: [String: ([UInt8]) -> String]
  ) {
    switch word {
    case "BMC", "BDC": open(operands)
    case "EMC":
      guard let mark = marks.popLast(), let text = mark.actualText else { return }
      words[place, default: ""] += text
    case "Tf":
      if case .name(let name)? = operands.first { letters = fonts[name] }
    case "Tj", "TJ", "'", "\"":
      drawings[place, default: 0] += 1
      guard !marks.contains(where: { $0.actualText != nil }) else { return }
      for string in operands.flatMap(\.strings) {
        words[place, default: ""] += letters?(string) ?? "?"
      }
    case "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "BI":
      drawings[place, default: 0] += 1
    case "Do":
      drawings[place, default: 0] += 1
      if case .name(let name)? = operands.first { pictures.append((name, place)) }
    case "rg", "RG", "g", "G", "k", "K", "sc", "SC", "scn", "SCN", "cs", "CS":
      inks.append((operands.map(\.written) + [word]).joined(separator: " "))
    default: break
    }
  }

  private mutating func open(_ operands: [Token]) {
    guard case .name(let tag)? = operands.first else { return }
    var mark = Mark()
    var entries: [String: Token] = [:]
    if operands.count > 1, case .dictionary(let found) = operands[1] { entries = found }
    if case .number(let number)? = entries["MCID"] {
      mark.place = .content(Int(number))
      contents.append(Int(number))
    }
    if tag == "Artifact" {
      mark.place = .artifact
      for key in ["Type", "Subtype"] {
        if case .name(let name)? = entries[key] { artifacts.insert(name) }
      }
    }
    if mark.place != nil, place != .unmarked { mixedMarks += 1 }
    if case .string(let bytes)? = entries["ActualText"] {
      mark.actualText = String(bytes: bytes.dropFirst(2), encoding: .utf16BigEndian)
    }
    marks.append(mark)
  }

  indirect enum Token {
    case number(Double)
    case name(String)
    case string([UInt8])
    case array([Token])
    case dictionary([String: Token])
    case word(String)

    var strings: [[UInt8]] {
      switch self {
      case .string(let bytes): [bytes]
      case .array(let items): items.flatMap(\.strings)
      default: []
      }
    }

    var written: String {
      switch self {
      case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
      case .name(let name): "/\(name)"
      default: "?"
      }
    }
  }

  private struct Lexer {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Token? {
      while place < bytes.count, bytes[place] <= 32 { place += 1 }
      guard place < bytes.count else { return nil }
      switch bytes[place] {
      case UInt8(ascii: "("): return literal()
      case UInt8(ascii: "<"):
        place += 1
        guard bytes[place] == UInt8(ascii: "<") else { return hexadecimal() }
        place += 1
        var entries: [String: Token] = [:]
        while case .name(let key)? = next(), let value = next() { entries[key] = value }
        return .dictionary(entries)
      case UInt8(ascii: "["):
        place += 1
        var items: [Token] = []
        while let item = next() {
          if case .word("]") = item { break }
          items.append(item)
        }
        return .array(items)
      case UInt8(ascii: "/"):
        place += 1
        return .name(regular())
      case UInt8(ascii: "]"), UInt8(ascii: ">"):
        place += bytes[place] == UInt8(ascii: ">") ? 2 : 1
        return .word("]")
      default:
        let word = regular()
        return Double(word).map(Token.number) ?? .word(word)
      }
    }

    private mutating func regular() -> String {
      let start = place
      while place < bytes.count, bytes[place] > 32, !"()<>[]/".utf8.contains(bytes[place]) {
        place += 1
      }
      return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    private mutating func hexadecimal() -> Token {
      var digits: [UInt8] = []
      while bytes[place] != UInt8(ascii: ">") {
        if let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue {
          digits.append(UInt8(digit))
        }
        place += 1
      }
      place += 1
      if digits.count % 2 == 1 { digits.append(0) }
      return .string(
        stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
    }

    private mutating func literal() -> Token {
      var string: [UInt8] = []
      var depth = 1
      place += 1
      while depth > 0 {
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "("): depth += 1
        case UInt8(ascii: ")"): depth -= 1
        case UInt8(ascii: "\\"):
          string.append(escaped())
          continue
        default: break
        }
        if depth > 0 { string.append(byte) }
      }
      return .string(string)
    }

    private mutating func escaped() -> UInt8 {
      let digits = bytes[place...].prefix(3).prefix { (48...55).contains($0) }
      guard digits.isEmpty else {
        place += digits.count
        return UInt8(truncatingIfNeeded: digits.reduce(0) { $0 * 8 + Int($1 - 48) })
      }
      let byte = bytes[place]
      place += 1
      let controls: [UInt8: UInt8] = [
        UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9,
      ]
      return controls[byte] ?? byte
    }
  }
}

/// What a font's codes say, as its ToUnicode table has it (ISO 32000-1, 9.10.3).
struct LetterTable {
  private var letters: [Int: String] = [:]
  private let codeLength: Int

  init(_ table: String, codeLength: Int) {
    self.codeLength = codeLength
    var isRange = false
    for line in table.split(separator: "\n") {
      if line.contains("begin") { isRange = line.contains("range") }
      let parts = line.split(separator: "<").compactMap { $0.split(separator: ">").first }
      let codes = parts.map { Int($0, radix: 16) }
      if parts.count == 2, !isRange, let code = codes[0] { letters[code] = Self.text(parts[1]) }
      if parts.count == 3, isRange, let first = codes[0], let last = codes[1], first <= last,
        let start = codes[2]
      {
        for code in first...last {
          letters[code] = Unicode.Scalar(UInt32(start + code - first)).map { String($0) }
        }
      }
    }
  }

  func text(_ string: [UInt8]) -> String {
    stride(from: 0, to: string.count, by: codeLength).map { start in
      let code = string[start..<min(start + codeLength, string.count)].reduce(0) {
        $0 << 8 | Int($1)
      }
      return letters[code] ?? "\u{FFFD}"
    }.joined()
  }

  private static func text(_ digits: Substring) -> String {
    let units = stride(from: 0, to: digits.count, by: 4).compactMap { offset in
      UInt16(digits.dropFirst(offset).prefix(4), radix: 16)
    }
    return String(decoding: units, as: UTF16.self)
  }
}
