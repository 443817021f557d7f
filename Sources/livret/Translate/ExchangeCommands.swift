internal import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import Workshop

extension TranslateCommand {
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a catalogue for Poedit or Weblate, or a sheet to translate on paper.")

    @Argument(help: "The language, such as en; for a sheet also a chapter's file, or lines of one.")
    var place: String

    @Option(name: .customLong("book"), help: "The folder of the book.")
    var folder = "."

    @Flag(name: .customLong("sheet"), help: "Two columns in HTML, to print or to mail.")
    var isSheet = false

    @Flag(
      name: .customLong("waiting"), help: "A sheet of what waits, and of the passages beside it.")
    var waitingOnly = false

    @Option(name: .shortAndLong, help: "Where to write it, and not to standard output.")
    var output: String?

    func validate() throws {
      if waitingOnly, !isSheet {
        throw ValidationError("--waiting goes with --sheet: a catalogue holds all passages")
      }
      if !isSheet, place.contains("/") || place.contains(":") {
        throw ValidationError("a catalogue holds a whole language: name one, such as en")
      }
    }

    func run() throws {
      let console = Console()
      var places = Places()
      places.places = [place]
      places.folder = folder
      let work = try places.work(on: console)
      guard let translation = work.translations.first else { throw ExitCode(1) }
      let text =
        isSheet
        ? work.sheet(of: translation, waitingOnly: waitingOnly) : translation.catalogue
      guard let output else { return write(text, to: STDOUT_FILENO) }
      do throws(WorkshopError) {
        try translation.write(text, to: output)
      } catch {
        console.say(error.diagnostic)
        throw ExitCode(2)
      }
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put the words of a catalogue into the translation's files.",
      discussion: """
        Entries marked fuzzy are passed over. What was edited in a file and, differently, in the catalogue \
        is listed and left alone. What the files lack is written where the source has it, block by block as \
        soon as all of a block is translated; a chapter that is not there yet is created. All files are \
        written, or none.
        """)

    @Argument(help: "The catalogue, a .po file; - for standard input.")
    var file: String

    @Option(name: .customLong("book"), help: "The folder of the book.")
    var folder = "."

    @Option(name: .customLong("lang"), help: "The language, where the catalogue does not say it.")
    var language: String?

    func run() throws {
      let console = Console()
      let report: ImportReport
      do throws(WorkshopError) {
        report = try importCatalogue(file, into: folder, language: language)
      } catch {
        console.say(error.diagnostic)
        throw ExitCode(2)
      }
      console.say(report.diagnostics)
      if !report.diagnostics.contains(where: { $0.severity == .error }) {
        console.say(report.summary)
      }
      if !report.diagnostics.isEmpty { throw ExitCode(1) }
    }
  }
}

extension ImportReport {
  fileprivate var summary: Wording {
    Wording(
      en: """
        \(counted(replaced, "passage")) replaced, \(added) added, \(confirmed) confirmed
        """,
      fr: """
        \(compte(replaced, "passage")) \(replaced < 2 ? "remplacé" : "remplacés"), \
        \(added) \(added < 2 ? "ajouté" : "ajoutés"), \(confirmed) \
        \(confirmed < 2 ? "confirmé" : "confirmés")
        """)
  }
}
