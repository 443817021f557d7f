import Diagnostics
import Foundation

@testable import Workshop

/// A book folder of its own for one test, gone afterwards.
final class TemporaryBook {
  let path: String

  static let sheet = """
    slug: essai
    source: fr
    date: 2026-06-01
    languages:
      fr:
        title: Essai
    type:
      text: Alegreya
      headings: Source Sans Pro
      mono: Source Code Pro
      text-weight: 500
      mono-weight: 500

    """

  /// A small book that has nothing wrong, its fonts those of this repository.
  init(_ files: [String: String] = ["content/fr/01-un.md": "# Un\n\nBonjour.\n"]) throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("livret-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: path + "/content/fr", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: path + "/fonts", withDestinationPath: Self.repository + "/fonts")
    try write(Self.sheet, to: "content/livret.yml")
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func link(_ name: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: destination)
  }

  func text(_ name: String) -> String? {
    try? String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder)) ?? []).sorted()
  }

  func build(_ change: (inout BuildOrder) -> Void = { _ in }) throws -> BuildReport {
    var order = BuildOrder(folder: path)
    change(&order)
    return try Workshop.build(order)
  }

  /// What a build finds, one to a line: `fr/01-un.md:3:1 file-missing`, paths below `content/`.
  func findings() throws -> [String] {
    try build().diagnostics.map { shown($0) }
  }

  /// Why a build could not run, in the same form.
  func fault(_ change: (inout BuildOrder) -> Void = { _ in }) -> String? {
    do {
      _ = try build(change)
      return nil
    } catch {
      return (error as? WorkshopError).map { shown($0.diagnostic) }
    }
  }

  private func shown(_ diagnostic: Diagnostic) -> String {
    var file = diagnostic.file
    for prefix in [path + "/content/", path + "/"] where file.hasPrefix(prefix) {
      file.removeFirst(prefix.count)
    }
    let place = diagnostic.range.map { ":\($0.lowerBound.line):\($0.lowerBound.column)" } ?? ""
    return "\(file)\(place) \(diagnostic.code)"
  }
}
