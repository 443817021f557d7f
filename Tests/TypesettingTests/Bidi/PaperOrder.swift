import Diagnostics
import Fonts
import Foundation
import Geometry
import Markdown

@testable import Typesetting

/// Lines of a paragraph as they stand on paper, from left to right. For words written from right to left
/// stand α β γ, in the order in which they are read, so that the drawing needs no such script itself:
///
///     هاتف 01 53 الآن   is drawn   β 01 53 α
struct PaperOrder {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "fonts").path

  static func fonts() throws -> FontLibrary { try FontLibrary(folder: folder, cache: nil) }

  /// Without fonts, as in a checkout of the sources alone, nothing is shaped.
  static let hasFonts = (try? fonts()) != nil

  let language: BookLanguage
  let shaper: FontLibrary

  /// - Parameter measure: so wide that all stands on one line, unless it is said.
  func lines(_ markdown: String, measure: Length = .points(4000)) -> [String] {
    var ignored: [Diagnostic] = []
    let chapter = Chapter(parsing: markdown + "\n", file: "01.md", reporting: &ignored)
    guard case .paragraph(let paragraph)? = chapter.blocks.first else { return [] }
    let stylesheet = Stylesheet(
      textFamily: "Amiri", headingFamily: "Amiri", monoFamily: "Source Code Pro",
      textSize: .points(10), leading: .points(12), noteSize: .points(8), noteLeading: .points(10),
      indent: .points(15))
    var notes = NoteRegister(definitions: chapter.notes)
    var flattener = InlineFlattener(
      language: language, otherLanguages: BookLanguage.byTag, stylesheet: stylesheet,
      references: CrossReferences(), notePrefix: "note-1-", linksBecomeNotes: true)
    flattener.append(
      paragraph.content,
      style: TextStyle(family: "Amiri", size: .points(10), language: language.tag), tags: [],
      notes: &notes)
    let composition = flattener.composition()
    let set = ParagraphSetter(shaper: shaper, direction: language.direction).set(
      composition, shape: LineShape(first: [], rest: measure),
      habits: BreakingHabits(narrowestLine: measure))
    let names = wordNames(of: Array(composition.styled.text.utf8))
    return set.lines.map { drawn($0, names, composition) }
  }

  /// By byte: what is drawn for a letter of a word from right to left; nothing behind its first.
  private func wordNames(of text: [UInt8]) -> [Int: String] {
    var names: [Int: String] = [:]
    var (count, byte, isInWord) = (0, 0, false)
    while byte < text.count {
      let scalar = text.scalar(at: byte)
      let isMark = scalar.properties.generalCategory == .nonspacingMark
      if scalar.isRightToLeft, scalar.properties.isAlphabetic || isMark {
        names[byte] = isInWord ? "" : String(Unicode.Scalar(UInt32(0x3B1 + count))!)
        if !isInWord { count += 1 }
        isInWord = true
      } else {
        isInWord = false
      }
      byte = text.scalarEnd(after: byte)
    }
    return names
  }

  private func drawn(_ line: SetLine, _ names: [Int: String], _ composition: Composition) -> String
  {
    let isBackward = language.direction == .rightToLeft
    let runs = line.runs.enumerated().sorted {
      $0.element.x == $1.element.x
        ? (($0.element.run.advance > $1.element.run.advance) == isBackward)
        : ($0.element.x < $1.element.x) != isBackward
    }
    let text = runs.map { drawn($0.element, names, composition) }.joined()
    return text.split(separator: " ").joined(separator: " ")
  }

  private func drawn(
    _ placed: SetLine.PlacedRun, _ names: [Int: String], _ composition: Composition
  ) -> String {
    let bytes = Array(placed.run.text.utf8)
    var (byte, pieces) = (0, [String]())
    for cluster in placed.run.clusters {
      var piece = ""
      let scalars = String(decoding: bytes[byte..<(byte + cluster.byteCount)], as: UTF8.self)
        .unicodeScalars
      var offset = byte
      for scalar in scalars {
        let place = placed.bytes.lowerBound + offset
        if placed.bytes.isEmpty {
          piece = "-"
        } else if let name = names[place] {
          piece += name
        } else {
          let isRaised = composition.segment(at: place).map { $0.look.raise > .zero } ?? false
          piece += drawn(scalar, isBackward: placed.run.isRightToLeft, isRaised: isRaised)
        }
        offset += UTF8.width(scalar)
      }
      pieces.append(piece)
      byte += cluster.byteCount
    }
    return (placed.run.isRightToLeft ? pieces.reversed() : pieces).joined()
  }

  private func drawn(_ scalar: Unicode.Scalar, isBackward: Bool, isRaised: Bool) -> String {
    let mirrored = ["(": ")", ")": "(", "[": "]", "]": "[", "«": "»", "»": "«"]
    if isBackward, let other = mirrored[String(scalar)] { return other }
    if isRaised, let digit = scalar.properties.numericValue {
      return String(Array("⁰¹²³⁴⁵⁶⁷⁸⁹")[Int(digit)])
    }
    if scalar.isSpace { return " " }
    return scalar.properties.generalCategory == .format ? "" : String(scalar)
  }
}
