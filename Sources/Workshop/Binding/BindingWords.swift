internal import Diagnostics
internal import Yams

/// What a command line says of booklets: each word under the key that `binding:` has for it in a
/// book's sheet. Both are read by the same code, so that they know the same words.
package struct BindingWords: Hashable, Sendable {
  package enum Key: String, CaseIterable, Hashable, Sendable {
    case style, paper, printer, bound, scale
    case sheetsPerSignature = "sheets-per-signature"
    case atMostSheets = "at-most-sheets"
    case pagesPerSignature = "pages-per-signature"
    case nesting, strips, heads, poster
    case blanks, flyleaves, cover
    case coverPaper = "cover-paper"
    case stock, creep, marks, copies, price
  }

  package var words: [Key: String]

  package init(_ words: [Key: String] = [:]) { self.words = words }

  package var isEmpty: Bool { words.isEmpty }

  /// Of those that are given, the first.
  package var firstOption: String? { Key.allCases.first { words[$0] != nil }?.option }
}

extension BindingWords.Key {
  /// The option that says it.
  package var option: String { self == .style ? "--binding" : "--\(rawValue)" }

  /// What only says how signatures are made up, and goes with the style.
  var belongsToStyle: Bool { !styles.isEmpty }

  /// The only styles to which it says something; empty where it does to all.
  var styles: [BindingStyle] {
    switch self {
    case .sheetsPerSignature, .atMostSheets, .pagesPerSignature:
      [.signatures, .quarto, .octavo, .perfectGathered]
    case .nesting: [.quarto, .octavo]
    case .strips: [.cutSaddle]
    case .heads, .poster: [.zine]
    default: []
    }
  }
}

/// The names of styles.
enum BindingStyle: String, CaseIterable, Hashable, Sendable {
  case saddle, signatures, quarto, octavo
  case cutStack = "cut-stack"
  case cutSaddle = "cut-saddle"
  case zine
  case perfectLeaves = "perfect-leaves"
  case perfectGathered = "perfect-gathered"

  /// Those whose leaves can be turned over the book's head.
  static let boundAtTheTop: [BindingStyle] = [
    .saddle, .signatures, .cutStack, .perfectLeaves, .perfectGathered,
  ]

  /// Whether sheets lie in one another, and push one another out of the fold.
  var isNested: Bool { ![.cutStack, .zine, .perfectLeaves].contains(self) }
}

extension BindingWords {
  /// What the sheet says of each of its booklets, with these words in the place of its own.
  ///
  /// Who names a style on the command line wants one booklet: the sheet's of that style, or else its
  /// first, without what it says of another style's signatures.
  ///
  /// - Parameters:
  ///   - node: `binding:`, a mapping, a list of them, or the name of a style.
  ///   - page: where faults are shown that no word of a binding is to blame for.
  func over(
    _ node: YAMLNode?, page: YAMLNode?, reporting diagnostics: inout [Diagnostic]
  ) -> [YAMLMapping] {
    let own = mapping
    var sheets = (node?.items ?? []).compactMap { $0.bindingMapping(reporting: &diagnostics) }
    if sheets.isEmpty { sheets = [YAMLMapping(entries: [], node: node ?? page ?? own.node)] }
    if let style = words[.style] {
      let named = sheets.first {
        $0["style"]?.node.scalar?.string.lowercased() == style.lowercased()
      }
      sheets = [named ?? sheets[0].withoutStyle]
    }
    return sheets.map { sheet in
      var sheet = sheet
      sheet.entries.removeAll { entry in
        own[entry.key] != nil || own["printer"] != nil && entry.key == "flip"
      }
      sheet.entries += own.entries
      return sheet
    }
  }

  /// In the order of the keys, each value in a text named after its option.
  private var mapping: YAMLMapping {
    let entries = Key.allCases.compactMap { key in
      words[key].map { text in
        let source = YAMLText(text: text, file: key.option, hasLines: false)
        let value = YAMLNode(node: Node(text), source: source)
        return YAMLMapping.Entry(key: key.rawValue, keyRange: value.range, value: value)
      }
    }
    let source = YAMLText(text: "", file: Key.style.option, hasLines: false)
    return YAMLMapping(
      entries: entries, node: YAMLNode(node: Node([(Node, Node)]()), source: source))
  }
}

extension YAMLNode {
  /// `quarto` alone says as much as `{style: quarto}`. What stands under `print:` says how many are
  /// printed, and is told by options of its own.
  fileprivate func bindingMapping(reporting diagnostics: inout [Diagnostic]) -> YAMLMapping? {
    if node.scalar != nil {
      return YAMLMapping(
        entries: [YAMLMapping.Entry(key: "style", keyRange: range, value: self)], node: self)
    }
    let inPrint: [BindingWords.Key] = [.copies, .price]
    let keys = BindingWords.Key.allCases.filter { !inPrint.contains($0) }.map(\.rawValue)
    guard var mapping = mapping(of: keys + ["flip", "print"], reporting: &diagnostics) else {
      return nil
    }
    let print = mapping["print"]?.mapping(of: inPrint.map(\.rawValue), reporting: &diagnostics)
    // What is not known has been reported.
    mapping.entries.removeAll { !(keys + ["flip"]).contains($0.key) }
    mapping.entries += (print?.entries ?? []).filter { entry in
      inPrint.contains { $0.rawValue == entry.key }
    }
    return mapping
  }
}

extension YAMLMapping {
  /// Without the name of the style and what belongs to it.
  fileprivate var withoutStyle: YAMLMapping {
    var mapping = self
    mapping.entries.removeAll { entry in
      entry.key == "style"
        || BindingWords.Key(rawValue: entry.key).map(\.belongsToStyle) ?? false
    }
    return mapping
  }
}
