import Foundation
import Geometry
import Typesetting

/// Paragraphs and TeX's own answers, in the folder that LIVRET_TEX_CORPUS names or else in
/// `shared/linebreaking` beside the package: too large for the repository.
struct TeXCorpus {
  struct Answer {
    var paragraph: Int
    var width: Length
    var parameters: LineBreakingParameters
    /// The number of the item that ends each line, from 1.
    var breaks: [Int]
    var demerits: Int
  }

  struct Paragraph {
    var items: [Item<String>] = []
    /// The corpus's number, from 1, of the item that each of ours stands for.
    var numbers: [Int] = []
  }

  var paragraphs: [Int: Paragraph] = [:]
  var answers: [Answer] = []

  static let folder: URL = {
    if let named = ProcessInfo.processInfo.environment["LIVRET_TEX_CORPUS"] {
      return URL(fileURLWithPath: named)
    }
    var package = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { package.deleteLastPathComponent() }
    return package.appendingPathComponent("../shared/linebreaking").standardized
  }()

  static var isPresent: Bool {
    ["paragraphs.jsonl", "results.jsonl"].allSatisfy {
      FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
    }
  }

  /// The corpus counts in scaled points; a breaker only needs all lengths in the same unit.
  init() throws {
    for line in try Self.lines(of: "paragraphs.jsonl") {
      guard let id = line["paragraph"] as? Int, let items = line["items"] as? [[Any]] else {
        throw Malformed(line: "\(line)")
      }
      paragraphs[id] = try Paragraph(items)
    }
    for line in try Self.lines(of: "results.jsonl") {
      func number(_ key: String) throws -> Int {
        guard let value = line[key] as? Int else { throw Malformed(line: "\(key) in \(line)") }
        return value
      }
      /// What TeX has where nothing is said.
      func number(_ key: String, else usual: Int) throws -> Int {
        line[key] == nil ? usual : try number(key)
      }
      var passes: [LineBreakingParameters.Pass] = []
      let stretch = Length(units: try number("emergencystretch", else: 0))
      let pretolerance = try number("pretolerance", else: -1)
      if pretolerance >= 0 { passes.append(.init(tolerance: pretolerance, hyphenates: false)) }
      passes.append(.init(tolerance: try number("tolerance")))
      if stretch > .zero {
        passes.append(.init(tolerance: try number("tolerance"), emergencyStretch: stretch))
      }
      var parameters = LineBreakingParameters.plainTeX
      parameters.passes = passes
      parameters.linePenalty = try number("linepenalty")
      parameters.clashDemerits = try number("adjdemerits")
      parameters.doubleHyphenDemerits = try number("doublehyphendemerits")
      parameters.finalHyphenDemerits = try number("finalhyphendemerits")
      parameters.looseness = try number("looseness", else: 0)
      answers.append(
        Answer(
          paragraph: try number("paragraph"), width: Length(units: try number("hsize")),
          parameters: parameters, breaks: line["last"] as? [Int] ?? [],
          demerits: try number("tex_demerits")))
    }
  }

  private static func lines(of name: String) throws -> [[String: Any]] {
    try Data(contentsOf: folder.appendingPathComponent(name)).split(separator: UInt8(ascii: "\n"))
      .map { line in
        guard let object = try JSONSerialization.jsonObject(with: line) as? [String: Any] else {
          throw Malformed(line: String(decoding: line, as: UTF8.self))
        }
        return object
      }
  }

  struct Malformed: Error {
    var line: String
  }
}

extension TeXCorpus.Paragraph {
  init(_ list: [[Any]]) throws {
    for (index, entry) in list.enumerated() {
      func length(_ i: Int) throws -> Length {
        guard entry.indices.contains(i), let units = entry[i] as? Int else {
          throw TeXCorpus.Malformed(line: "\(entry)")
        }
        return Length(units: units)
      }
      func add(_ item: Item<String>) {
        items.append(item)
        numbers.append(index + 1)
      }
      switch entry.first as? String {
      case "b":
        add(.box(Box(extent: try length(1), material: entry.last as? String ?? "")))
      case "g":
        add(
          .glue(
            Glue(
              extent: try length(1), stretch: try length(2),
              stretchOrder: UInt8(min(3, try length(3).units)), shrink: try length(4))))
      case "p":
        add(.penalty(Penalty(cost: try length(1).units)))
      case "k" where try [1, 3].contains(length(2).units):
        // An explicit kern, or one after italics, is lost after a break and hides the glue behind
        // it from breaks, as glue does; a break may come at the kern itself, if glue follows.
        let beforeGlue = index + 1 < list.count && list[index + 1].first as? String == "g"
        add(.penalty(Penalty(cost: beforeGlue ? 0 : Penalty.forbidden)))
        add(.glue(Glue(extent: try length(1))))
      case "k":
        add(.box(Box(extent: try length(1), material: "")))
      case "d":
        add(
          .penalty(
            Penalty(
              cost: try length(4).units, before: try length(1), after: try length(2),
              otherwise: try length(3), isFlagged: true)))
      default:
        throw TeXCorpus.Malformed(line: "\(entry)")
      }
    }
  }
}
