import Foundation
import Imposition
import PDF
import TestSupport
import Testing

/// What other people's programs see in a file.
final class Inspection {
  static let toolsArePresent = ToolRun.finds(
    "pdftotext", "pdfinfo", "pdffonts", "pdfimages", "pdftoppm", "qpdf")

  let bytes: [UInt8]
  private let path: String

  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    let folder = FileManager.default.temporaryDirectory
    path = folder.appendingPathComponent("livret-\(UUID().uuidString).pdf").path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Runs a tool with `@` standing for the file.
  func run(_ tool: String, _ arguments: String...) throws -> ToolRun { try run(tool, arguments) }

  func run(_ tool: String, _ arguments: [String]) throws -> ToolRun {
    try ToolRun(tool, arguments.map { $0 == "@" ? path : $0 })
  }

  var text: String { get throws { try run("pdftotext", "-layout", "@", "-").output } }
  /// The tree of elements with their words; without the numbers of links' objects.
  var structure: String {
    get throws {
      try run("pdfinfo", "-struct-text", "@").output.split(separator: "\n")
        .filter { !$0.contains("Object ") }.map { $0 + "\n" }.joined()
    }
  }
  var raster: Raster { get throws { try raster(page: 1) } }

  func raster(page: Int) throws -> Raster {
    let ppm = try run("pdftoppm", "-r", "72", "-f", "\(page)", "-l", "\(page)", "@").bytes
    return try #require(Raster(ppm))
  }

  /// Where each word lies on each page, in points from the top left corner.
  var words: [[String: Box]] {
    get throws {
      let pages = try run("pdftotext", "-bbox", "@", "-").output.components(separatedBy: "<page ")
      return pages.dropFirst().map { page in
        var words: [String: Box] = [:]
        for line in page.components(separatedBy: "<word ").dropFirst() {
          let parts = line.split(separator: "\"")
          let word = line.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
          let sides = [1, 3, 5, 7].compactMap { Double(parts[$0]) }
          words[String(word)] = Box(
            left: sides[0], top: sides[1], right: sides[2], bottom: sides[3])
        }
        return words
      }
    }
  }

  struct Box {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
  }

  /// Every object, with streams' dictionaries, as text.
  var objects: String {
    get throws { try run("qpdf", "--qdf", "--object-streams=disable", "@", "-").output }
  }
  /// Empty where qpdf finds nothing to say against the file.
  var complaints: String {
    get throws {
      let result = try run("qpdf", "--check", "@")
      return result.status == 0 ? "" : result.output + result.errors
    }
  }
}

/// A page as a screen shows it, one pixel a point.
struct Raster {
  struct Colour: Equatable {
    var red: UInt8
    var green: UInt8
    var blue: UInt8

    static let white = Colour(red: 255, green: 255, blue: 255)
  }

  let width: Int
  let height: Int
  private let pixels: [UInt8]

  /// From a binary PPM.
  init?(_ bytes: [UInt8]) {
    let header = bytes.prefix(64).split(whereSeparator: { $0 == 10 || $0 == 32 }).prefix(4)
    let words = header.map { String(decoding: $0, as: UTF8.self) }
    guard words.count == 4, words[0] == "P6", let width = Int(words[1]), let height = Int(words[2]),
      let end = header.last?.endIndex, bytes.count == end + 1 + width * height * 3
    else { return nil }
    (self.width, self.height) = (width, height)
    pixels = Array(bytes[(end + 1)...])
  }

  subscript(x: Int, y: Int) -> Colour {
    let start = (y * width + x) * 3
    return Colour(red: pixels[start], green: pixels[start + 1], blue: pixels[start + 2])
  }
}

/// All sides of signatures' sheets in one run.
func sheetsPDF(
  of signatures: [Signature], flippedOn edge: PrintWishes.Sides, finished: [UInt8]
) throws -> [UInt8] {
  try sheetsPDF(
    of: signatures.flatMap(\.sheets).flatMap { [$0.outer, $0.inner] }, asking: PrintWishes(edge),
    finished: finished)
}
