import Foundation
import TestSupport
import Testing

/// The built program run as people run it.
@Suite struct Commands {
  /// The program stands beside the tests.
  private static let program = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("livret")
  private static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func run(
    _ arguments: String..., environment: [String: String] = [:]
  ) throws -> ToolRun {
    try run(arguments, environment: environment)
  }

  private func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> ToolRun {
    try ToolRun(
      Self.program.path, arguments,
      environment: ["PATH": "/usr/bin", "SWIFT_BACKTRACE": "enable=no"].merging(environment) { $1 })
  }

  /// A book with that chapter, for the time of `body`.
  private func withBook(_ chapter: String, _ body: (String) throws -> Void) throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("livret-\(UUID().uuidString)")
    defer { try? files.removeItem(at: folder) }
    try files.createDirectory(
      at: folder.appendingPathComponent("content/fr"), withIntermediateDirectories: true)
    try files.createSymbolicLink(
      at: folder.appendingPathComponent("fonts"),
      withDestinationURL: Self.repository.appendingPathComponent("fonts"))
    let sheet = """
      slug: essai
      source: fr
      languages: {fr: {title: Essai}}
      type: {text: Alegreya, headings: Source Sans Pro, mono: Source Code Pro, \
      text-weight: 500, mono-weight: 500}
      """
    try sheet.write(
      to: folder.appendingPathComponent("content/livret.yml"), atomically: true, encoding: .utf8)
    try chapter.write(
      to: folder.appendingPathComponent("content/fr/01-un.md"), atomically: true, encoding: .utf8)
    try body(folder.path)
  }

  @Test func aSoundBookExitsWith0AndSaysWhatWasMade() throws {
    try withBook("# Un\n\nBonjour.\n") { folder in
      let result = try run("build", folder)
      #expect(result.status == 0)
      #expect(result.output.isEmpty)
      #expect(result.errors.contains("\(folder)/output/fr/essai.pdf"))
      #expect(result.errors.contains("sheet"))
      #expect(!result.errors.contains("\u{1B}"))
    }
  }

  /// A language that the book holds back is no failure; an edition is made in the languages it says.
  @Test func languagesAndEditionsAreMadeAsTheirSheetsSay() throws {
    try withBook("# Un {#un}\n\nBonjour.\n") { folder in
      func write(_ text: String, to name: String) throws {
        let file = URL(fileURLWithPath: "\(folder)/content/\(name)")
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      let sheet = try String(contentsOfFile: "\(folder)/content/livret.yml", encoding: .utf8)
      func write(englishAt percent: Int) throws {
        try write(
          sheet.replacing(
            "{fr: {title: Essai}}",
            with: "{fr: {title: Essai}, en: {title: Trial, publish-at: \(percent)}}"),
          to: "livret.yml")
      }
      try write(englishAt: 50)
      try write("# One {#un}\n\nHello.\n", to: "en/01-un.md")
      try write("languages: {en: {title: Here}}\n", to: "editions/ici/edition.yml")
      func made() -> [String] {
        ["fr", "en", "ici/fr", "ici/en"].filter {
          FileManager.default.fileExists(atPath: "\(folder)/output/\($0)/essai.pdf")
        }
      }

      let all = try run("build", folder, "--only", "reading")
      #expect(all.status == 0)
      #expect(all.errors.contains("translation-unready"))
      #expect(made() == ["fr", "ici/fr"])
      #expect(try run("build", folder, "--only", "reading", "--lang", "en").status == 0)
      #expect(try run("build", folder, "--only", "reading", "--strict").status == 1)

      try write(englishAt: 0)
      try FileManager.default.removeItem(atPath: "\(folder)/output")
      let edition = try run("build", folder, "--only", "reading", "--edition", "ici")
      #expect(edition.status == 0)
      #expect(
        edition.errors.contains("2 passages wait: unconfirmed 2 (livret translate status en)"))
      #expect(made() == ["ici/fr", "ici/en"])
      let check = try run("check", folder, "--edition", "là")
      #expect(check.status == 1 && check.output.contains("edition-unknown"))
    }
  }

  @Test func findingsExitWith1InTheLanguageOfTheUser() throws {
    try withBook("# Un\n\n[](#rien)\n") { folder in
      let english = try run("build", folder)
      #expect(english.status == 1)
      #expect(
        english.errors.hasPrefix("\(folder)/content/fr/01-un.md:3:1: error: no place in the book"))
      let french = try run("build", folder, environment: ["LANG": "fr_FR.UTF-8"])
      #expect(french.errors.contains("aucun endroit du livre"))
      #expect(french.errors.contains("conseil\u{A0}:"))
      let again = try run("build", folder, environment: ["LC_ALL": "C", "LANG": "fr_FR.UTF-8"])
      #expect(again.errors == english.errors)
    }
  }

  @Test func wordsOfABookDoNotSteerTheTerminal() throws {
    try withBook("# Un\n\n[x](<#no\u{1B}te>)\n\n<a\u{1B}>\n\n{{ no\u{1B}te }} [^no\u{1B}te]\n") {
      folder in
      for command in [["build", folder], ["markdown", folder + "/content/fr/01-un.md"]] {
        let result = try run(command)
        #expect(result.errors.contains("no\u{FFFD}te"))
        #expect(!result.errors.contains("\u{1B}"))
      }
    }
  }

  @Test func warningsExitWith1OnlyWhenStrict() throws {
    try withBook("# Un\n\n[vide]()\n") { folder in
      let (loose, strict) = (try run("build", folder), try run("build", folder, "--strict"))
      #expect(loose.status == 0)
      #expect(strict.status == 1)
    }
  }

  @Test func whatCannotRunExitsWith2() throws {
    let result = try run("build", "/nowhere/at/all")
    #expect(result.status == 2)
    #expect(result.errors.contains("folder-missing"))
    #expect(try run("build", "/").status == 2)
    let check = try run("check", "/nowhere/at/all", "--format", "json")
    #expect(check.status == 2)
    #expect(check.output.isEmpty)
  }

  @Test(arguments: [
    ["build", "--only", "papier"], ["build", "--only", ""], ["build", "--only", "reading,"],
    ["build", "--colour"], ["bild"], ["build", "a", "b"], ["markdown"],
    ["markdown", "a.md", "--to", "pdf"],
    ["build", "--report", "xml"], ["build", "--report", "json", "--timings"],
    ["check", "--format", "xml"], ["check", "a", "b"],
    ["pages", "--ppi", "19"], ["pages", "--ppi", "601"], ["pages", "--ppi", "fine"],
    ["pages", "--pages", "0"], ["pages", "--pages", "7-6"], ["pages", "--pages", "1,"],
    ["pages", "--pages", "1-2-3"], ["pages", "--pages", "99999999999999999999"],
    ["pages", "--spreads", "--sheets"], ["pages", "--binding", "quarto"],
    ["pages", "--sheets", "--copies", "3"], ["build", "--only", "reading", "--paper", "A3"],
  ])
  func aWrongCommandLineExitsWith64(arguments: [String]) throws {
    let result = try run(arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
  }

  @Test func pagesAreMadeWhereTheUserSays() throws {
    try withBook("# Un\n\nBonjour.\n") { folder in
      let place = folder + "/vues"
      let result = try run("pages", folder, "--ppi", "20", "--pages", "1-2", "-o", place)
      #expect(result.status == 0)
      #expect(result.output.isEmpty)
      #expect(result.errors.hasPrefix("2 PNG\n  \(place)/page-01.png  "))
      let made = try FileManager.default.contentsOfDirectory(atPath: place)
      #expect(made.sorted() == ["page-01.png", "page-02.png"])
    }
  }

  @Test func pagesThatAreNotThereExitWith2AndSayWhatThereIs() throws {
    try withBook("# Un\n\nBonjour.\n") { folder in
      let result = try run(
        "pages", folder, "--pages", "2,90", environment: ["LANG": "fr_FR.UTF-8"])
      #expect(result.status == 2)
      #expect(result.errors.hasPrefix("--pages: error: le livre n’a pas de page 90 [page-absent]"))
      #expect(result.errors.contains("de 1, la couverture, à "))
    }
  }

  @Test func pagesOfABookWithErrorsExitWith1() throws {
    try withBook("# Un\n\n[](#rien)\n") { folder in
      let result = try run("pages", folder)
      #expect(result.status == 1)
      #expect(result.errors.contains("[link-to-nothing]"))
    }
  }

  @Test func whatIsExpectedOfPagesIsSaid() throws {
    #expect(try run("pages", "--pages", "x").errors.contains("such as 6-7"))
    #expect(try run("pages", "--pages", "7-6").errors.contains("6-7 may be meant"))
    #expect(try run("pages", "--ppi", "9").errors.contains("from 20 to 600"))
  }

  @Test func aCheckSaysOnStandardOutputWhatItFinds() throws {
    try withBook("# Un\n\nVers la la rue.\n") { folder in
      let human = try run("check", folder, environment: ["LANG": "fr_FR.UTF-8"])
      #expect(human.status == 1)
      #expect(
        human.output == """
          \(folder)/content/fr/01-un.md:3:6: warning: « la » est écrit deux fois de suite [word-twice]
               3 | Vers la la rue.
                 |      ^^^^^
            conseil\u{A0}: retirez l’un des deux

          """)
      #expect(
        human.errors == "0 erreur, 1 avertissement ; livret check --fix en corrige 1\n")
      let short = try run("check", folder, "--format", "short")
      #expect(short.output.hasSuffix(": warning: “la” stands here twice [word-twice]\n"))
      #expect(short.output.split(separator: "\n").count == 1)
    }
  }

  @Test func aCheckForProgramsIsJSONInAnyLanguage() throws {
    try withBook("# Un\n\nVers la la rue.\n") { folder in
      let english = try run("check", folder, "--format", "json")
      let french = try run(
        "check", folder, "--format", "json", environment: ["LANG": "fr_FR.UTF-8"])
      #expect(english.output == french.output)
      let json = try JSONSerialization.jsonObject(with: Data(english.output.utf8))
      let findings = (json as? [String: Any])?["findings"] as? [[String: Any]]
      #expect(findings?.first?["code"] as? String == "word-twice")
    }
  }

  @Test func aCheckMendsAndSaysSo() throws {
    try withBook("# Un\n\nVers la la rue.\n") { folder in
      let first = try run("check", folder, "--fix", environment: ["LANG": "fr_FR.UTF-8"])
      #expect(first.status == 0)
      #expect(first.output.isEmpty)
      #expect(
        first.errors == """
          \(folder)/content/fr/01-un.md:3:6: corrigé : « la la » → « la » [word-twice]
          rien à reprendre

          """)
      let text = try String(contentsOfFile: folder + "/content/fr/01-un.md", encoding: .utf8)
      #expect(text == "# Un\n\nVers la rue.\n")
      let second = try run("check", folder, "--fix")
      #expect(second.status == 0)
      #expect(second.errors == "nothing to mend\n")
    }
  }

  @Test func aChapterIsShownAsHTMLOrAsATree() throws {
    try withBook("# Un\n\nBonjour [^x].\n") { folder in
      let file = folder + "/content/fr/01-un.md"
      let html = try run("markdown", file)
      #expect(html.status == 1)
      #expect(html.output.hasPrefix("<h1>Un</h1>\n"))
      #expect(
        html.errors.hasPrefix("\(file):3:9: error: no footnote is called “x” [note-undefined]"))
      let tree = try run("markdown", file, "--to", "tree", environment: ["LANG": "fr_FR.UTF-8"])
      #expect(tree.output.hasPrefix("heading 1 1:1-1:5\n"))
      #expect(tree.errors.contains("aucune note ne s’appelle"))
    }
  }

  @Test func aTextThatCannotBeReadExitsWith2AndSaysWhatToDo() throws {
    try withBook("# Un\n\nété\n") { folder in
      let file = folder + "/content/fr/01-un.md"
      try Data([0xEF, 0xBB, 0xBF, 0x61, 0x0A, 0x62, 0xE9]).write(to: URL(fileURLWithPath: file))
      let cases = [
        (file, "\(file):2:2: error: à partir d’ici, ce n’est pas de l’UTF-8 [not-utf-8]"),
        (folder + "/rien.md", "\(folder)/rien.md: error: il n’y a pas de fichier"),
        (folder + "/content", "\(folder)/content: error: \(folder)/content est un dossier"),
      ]
      for (path, message) in cases {
        let result = try run("markdown", path, environment: ["LANG": "fr_FR.UTF-8"])
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.hasPrefix(message))
        #expect(result.errors.contains("\n  conseil\u{A0}: "))
      }
    }
  }

  @Test func theQualityOfABookIsData() throws {
    try withBook("# Un\n\nBonjour.\n") { folder in
      let french = try run(
        "build", folder, "--report", "text", environment: ["LANG": "fr_FR.UTF-8"])
      #expect(french.status == 0)
      #expect(french.output.hasPrefix("qualité de "))
      #expect(french.output.contains("\n  veuves                                0\n"))
      #expect(french.output.contains("\n  \(folder)/fonts/Alegreya/Alegreya-Medium.otf\n"))
      #expect(french.errors.contains("essai.pdf"))
      let json = try run("build", folder, "--report", "json").output
      let quality = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      #expect((quality?["counts"] as? [String: Int])?["widow"] == 0)
      #expect(
        quality?.keys.sorted()
          == ["booklets", "counts", "findings", "fonts", "hyphens", "lines", "pages", "version"])
    }
  }

  @Test func theQualityIsToldThoughErrorsStopTheBuild() throws {
    try withBook("# Un\n\nBonjour \u{4E00}.\n") { folder in
      let result = try run("build", folder, "--report", "text")
      #expect(result.status == 1)
      #expect(result.errors.contains("[character-missing]"))
      #expect(result.output.contains("01-un.md:3:1: page 4: missing glyph: “\u{4E00}”\n"))
    }
  }

  @Test func aLongBookForBenchesHasIdsOfItsOwn() throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("livret-\(UUID().uuidString)")
    defer { try? files.removeItem(at: folder) }
    let script = try Process.run(
      URL(fileURLWithPath: "/bin/sh"),
      arguments: [
        Self.repository.appendingPathComponent("scripts/long-book").path, "2",
        Self.repository.path, folder.path,
      ])
    script.waitUntilExit()
    #expect(script.terminationStatus == 0)
    let chapters = try files.contentsOfDirectory(
      atPath: Self.repository.appendingPathComponent("content/fr").path
    ).filter { $0.hasSuffix(".md") }
    let copies = try files.contentsOfDirectory(
      atPath: folder.appendingPathComponent("content/fr").path)
    #expect(copies.count == chapters.count * 2)
    let found = try run("check", folder.path, "--format", "short").output
    #expect(!found.contains(": error: "), "\(found)")
  }

  @Test func helpAndVersionAreData() throws {
    let help = try run("--help")
    #expect(help.status == 0)
    #expect(help.output.contains("build"))
    #expect(try run("--version").output == "0.1.0\n")
  }

  @Test func timingsAreData() throws {
    try withBook("# Un\n\nBonjour.\n") { folder in
      let rows = try run("build", folder, "--timings").output.split(separator: "\n")
      let names = rows.compactMap { $0.split(separator: "\t").first }
      #expect(
        names == [
          "parse", "check", "fonts", "shape", "break", "draw-reading", "draw-booklet", "write",
          "stages",
          "cpu", "peak-memory",
        ])
      #expect(rows.allSatisfy { Double($0.split(separator: "\t")[1]) != nil })
    }
  }
}
