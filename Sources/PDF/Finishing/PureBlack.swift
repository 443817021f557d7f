internal import Typesetting

/// The pages on which something is nearly black and not quite: a dark grey, which a printer makes of dots
/// and which frays letters and thin lines, or a black with a colour in it, which costs colour ink and shows
/// every slip of the register.
///
/// - Parameter finished: The bytes of the reading PDF.
/// - Returns: numbers from 1, rising.
package func pagesWithImpureBlack(in finished: [UInt8]) throws(DrawingError) -> [Int] {
  try finished.withUnsafeBufferPointer { bytes throws(DrawingError) in
    let file = try Objects(of: bytes)
    var known: [Int: Bool] = [:]
    var pages: [Int] = []
    for index in 0..<file.pageCount {
      let page = file.page(index)
      let contents = try file.contents(of: page)
      var isImpure = contents.hasImpureBlack
      if !isImpure { isImpure = try file.hasImpureForm(page, depth: 0, &known) }
      if isImpure { pages.append(index + 1) }
    }
    return pages
  }
}

extension Objects {
  /// Of the drawings that a page or a drawing shows; photographs are as they are.
  fileprivate func hasImpureForm(
    _ owner: Object, depth: Int, _ known: inout [Int: Bool]
  ) throws(DrawingError) -> Bool {
    // Drawings within drawings end somewhere, but for those that a hand has tied in a ring.
    guard depth < 20, let resources = value("/Resources", of: owner),
      let forms = value("/XObject", of: resources)
    else { return false }
    for key in keys(of: forms) {
      guard let form = value(key, of: forms), isStream(form) else { continue }
      let dictionary = dictionary(of: form)
      guard isName(value("/Subtype", of: dictionary), "/Form") else { continue }
      let number = number(of: form)
      if let number, let isImpure = known[number] {
        if isImpure { return true }
        continue
      }
      if let number { known[number] = false }
      let contents = try bytes(of: form, decoded: true)
      var isImpure = contents.hasImpureBlack
      if !isImpure { isImpure = try hasImpureForm(dictionary, depth: depth + 1, &known) }
      if let number { known[number] = isImpure }
      if isImpure { return true }
    }
    return false
  }
}

extension [UInt8] {
  fileprivate var hasImpureBlack: Bool {
    withUnsafeBufferPointer { bytes in
      var scanner = ContentScanner(bytes)
      while let found = scanner.next() {
        switch scanner.name(of: found) {
        case "g", "G", "rg", "RG":
          let parts = scanner.numbers(of: found)
          if let most = parts.max(), most > 0, most <= nearlyBlack { return true }
        default: break
        }
      }
      return false
    }
  }
}

/// To the eye, what is darker is black.
private let nearlyBlack = 0.25
