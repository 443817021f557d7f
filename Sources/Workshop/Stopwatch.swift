internal import Glibc

/// A part of a build that is worth timing.
package enum Stage: String, Sendable {
  case parse, check, fonts, shape
  /// Choosing lines and pages.
  case breaking = "break"
  case drawReading = "draw-reading"
  case drawBooklet = "draw-booklet"
  case drawProofs = "draw-proofs"
  case write
}

/// How long each stage takes.
package struct Stopwatch {
  package struct Lap: Hashable, Sendable {
    package var name: String
    package var value: Double
    /// `ms` or `MB`.
    package var unit: String
  }

  private let onStart: (Stage) -> Void
  private let clock = ContinuousClock()
  private var times: [(stage: Stage, time: Duration)] = []
  private var running: (stage: Stage, since: ContinuousClock.Instant)?

  package init(onStart: @escaping (Stage) -> Void = { _ in }) {
    self.onStart = onStart
  }

  /// Ends the stage that runs, if one does, and begins another; the same one may come again.
  package mutating func start(_ stage: Stage) {
    stop()
    onStart(stage)
    running = (stage, clock.now)
  }

  /// Counts a part of the running stage to another one, which took turns with it.
  package mutating func count(_ time: Duration, to stage: Stage) {
    guard let running else { return }
    times.append((stage, time))
    self.running = (running.stage, running.since + time)
  }

  private mutating func stop() {
    guard let (stage, since) = running else { return }
    let time = clock.now - since
    if let index = times.firstIndex(where: { $0.stage == stage }) {
      times[index].time += time
    } else {
      times.append((stage, time))
    }
    running = nil
  }

  /// The stages, their sum, and what the process has taken until now.
  package func finished() -> [Lap] {
    var copy = self
    copy.stop()
    var laps = copy.times.map {
      Lap(name: $0.stage.rawValue, value: $0.time / .milliseconds(1), unit: "ms")
    }
    laps.append(Lap(name: "stages", value: laps.reduce(0) { $0 + $1.value }, unit: "ms"))
    var usage = rusage()
    guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return laps }
    func milliseconds(_ time: timeval) -> Double {
      Double(time.tv_sec) * 1_000 + Double(time.tv_usec) / 1_000
    }
    let processor = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime)
    laps.append(Lap(name: "cpu", value: processor, unit: "ms"))
    // Linux counts it in kibibytes.
    laps.append(Lap(name: "peak-memory", value: Double(usage.ru_maxrss) / 1_024, unit: "MB"))
    return laps
  }
}
