internal import Typesetting

/// What Cairo drew on a page, finished: every stretch inside the marks of what it belongs to, in
/// its own ink, and greys as greys.
struct PageContents {
  private let page: TaggedPage
  private let pictures: [TaggedPage.Owner]
  private var output: [UInt8] = []
  /// By number, whether its contents are in the output.
  private var written: [Bool]
  private var marked: TaggedPage.Owner?

  /// Nil where the drawing does not show the pictures that were drawn: guessing would put one
  /// picture's description on another.
  static func finished(_ drawing: UnsafeBufferPointer<UInt8>, of page: TaggedPage) -> [UInt8]? {
    var contents = PageContents(page)
    guard contents.rewrite(drawing) else { return nil }
    return contents.output
  }

  private init(_ page: TaggedPage) {
    self.page = page
    pictures = page.stretches.filter { $0.ink == nil }.map(\.owner)
    written = Array(repeating: false, count: page.contents.count)
  }

  private mutating func rewrite(_ drawing: UnsafeBufferPointer<UInt8>) -> Bool {
    output.reserveCapacity(drawing.count + 32 * page.stretches.count)
    var scanner = ContentScanner(drawing)
    var copied = 0
    // The inks of a saved state come back with it.
    var state = State()
    var saved: [State] = []
    var path: Int?
    var pictureCount = 0

    func copy(upTo place: Int, in contents: inout PageContents) {
      contents.output.append(contentsOf: drawing[copied..<place])
      copied = place
    }
    while let found = scanner.next() {
      switch scanner.kind(of: found) {
      case .save: saved.append(state)
      case .restore: state = saved.popLast() ?? state
      case .ink(let isOfLines):
        guard let written = scanner.ink(of: found) else { continue }
        state.stretch = written.number
        copy(upTo: found.start, in: &self)
        copied = found.name.upperBound
        let ink = page.stretch(written.number)?.ink ?? written
        if state.isNew(ink, ofLines: isOfLines) {
          output += ink.operators(ofLines: isOfLines).utf8
        }
      case .path:
        // Marks may stand before a path and never inside; one that only clips needs none.
        if path == nil { path = found.start }
      case .endOfPath: path = nil
      case .painting:
        copy(upTo: path ?? found.start, in: &self)
        mark(page.stretch(state.stretch)?.owner ?? .artifact(nil))
        path = nil
      case .picture:
        guard pictureCount < pictures.count else { return false }
        copy(upTo: found.start, in: &self)
        mark(pictures[pictureCount])
        pictureCount += 1
      case .other: break
      }
    }
    copy(upTo: drawing.count, in: &self)
    guard pictureCount == pictures.count else { return false }
    finish()
    return true
  }

  private struct State {
    /// The number of the stretch whose ink was set last.
    var stretch: Int?
    private var fill: Ink?
    private var line: Ink?

    /// Stretch after stretch is black, and need not say so.
    mutating func isNew(_ ink: Ink, ofLines: Bool) -> Bool {
      let last = ofLines ? line : fill
      if ofLines { line = ink } else { fill = ink }
      return last != ink
    }
  }

  private mutating func mark(_ owner: TaggedPage.Owner) {
    guard owner != marked else { return }
    if marked != nil { output += "EMC\n".utf8 }
    marked = owner
    switch owner {
    case .content(let number):
      written[number] = true
      let type = page.contents[number].type
      output += "/\(type) << /MCID \(number) >> BDC\n".utf8
    case .artifact(.runningHead):
      output += "/Artifact << /Type /Pagination /Subtype /Header >> BDC\n".utf8
    case .artifact(.folio):
      output += "/Artifact << /Type /Pagination /Subtype /Footer >> BDC\n".utf8
    case .artifact:
      output += "/Artifact BMC\n".utf8
    }
  }

  /// Contents of which Cairo drew nothing, such as letters beyond the page's edge, are there and
  /// empty.
  private mutating func finish() {
    for number in written.indices where !written[number] { mark(.content(number)) }
    if marked != nil { output += "\nEMC\n".utf8 }
  }
}

extension TaggedPage {
  /// Nil for a number that no stretch has, or none.
  fileprivate func stretch(_ number: Int?) -> Stretch? {
    number.flatMap { stretches.indices.contains($0) ? stretches[$0] : nil }
  }
}

/// The contents of a drawing that no page's marks number, such as an SVG's: greys as greys.
func contentsInGreys(_ drawing: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  var output: [UInt8] = []
  output.reserveCapacity(drawing.count)
  var scanner = ContentScanner(drawing)
  var copied = 0
  while let found = scanner.next() {
    guard case .ink(let isOfLines) = scanner.kind(of: found), let ink = scanner.ink(of: found),
      ink.isGrey
    else { continue }
    output.append(contentsOf: drawing[copied..<found.start])
    output += ink.operators(ofLines: isOfLines).utf8
    copied = found.name.upperBound
  }
  output.append(contentsOf: drawing[copied...])
  return output
}

extension Ink {
  fileprivate var isGrey: Bool { red == green && green == blue }

  /// Greys are grey and not three inks that make it: a press prints them with black alone.
  fileprivate func operators(ofLines: Bool) -> String {
    if isGrey { return "\(decimal(red)) \(ofLines ? "G" : "g")" }
    return "\(decimal(red)) \(decimal(green)) \(decimal(blue)) \(ofLines ? "RG" : "rg")"
  }
}
