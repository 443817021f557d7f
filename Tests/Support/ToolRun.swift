internal import Foundation

/// What came of a program that was run as people run it.
package struct ToolRun {
  package var status: Int32
  package var bytes: [UInt8]
  package var errors: String

  package var output: String { String(decoding: bytes, as: UTF8.self) }

  /// Waits until it has ended. What it says as errors must fit a pipe's buffer, for it is read last.
  ///
  /// - Parameters:
  ///   - program: a tool of the system by its name, or a path.
  ///   - environment: nil for that of the tests.
  package init(
    _ program: String, _ arguments: [String], environment: [String: String]? = nil,
    in folder: String? = nil
  ) throws {
    let process = Process()
    process.executableURL = URL(
      fileURLWithPath: program.contains("/") ? program : "/usr/bin/\(program)")
    process.arguments = arguments
    if let environment { process.environment = environment }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
    self.errors = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }

  /// Whether the system has all of these, so that a test may be skipped visibly.
  package static func finds(_ tools: String...) -> Bool {
    tools.allSatisfy { FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)") }
  }
}
