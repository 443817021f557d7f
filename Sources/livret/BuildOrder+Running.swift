internal import ArgumentParser
internal import Diagnostics
internal import Workshop

extension BuildOrder {
  /// With what the environment says.
  init(folder: String, here language: String?) {
    self.init(folder: folder)
    self.language = language
    epoch = variable("SOURCE_DATE_EPOCH")
    cache = cacheFolder
  }

  /// Runs the stages and says on the console what was found and what came of it.
  ///
  /// - Throws: exit code 2 where the build could not run.
  func run(_ summary: (BuildReport) -> Wording) throws -> BuildReport {
    let console = Console()
    let report: BuildReport
    do throws(WorkshopError) {
      report = try build(self) { console.show(progress: $0.wording) }
      console.endProgress()
    } catch {
      console.endProgress()
      console.say(error.diagnostic)
      throw ExitCode(2)
    }
    console.say(report.diagnostics)
    console.say(summary(report))
    return report
  }
}

extension [Diagnostic] {
  /// 64 where the command line is to blame, such as for a paper that nobody knows; else 1.
  var exitCode: ExitCode {
    ExitCode(contains { $0.severity == .error && $0.file.hasPrefix("--") } ? 64 : 1)
  }
}

/// By the XDG Base Directory Specification; nil where nobody lives.
var cacheFolder: String? {
  let given = variable("XDG_CACHE_HOME")
  if given.hasPrefix("/") { return given + "/livret" }
  let home = variable("HOME")
  return home.hasPrefix("/") ? home + "/.cache/livret" : nil
}
