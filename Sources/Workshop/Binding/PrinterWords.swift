internal import Diagnostics
internal import Geometry
internal import Imposition
internal import Yams

// What a printer does to paper: `flip=long,manual,backs=reverse,turn=180,back=0.3/-0.5,margin=5`, or
// the same as a mapping.

extension YAMLMapping {
  /// Each printer for which sheets are made: under `printer`, or by the edge alone under `flip`.
  func printers(reporting diagnostics: inout [Diagnostic]) -> [PrinterProfile] {
    var printers: [PrinterProfile] = []
    if let node = self["printer"] {
      if let edge = self["flip"] { diagnostics.append(.flipTwice(at: edge)) }
      for item in node.items {
        if let printer = item.printer(reporting: &diagnostics) { printers.append(printer) }
      }
    } else {
      for item in self["flip"]?.items ?? [] {
        if let flip = item.flip(reporting: &diagnostics) {
          printers.append(PrinterProfile(flip: flip))
        }
      }
    }
    return printers.isEmpty ? [PrinterProfile()] : printers
  }
}

extension YAMLNode {
  fileprivate func flip(reporting diagnostics: inout [Diagnostic]) -> PrinterProfile.Flip? {
    choice(of: [("short", .shortEdge), ("long", .longEdge)], reporting: &diagnostics)
  }

  fileprivate func printer(reporting diagnostics: inout [Diagnostic]) -> PrinterProfile? {
    let keys = ["flip", "manual", "backs", "turn", "front", "back", "margin"]
    guard
      let mapping = isMapping
        ? mapping(of: keys, reporting: &diagnostics) : written(of: keys, reporting: &diagnostics)
    else { return nil }
    var profile = PrinterProfile()
    if let flip = mapping["flip"]?.flip(reporting: &diagnostics) { profile.flip = flip }
    let isManual =
      mapping["manual"]?.choice(
        of: [("yes", true), ("no", false), ("true", true), ("false", false)],
        reporting: &diagnostics) ?? false
    let reverses = mapping["backs"]?.choice(
      of: [("forward", false), ("reverse", true)], reporting: &diagnostics)
    let turns = mapping["turn"]?.choice(
      of: [("0", false), ("180", true)], reporting: &diagnostics)
    if isManual {
      profile.manual = PrinterProfile.ManualDuplex(
        reversesBacks: reverses ?? false, turnsBacks: turns ?? false)
    } else {
      for key in ["backs", "turn"] {
        if let node = mapping[key] { diagnostics.append(.ofManualDuplex(key, at: node)) }
      }
    }
    if let offset = mapping["front"]?.offset(reporting: &diagnostics) {
      profile.frontOffset = offset
    }
    if let offset = mapping["back"]?.offset(reporting: &diagnostics) { profile.backOffset = offset }
    profile.unprintable = mapping["margin"]?.margin(reporting: &diagnostics)
    return profile
  }

  /// `flip=long,manual` as a mapping; `manual` alone is a yes.
  private func written(
    of keys: [String], reporting diagnostics: inout [Diagnostic]
  ) -> YAMLMapping? {
    var pairs: [(Node, Node)] = []
    for item in separated {
      let parts = (item.node.scalar?.string ?? "").split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = parts.first, !name.isEmpty else {
        return report(
          Wording(
            en: "a printer such as flip=long or flip=short,manual,backs=reverse,turn=180",
            fr: "une imprimante comme flip=long ou flip=short,manual,backs=reverse,turn=180"),
          &diagnostics)
      }
      func placed(_ text: Substring) -> Node {
        var node = Node(text.filter { $0 != " " })
        node.scalar?.mark = self.node.scalar?.mark
        return node
      }
      if pairs.contains(where: { $0.0 == placed(name) }) {
        diagnostics.append(.saidTwice(String(name), at: self))
        return nil
      }
      let value = parts.count > 1 ? parts[1] : name == "manual" ? "yes" : ""
      if value.isEmpty, keys.contains(String(name)) {
        return report(
          Wording(en: "\(name)=…, with a value", fr: "\(name)=…, avec une valeur"), &diagnostics)
      }
      pairs.append((placed(name), placed(value)))
    }
    let node = YAMLNode(node: Node(pairs), source: source)
    return node.mapping(of: keys, reporting: &diagnostics)
  }

  /// Millimetres to the right and down: `0.3/-0.5`.
  private func offset(reporting diagnostics: inout [Diagnostic]) -> Point? {
    let parts = (node.scalar?.string ?? "").split(
      separator: "/", omittingEmptySubsequences: false
    ).map { millimetres($0) }
    guard parts.count == 2, let x = parts[0], let y = parts[1], abs(x) <= 20, abs(y) <= 20 else {
      return report(
        Wording(
          en: "millimetres to the right and down, up to 20, such as 0.3/-0.5,",
          fr: "des millimètres vers la droite et vers le bas, jusqu’à 20, comme 0,3/-0,5"),
        &diagnostics)
    }
    return Point(x: .millimetres(x), y: .millimetres(y))
  }

  /// Millimetres at each edge: `5`, `4.2 mm`.
  private func margin(reporting diagnostics: inout [Diagnostic]) -> Length? {
    guard let margin = millimetres((node.scalar?.string ?? "")[...]), margin >= 0, margin <= 30
    else {
      return report(
        Wording(
          en: "millimetres from 0 to 30, such as 5,", fr: "des millimètres de 0 à 30, comme 5"),
        &diagnostics)
    }
    return .millimetres(margin)
  }

  /// A number with a sign or without, a point or a comma, and `mm` after it or not.
  private func millimetres(_ text: Substring) -> Double? {
    var letters = text.filter { $0 != " " }[...]
    if letters.hasSuffix("mm") { letters.removeLast(2) }
    let sign = letters.first
    if let sign, "+-−".contains(sign) { letters.removeFirst() }
    return Double(written: letters).map { sign == "-" || sign == "−" ? -$0 : $0 }
  }
}

extension Diagnostic {
  fileprivate static func flipTwice(at node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .error, "flip-twice", file: node.source.file, range: node.place,
      Wording(
        en: "the printer has its own flip, and here is another",
        fr: "l’imprimante a déjà son flip, et en voici un autre"),
      hints: [
        Wording(
          en: "write it below printer: alone", fr: "ne l’écrivez que sous printer:")
      ])
  }

  fileprivate static func ofManualDuplex(_ key: String, at node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .error, "printer-not-manual", file: node.source.file, range: node.place,
      Wording(
        en: "\(key) is for printers whose pile is put back by hand",
        fr: "\(key) concerne les imprimantes dont on remet la pile à la main"),
      hints: [
        Wording(en: "add manual, or take it away", fr: "ajoutez manual, ou retirez-le")
      ])
  }

  fileprivate static func saidTwice(_ key: String, at node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .error, "key-twice", file: node.source.file, range: node.place,
      Wording(en: "“\(key)” is written twice", fr: "« \(key) » est écrit deux fois"),
      hints: [Wording(en: "keep one of them", fr: "n’en gardez qu’un")])
  }
}
