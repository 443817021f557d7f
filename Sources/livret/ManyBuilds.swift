internal import Glibc
internal import Workshop

/// Builds each target in a process of its own, as many at a time as there are cores: they share nothing but
/// what they read. What each says comes in the order of the targets.
///
/// - Returns: the gravest exit code.
func build(_ targets: [BookTarget]) -> Int32 {
  let most = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  var running: [pid_t: Int] = [:]
  var voices = targets.map { _ in Voice() }
  var codes: [Int32?] = Array(repeating: nil, count: targets.count)
  var (next, told) = (0, 0)
  while told < targets.count {
    while running.count < most, next < targets.count {
      if let process = voices[next].spawn(arguments(for: targets[next])) {
        running[process] = next
      } else {
        codes[next] = 2
      }
      next += 1
    }
    if !running.isEmpty {
      var status: Int32 = 0
      let ended = waitpid(-1, &status, 0)
      if ended < 0, errno == EINTR { continue }
      guard let index = running.removeValue(forKey: ended) else { continue }
      let signal = status & 0x7F
      codes[index] = signal == 0 ? (status >> 8) & 0xFF : 2
    }
    while told < targets.count, codes[told] != nil {
      voices[told].tell()
      told += 1
    }
  }
  return codes.compactMap(\.self).max() ?? 0
}

/// This very command line, of one target.
private func arguments(for target: BookTarget) -> [String] {
  CommandLine.arguments + ["--lang", target.language]
    + (target.edition.map { ["--edition", $0] } ?? [])
}

/// What a process writes, kept until its turn has come.
private struct Voice {
  private let files: [(stream: Int32, memory: Int32)] = [STDOUT_FILENO, STDERR_FILENO].map {
    ($0, unnamedFile())
  }

  func spawn(_ arguments: [String]) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for file in files { posix_spawn_file_actions_adddup2(&actions, file.memory, file.stream) }
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    return posix_spawn(&process, "/proc/self/exe", &actions, nil, &words, environ) == 0
      ? process : nil
  }

  mutating func tell() {
    for file in files {
      lseek(file.memory, 0, SEEK_SET)
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = read(file.memory, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        write(buffer[..<count], to: file.stream)
      }
      close(file.memory)
    }
  }
}

/// Gone with the last process that has it open.
private func unnamedFile() -> Int32 {
  guard let file = tmpfile() else { return -1 }
  defer { fclose(file) }
  return fcntl(fileno(file), F_DUPFD_CLOEXEC, 3)
}
