internal import Diagnostics
internal import Geometry
internal import Imposition
internal import Workshop

extension BookletReport {
  /// `guide-booklet-a4: 13 sheets of A4, 2 blank pages, 2.6 mm thick`
  var line: Wording {
    let (english, french) = (parts(.english), parts(.french))
    return Wording(
      en: "  \(name): " + english.joined(separator: ", "),
      fr: "  \(name) : " + french.joined(separator: ", "))
  }

  private func parts(_ language: InterfaceLanguage) -> [String] {
    let words = BookletWords(language)
    var parts = [words.sheets(facts.sheetCount, of: binding.paper.name)]
    if facts.coverSheetCount > 0 { parts.append(words("and a cover", "et une couverture")) }
    if signatures.count > 1 { parts.append(words.signatures(signatures)) }
    if facts.blankCount > 0 { parts.append(words.blanks(facts.blankCount)) }
    parts.append(
      words(
        "\(words.millimetres(facts.thickness)) thick",
        "épais de \(words.millimetres(facts.thickness))"))
    if spine > .zero {
      parts.append(
        words("spine \(words.millimetres(spine))", "dos de \(words.millimetres(spine))"))
    }
    if binding.scale != 1 {
      parts.append(words("at \(words.percent(binding.scale))", "à \(words.percent(binding.scale))"))
    }
    return parts
  }

  private var spine: Length { facts.spineWidth }

  /// The same and all that a binder asks, a fact to a line.
  func text(in language: InterfaceLanguage) -> String {
    let words = BookletWords(language)
    var rows = ["  \(name)  \(style), \(binding.paper.name)"]
    rows.append(
      words.sheets(facts.sheetCount, of: binding.paper.name) + ", " + words.signatures(signatures))
    if facts.coverSheetCount > 0 {
      rows.append(words("a cover of its own", "une couverture à part"))
    }
    rows.append(words.blanks(facts.blankCount))
    rows.append(
      words(
        "\(words.millimetres(facts.thickness)) thick",
        "épais de \(words.millimetres(facts.thickness))"))
    if spine > .zero {
      rows.append(words("spine: \(words.millimetres(spine))", "dos : \(words.millimetres(spine))"))
    }
    rows += creepRows(words)
    rows.append(
      words("scale: \(words.percent(binding.scale))", "échelle : \(words.percent(binding.scale))"))
    if !marksWithoutRoom.isEmpty {
      let list = marksWithoutRoom.map(\.rawValue).joined(separator: ", ")
      rows.append(
        words("no room for these marks: \(list)", "pas de place pour ces repères : \(list)"))
    }
    return ([rows[0]] + rows.dropFirst().map { "    " + $0 }).map { $0 + "\n" }.joined()
  }

  private func creepRows(_ words: BookletWords) -> [String] {
    let most = words.millimetres(push)
    switch binding.creep?.direction {
    case .towardsSpine?:
      return [
        words(
          "creep: inner pages moved to the spine by up to \(most)",
          "chasse : pages intérieures rapprochées du pli, jusqu’à \(most)")
      ]
    case .awayFromSpine?:
      return [
        words(
          "creep: outer pages moved to the fore-edge by up to \(most)",
          "chasse : pages extérieures écartées du pli, jusqu’à \(most)")
      ]
    case nil where push > .zero:
      return [
        words(
          "creep: off, for it pays only when the fore-edge is trimmed; it would be \(most) at most",
          "chasse : non corrigée, car cela ne sert que si l’on rogne ; \(most) au plus")
      ]
    case nil: return []
    }
  }

  /// Lengths in millimetres. A key may be added, none changes or goes.
  var json: JSON {
    let direction: String =
      switch binding.creep?.direction {
      case .towardsSpine?: "spine"
      case .awayFromSpine?: "fore-edge"
      case nil: "off"
      }
    return .object([
      "binding": .string(style),
      "blank-pages": .number(facts.blankCount),
      "cover-sheets": .number(facts.coverSheetCount),
      "creep": .string(direction),
      "largest-shift": .decimal(facts.largestCreep.millimetres, places: 2),
      "marks-without-room": .array(marksWithoutRoom.map { .string($0.rawValue) }),
      "name": .string(name),
      "paper": .string(binding.paper.name),
      "push-out": .decimal(push.millimetres, places: 2),
      "scale": .decimal(binding.scale, places: 3),
      "sheets": .number(facts.sheetCount),
      "signatures": .array(signatures.map { .number($0) }),
      "spine": spine > .zero ? .decimal(spine.millimetres, places: 2) : .null,
      "thickness": .decimal(facts.thickness.millimetres, places: 2),
    ])
  }
}

/// Numbers and nouns in the language of the reader.
private struct BookletWords {
  private let isFrench: Bool

  init(_ language: InterfaceLanguage) { isFrench = language == .french }

  func callAsFunction(_ english: String, _ french: String) -> String {
    isFrench ? french : english
  }

  func sheets(_ count: Int, of paper: String) -> String {
    self("\(counted(count, "sheet")) of \(paper)", "\(compte(count, "feuille")) \(paper)")
  }

  /// `3 signatures (4 + 4 + 3)`, `24 signatures of 4 sheets`.
  func signatures(_ sheets: [Int]) -> String {
    let count = self(counted(sheets.count, "signature"), compte(sheets.count, "cahier"))
    guard sheets.count > 1, let size = sheets.first else { return count }
    if sheets.allSatisfy({ $0 == size }) {
      return count + self(" of \(counted(size, "sheet"))", " de \(compte(size, "feuille"))")
    }
    if sheets.count <= 8 {
      return "\(count) (" + sheets.map(String.init).joined(separator: " + ") + ")"
    }
    let (least, most) = (sheets.min() ?? size, sheets.max() ?? size)
    return self(
      "\(count) of \(least) to \(counted(most, "sheet"))",
      "\(count) de \(least) à \(compte(most, "feuille"))")
  }

  func blanks(_ count: Int) -> String {
    count == 0
      ? self("no blank page", "aucune page blanche")
      : self(
        "\(counted(count, "blank page"))",
        "\(compte(count, "page")) blanche\(count < 2 ? "" : "s")")
  }

  /// To a tenth: "2.6 mm", "2,6 mm".
  func millimetres(_ length: Length) -> String {
    decimal(length.millimetres) + "\u{A0}mm"
  }

  func percent(_ part: Double) -> String { decimal(part * 100) + "\u{A0}%" }

  /// To a tenth, without a zero after the point.
  private func decimal(_ number: Double) -> String {
    var text = number.written(places: 1)
    if text.hasSuffix(".0") { text.removeLast(2) }
    return isFrench ? text.replacing(".", with: ",") : text
  }
}
