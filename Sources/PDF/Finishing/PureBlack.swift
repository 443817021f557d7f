internal import Typesetting

/// The pages on which what should be black ink alone is not, by number, rising.
package struct ImpureBlacks: Hashable, Sendable {
  /// Where something is nearly black and not quite: a dark grey, which a printer makes of dots and which
  /// frays letters and thin lines, or a black with a colour in it, which costs colour ink and shows every
  /// slip of the register.
  package var nearlyBlack: [Int] = []
  /// Where letters as small as a book's text are in a grey or a colour: of dots too, and harder to read
  /// with each copy of a copy.
  package var smallLetters: [Int] = []

  /// - Parameter finished: The bytes of the reading PDF.
  package init(in finished: [UInt8]) throws(DrawingError) {
    self = try finished.withUnsafeBufferPointer { bytes throws(DrawingError) in
      let file = try Objects(of: bytes)
      var found = ImpureBlacks()
      var known: [Int: Blacks] = [:]
      for index in 0..<file.pageCount {
        let page = file.page(index)
        let blacks = try file.contents(of: page).blacks
          .union(file.blacks(inFormsOf: page, depth: 0, &known))
        if blacks.contains(.nearlyBlack) { found.nearlyBlack.append(index + 1) }
        if blacks.contains(.smallLetters) { found.smallLetters.append(index + 1) }
      }
      return found
    }
  }

  private init() {}
}

/// What contents have.
private struct Blacks: OptionSet {
  let rawValue: Int
  static let nearlyBlack = Blacks(rawValue: 1)
  static let smallLetters = Blacks(rawValue: 2)
}

extension Objects {
  /// In the drawings that a page or a drawing shows; photographs are as they are.
  fileprivate func blacks(
    inFormsOf owner: Object, depth: Int, _ known: inout [Int: Blacks]
  ) throws(DrawingError) -> Blacks {
    // Drawings within drawings end somewhere, but for those that a hand has tied in a ring.
    guard depth < 20, let resources = value("/Resources", of: owner),
      let forms = value("/XObject", of: resources)
    else { return [] }
    var blacks: Blacks = []
    for key in keys(of: forms) {
      guard let form = value(key, of: forms), isStream(form) else { continue }
      let dictionary = dictionary(of: form)
      guard isName(value("/Subtype", of: dictionary), "/Form") else { continue }
      let number = number(of: form)
      if let number, let found = known[number] {
        blacks.formUnion(found)
        continue
      }
      if let number { known[number] = [] }
      let found = try bytes(of: form, decoded: true).blacks
        .union(self.blacks(inFormsOf: dictionary, depth: depth + 1, &known))
      if let number { known[number] = found }
      blacks.formUnion(found)
    }
    return blacks
  }
}

extension [UInt8] {
  fileprivate var blacks: Blacks {
    withUnsafeBufferPointer { bytes in
      var blacks: Blacks = []
      var scanner = ContentScanner(bytes)
      var state = (isOfDots: false, size: 0.0)
      var saved: [(isOfDots: Bool, size: Double)] = []
      while let found = scanner.next() {
        let name = scanner.name(of: found)
        switch name {
        case "q": saved.append(state)
        case "Q": state = saved.popLast() ?? (false, 0)
        case "g", "G", "rg", "RG":
          let parts = scanner.numbers(of: found)
          guard let most = parts.max(), let least = parts.min() else { continue }
          if most > 0, most <= nearlyBlack { blacks.insert(.nearlyBlack) }
          // Neither black nor left white.
          if name == "g" || name == "rg" { state.isOfDots = most > 0 && least < 1 }
        case "Tf": state.size = scanner.numbers(of: found).last ?? 0
        case "Tj", "TJ":
          if state.isOfDots, state.size < smallLetters { blacks.insert(.smallLetters) }
        default: break
        }
      }
      return blacks
    }
  }
}

/// To the eye, what is darker is black.
private let nearlyBlack = 0.25
/// In points: what is larger are headings, whose strokes are wide enough for dots.
private let smallLetters = 14.0
