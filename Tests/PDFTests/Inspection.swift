import Foundation

/// What other people's programs see in a file.
final class Inspection {
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  static let toolsArePresent = [
    "pdftotext", "pdfinfo", "pdffonts", "pdfimages", "pdftoppm", "qpdf",
  ]
  .allSatisfy { FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)") }

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
  func run(_ tool: String, _ arguments: String...) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/\(tool)")
    process.arguments = arguments.map { $0 == "@" ? path : $0 }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
      errors: String(decoding: complained, as: UTF8.self))
  }

  var text: String { get throws { try run("pdftotext", "-layout", "@", "-").output } }
  /// The tree of elements with their words; without the numbers of links' objects.
  var structure: String {
    get throws {
      try run("pdfinfo", "-struct-text", "@").output.split(separator: "\n")
        .filter { !$0.contains("Object ") }.map { $0 + "\n" }.joined()
    }
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
