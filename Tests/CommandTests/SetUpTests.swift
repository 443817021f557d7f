import Foundation
import TestSupport
import Testing

/// scripts/set-up on machines that lack something. What it finds by headers and libraries is as on
/// this machine; its commands are those of a folder of the test's own.
@Suite struct SettingUp {
  private static let script = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("scripts/set-up").path

  /// Someone who is not root, with a good Swift, and without pkg-config.
  private static let user = [
    "id": "echo 1000", "apt-get": "echo apt-get \"$@\" >&2; exit 1",
    "swift": "echo 'Swift version 6.1.2 (swift-6.1.2-RELEASE)'",
  ]

  private func setUp(
    with commands: [String: String], language: String = "C"
  ) throws -> (status: Int32, errors: String) {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("livret-\(UUID().uuidString)")
    defer { try? files.removeItem(at: folder) }
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["env", "head", "ls", "sed", "sh", "sort", "uname"] {
      try files.createSymbolicLink(
        atPath: folder.path + "/" + name, withDestinationPath: "/usr/bin/" + name)
    }
    for (name, body) in commands {
      let path = folder.path + "/" + name
      try "#!/bin/sh\n\(body)\n".write(toFile: path, atomically: true, encoding: .utf8)
      try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    let run = try ToolRun(
      "sh", [Self.script, "build"], environment: ["PATH": folder.path, "LC_ALL": language])
    return (run.status, run.errors)
  }

  /// A fresh Debian knows of no package before its first apt-get update.
  @Test func whoMayNotInstallIsToldTheOneCommand() throws {
    let (status, errors) = try setUp(
      with: Self.user.merging(["sudo": "exit 1"]) { $1 }, language: "fr_FR.UTF-8")
    let lines = errors.split(separator: "\n")
    #expect(status == 2)
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("livret : il manque des paquets Debian.") == true)
    #expect(lines.last?.hasPrefix("  sudo apt-get update && sudo apt-get install ") == true)
    #expect(lines.last?.contains(" pkg-config libpango1.0-dev ") == true)
  }

  @Test func whereThereIsNoSudoTheCommandDoesWithout() throws {
    let (status, errors) = try setUp(with: Self.user)
    #expect(status == 2)
    #expect(errors.contains("\n  su -l -c 'apt-get update && apt-get install "))
    #expect(!errors.contains("sudo"))
    #expect(errors.hasSuffix("'\n"))
  }

  @Test func whoMayInstallDoes() throws {
    let (status, errors) = try setUp(with: Self.user.merging(["id": "echo 0"]) { $1 })
    #expect(status == 2, "this apt-get fails")
    #expect(errors.contains("\napt-get update "))
    #expect(errors.contains("that did not work"))
    #expect(errors.contains("\n  apt-get update && apt-get install "))
  }

  @Test func aMachineWithoutDebiansPackagesIsToldTheirNames() throws {
    let (status, errors) = try setUp(with: Self.user.filter { $0.key != "apt-get" })
    #expect(status == 2)
    #expect(errors.split(separator: "\n").count == 1)
    #expect(errors.contains("pkg-config"))
  }

  /// Everything else is there: this machine has built these tests.
  @Test(arguments: [nil, "5.10", "6.0.3"])
  func swiftMustBeThereAndNotTooOld(version: String?) throws {
    var commands = ["git": ":", "ld": ":", "pkg-config": ":"]
    commands["swift"] = version.map { "echo 'Swift version \($0) (x)'" }
    let (status, errors) = try setUp(with: commands)
    #expect(status == 2)
    #expect(errors.split(separator: "\n").count == 1)
    #expect(errors.contains("needs Swift 6.1"))
    #expect(errors.contains(version ?? "none is here"))
    #expect(errors.contains("https://www.swift.org/install"))
  }

  @Test(arguments: ["6.1", "6.3.1", "6.10", "7.0"])
  func aSwiftNewEnoughIsEnough(version: String) throws {
    let (status, errors) = try setUp(with: [
      "git": ":", "ld": ":", "pkg-config": ":", "swift": "echo 'Swift version \(version) (x)'",
    ])
    #expect(status == 0)
    #expect(errors.isEmpty)
  }
}
