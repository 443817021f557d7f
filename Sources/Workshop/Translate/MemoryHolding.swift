internal import Diagnostics
internal import Glibc

/// Does something to a book's memories while no other livret does: two people who confirm at once would
/// each write what they had read, and one of them would be forgotten.
///
/// The folder itself is locked: nothing is left behind, and the system gives the lock back of a process
/// that was killed.
func holdingMemories<Result>(
  of folder: String, _ body: () throws(WorkshopError) -> Result
) throws(WorkshopError) -> Result {
  let path = try BookFolder(folder).root + "/content"
  let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { return try body() }
  defer { close(descriptor) }
  for _ in 0..<mostTries {
    // A file system that knows no locks has no neighbours to wait for.
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { return try body() }
    usleep(20_000)
  }
  throw WorkshopError(.memoriesHeld(joined(folder, "content")))
}

/// Thirty seconds: long enough for any import, and someone who stopped a livret half-way is told so.
private let mostTries = 1500

extension Diagnostic {
  fileprivate static func memoriesHeld(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error, "memories-held", file: folder,
      Wording(
        en: "another livret has been writing the memories of this book for half a minute",
        fr: "un autre livret écrit depuis une demi-minute dans les mémoires de ce livre"),
      hints: [
        Wording(
          en: "wait for it, or end it, and try again",
          fr: "attendez qu’il finisse, ou arrêtez-le, et recommencez")
      ])
  }
}
