import Foundation
import TestSupport
import Testing

/// livret impose as people run it.
@Suite struct ImposeCommands {
  private static let program = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("livret")

  private func run(
    _ arguments: [String], in folder: String, language: String = "C"
  ) throws -> (status: Int32, errors: String) {
    let run = try ToolRun(
      Self.program.path, ["impose"] + arguments,
      environment: ["PATH": "/usr/bin", "SWIFT_BACKTRACE": "enable=no", "LC_ALL": language],
      in: folder)
    return (run.status, run.errors)
  }

  /// A folder with `tract.pdf`, eight empty pages of that size in points.
  private func withTract(_ size: String, _ body: (String) throws -> Void) throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("livret-\(UUID().uuidString)")
    defer { try? files.removeItem(at: folder) }
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    let kids = (3...10).map { "\($0) 0 R" }.joined(separator: " ")
    var pdf = """
      %PDF-1.4
      1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
      2 0 obj << /Type /Pages /Count 8 /Kids [\(kids)] /MediaBox [0 0 \(size)] >> endobj

      """
    for number in 3...10 {
      pdf += "\(number) 0 obj << /Type /Page /Parent 2 0 R >> endobj\n"
    }
    pdf += "trailer << /Root 1 0 R /Size 11 >>\n"
    try pdf.write(
      to: folder.appendingPathComponent("tract.pdf"), atomically: true, encoding: .utf8)
    try body(folder.path)
  }

  @Test func theConsoleSaysWhatToPrintAndHow() throws {
    try withTract("400 560") { folder in
      let result = try run(["tract.pdf"], in: folder)
      #expect(result.status == 0)
      for words in [
        "8 pages", "2 sheets of A4", "tract-booklet-a4.pdf", "short edge", "100\u{A0}%",
      ] {
        #expect(result.errors.contains(words), "\(words)")
      }
      // It has no table of its objects.
      #expect(result.errors.contains("[pdf-mended]"))
      let french = try run(["tract.pdf", "--paper", "A3"], in: folder, language: "fr_FR.UTF-8")
      #expect(french.status == 0)
      for words in ["2 feuilles A3", "bord court", "Plier"] {
        #expect(french.errors.contains(words), "\(words)")
      }
    }
  }

  @Test func theConsoleSaysWhatAllCopiesTake() throws {
    try withTract("400 560") { folder in
      let result = try run(["tract.pdf", "--copies", "120", "--price", "0.02 €"], in: folder)
      for words in ["Copies: 120", "Sheets of A4: 240", "€4.80", "1.2\u{A0}kg"] {
        #expect(result.errors.contains(words), "\(words)")
      }
      #expect(try !run(["tract.pdf"], in: folder).errors.contains("Copies"))
      let french = try run(["tract.pdf", "--copies", "120"], in: folder, language: "fr")
      #expect(french.errors.contains("Exemplaires : 120"))
    }
  }

  @Test func pagesThatDoNotFitExitWith1AndScaledOnesAreSaid() throws {
    try withTract("595 842") { folder in
      let result = try run(["tract.pdf"], in: folder, language: "fr")
      #expect(result.status == 1)
      #expect(result.errors.contains("[page-too-large]"))
      #expect(result.errors.contains("la page 1 mesure 209.9 × 297 mm"))
      #expect(result.errors.contains("rien n’a été écrit"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["tract.pdf"])
      let scaled = try run(["tract.pdf", "--scale", "fit"], in: folder)
      #expect(scaled.status == 0)
      #expect(scaled.errors.contains("at 70.6\u{A0}%"))
    }
  }

  @Test func whatIsNoPDFExitsWith2AndAWrongLineWith64() throws {
    try withTract("400 560") { folder in
      let lines: [([String], Int32)] = [
        (["nothing.pdf"], 2), (["."], 2), (["tract.pdf", "-o", "tract.pdf"], 2),
        (["tract.pdf", "--paper", "A44"], 1),
        ([], 64), (["tract.pdf", "--unimpose", "--paper", "A4"], 64),
        (["tract.pdf", "--unimpose", "--dummy"], 64), (["tract.pdf", "--price", "0.02 €"], 64),
      ]
      for (arguments, status) in lines {
        let result = try run(arguments, in: folder)
        #expect(result.status == status, "\(arguments)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["tract.pdf"])
    }
  }
}
