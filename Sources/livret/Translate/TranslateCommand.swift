internal import ArgumentParser
internal import Diagnostics
internal import Glibc
internal import Workshop

/// Keeps translations up with their source.
struct TranslateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translate", abstract: "See and keep how fresh translations are.",
    discussion: """
      A place is a language (en), a chapter of a translation (content/en/03-name.md), or lines of one \
      (content/en/03-name.md:12-20). Without places, all translations are meant. Exits with 0 when all is \
      fresh, 1 when something waits or was found wrong, 2 when it could not run, 64 when this command line \
      is wrong.
      """,
    subcommands: [Status.self, Diff.self, Confirm.self, Export.self, Import.self])

  struct Places: ParsableArguments {
    @Argument(help: "Languages, files, or lines of files.")
    var places: [String] = []

    @Option(name: .customLong("book"), help: "The folder of the book.")
    var folder = "."

    /// - Throws: exit code 2 where there is no book.
    func work(on console: Console) throws -> TranslationWork {
      let work: TranslationWork
      do throws(WorkshopError) {
        work = try TranslationWork(in: folder, places: places.map { TranslationPlace($0) })
      } catch {
        console.say(error.diagnostic)
        throw ExitCode(2)
      }
      let found = work.diagnostics + work.merges
      console.say(found + work.edits)
      if found.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
      return work
    }
  }

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Count fresh, stale, missing and other passages, by language and chapter.")

    @OptionGroup var places: Places
    @Option(help: "text to read, json for programs.")
    var format = Format.text

    func run() throws {
      let console = Console()
      let work = try places.work(on: console)
      switch format {
      case .text:
        write(work.statusTable(in: console.language), to: STDOUT_FILENO)
      case .json:
        write(work.statusJSON.lines, to: STDOUT_FILENO)
      }
      if !work.isAllFresh { throw ExitCode(1) }
    }
  }

  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what changed in the source since each passage was translated.")

    @OptionGroup var places: Places
    @Option(help: "text to read, json for programs.")
    var format = Format.text

    func run() throws {
      let console = Console()
      let work = try places.work(on: console)
      let text = work.differences(in: console.language, on: .output)
      write(format == .json ? work.differencesJSON.lines : text, to: STDOUT_FILENO)
      if !text.isEmpty { throw ExitCode(1) }
    }
  }

  struct Confirm: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say that passages translate what the source says today.")

    @OptionGroup var places: Places

    func validate() throws {
      if places.places.isEmpty {
        throw ValidationError("name what you confirm: a language, a file, or a file and its lines")
      }
    }

    func run() throws {
      let console = Console()
      let work = try places.work(on: console)
      do throws(WorkshopError) {
        for line in try work.confirm().lines { console.say(line) }
      } catch {
        console.say(error.diagnostic)
        throw ExitCode(2)
      }
    }
  }
}

extension Confirmation {
  fileprivate var lines: [Wording] {
    var lines: [Wording] = []
    if confirmed > 0 || keptAsLocal == 0 && left.isEmpty {
      lines.append(
        confirmed == 0
          ? Wording(
            en: "nothing here waits to be confirmed", fr: "rien n’attend ici d’être confirmé")
          : Wording(
            en: "\(counted(confirmed, "passage")) confirmed",
            fr: "\(compte(confirmed, "passage")) \(confirmed < 2 ? "confirmé" : "confirmés")"))
    }
    if keptAsLocal > 0 {
      lines.append(
        Wording(
          en: "\(counted(keptAsLocal, "passage")) kept as local: the source has no such passage",
          fr: """
            \(compte(keptAsLocal, "passage")) \(keptAsLocal < 2 ? "gardé" : "gardés") pour cette langue \
            seule : la source n’a rien de tel
            """))
    }
    if let first = left.first {
      lines.append(
        Wording(
          en: """
            \(counted(left.count, "passage")) \(left.count < 2 ? "waits" : "wait") to be decided one by \
            one, each named by its line: \(first)\(left.count < 2 ? "" : " …")
            """,
          fr: """
            \(compte(left.count, "passage")) \(left.count < 2 ? "attend" : "attendent") qu’on en décide \
            un par un, en nommant sa ligne : \(first)\(left.count < 2 ? "" : " …")
            """))
    }
    return lines
  }
}
