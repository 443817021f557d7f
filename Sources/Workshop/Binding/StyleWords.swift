internal import Diagnostics
internal import Imposition
internal import Yams

// The style of a binding, and what its signatures are made of.

extension YAMLMapping {
  func bindingStyle(reporting diagnostics: inout [Diagnostic]) -> BindingStyle {
    self["style"]?.choice(
      of: BindingStyle.allCases.map { ($0.rawValue, $0) }, reporting: &diagnostics) ?? .saddle
  }

  /// The style with its parameters; those of other styles are reported.
  func bindingStyle(
    named style: BindingStyle, reporting diagnostics: inout [Diagnostic]
  ) -> Binding.Style {
    for key in BindingWords.Key.allCases where key.belongsToStyle && !key.styles.contains(style) {
      if let node = self[key.rawValue] {
        diagnostics.append(
          .foreignToStyle(key.rawValue, style, at: node.bookletPlace, of: key.styles))
      }
    }
    let gathering = gathering(reporting: &diagnostics)
    // Sheets folded one by one are thin enough to fold well.
    let nesting =
      self["nesting"]?.choice(
        of: [("together", Binding.Nesting.together), ("singly", .singly)], reporting: &diagnostics)
      ?? .singly
    switch style {
    case .saddle: return .saddleStitch
    case .signatures: return .signatures(gathering ?? usualSignatures)
    case .quarto: return .quarto(nesting, gathering ?? .oneSignature)
    case .octavo: return .octavo(nesting, gathering ?? .oneSignature)
    case .cutStack: return .cutAndStack
    case .cutSaddle:
      let strips = self["strips"]?.choice(
        of: [("copies", Binding.Strips.twoCopies), ("stack", .stacked), ("nest", .nested)],
        reporting: &diagnostics)
      return .cutSaddle(strips ?? .twoCopies)
    case .zine:
      let heads = self["heads"]?.choice(
        of: [("middle", Binding.Heads.atTheMiddle), ("edges", .atTheEdges)],
        reporting: &diagnostics)
      return .miniZine(heads ?? .atTheMiddle)
    case .perfectLeaves: return .perfectLeaves
    case .perfectGathered: return .perfectGathered(gathering ?? usualSignatures)
    }
  }

  /// One of three rules, whose keys name their units.
  private func gathering(reporting diagnostics: inout [Diagnostic]) -> Gathering? {
    let keys = ["sheets-per-signature", "at-most-sheets", "pages-per-signature"]
    let given = keys.filter { self[$0] != nil }
    if given.count > 1, let second = self[given[1]] {
      diagnostics.append(.signaturesTwice(given, at: second))
      return nil
    }
    let sheets = 1...100
    if let node = self["sheets-per-signature"] {
      return node.number(in: sheets, reporting: &diagnostics).map { .sheets($0) }
    }
    if let node = self["at-most-sheets"] {
      return node.number(in: sheets, reporting: &diagnostics).map { .evened(atMost: $0) }
    }
    return self["pages-per-signature"]?.pageRange(reporting: &diagnostics).map { .pages($0) }
  }
}

/// Four sheets still fold sharply, and sixteen pages are what books are mostly sewn of.
private let usualSignatures = Gathering.evened(atMost: 4)

extension YAMLNode {
  /// `20-60`, or `32`.
  fileprivate func pageRange(reporting diagnostics: inout [Diagnostic]) -> ClosedRange<Int>? {
    let ends = (node.scalar?.string ?? "").split(
      separator: "-", maxSplits: 1, omittingEmptySubsequences: false
    ).map { Int($0.filter { $0 != " " }) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, first >= 4, first <= last,
      last <= 400
    else {
      return report(
        Wording(
          en: "a number of pages from 4 to 400, or a range of them such as 20-60",
          fr: "un nombre de pages de 4 à 400, ou un intervalle comme 20-60"), &diagnostics)
    }
    return first...last
  }

  func boundEdge(
    of style: BindingStyle, reporting diagnostics: inout [Diagnostic]
  ) -> Binding.BoundEdge? {
    let edge = choice(
      of: [("left", Binding.BoundEdge.left), ("right", .right), ("top", .top)],
      reporting: &diagnostics)
    if edge == .top, !BindingStyle.boundAtTheTop.contains(style) {
      diagnostics.append(
        .foreignToStyle("bound: top", style, at: bookletPlace, of: BindingStyle.boundAtTheTop))
    }
    return edge
  }

  func creep(
    of stock: PaperStock, _ style: BindingStyle, reporting diagnostics: inout [Diagnostic]
  ) -> Creep? {
    let choice = choice(
      of: [
        ("off", Creep.Direction?.none), ("spine", .towardsSpine), ("fore-edge", .awayFromSpine),
      ], reporting: &diagnostics)
    guard let direction = choice ?? nil else { return nil }
    if !style.isNested {
      diagnostics.append(
        .foreignToStyle(
          "creep", style, at: bookletPlace, of: BindingStyle.allCases.filter { $0.isNested }))
    }
    return Creep(thickness: stock.thickness, direction: direction)
  }

  /// `all` are those that the style has.
  func marks(
    of style: BindingStyle, reporting diagnostics: inout [Diagnostic]
  ) -> (all: Set<PrintersMarks.Kind>, named: Set<PrintersMarks.Kind>) {
    var all: Set<PrintersMarks.Kind> = []
    var named: Set<PrintersMarks.Kind> = []
    let choices = PrintersMarks.Kind.allCases.map { ($0.rawValue, Optional($0)) }
    for item in separated {
      let choice = item.choice(of: choices + [("all", nil)], reporting: &diagnostics)
      guard let choice else { continue }
      guard let kind = choice else {
        all.formUnion(PrintersMarks.Kind.allCases.filter { $0.styles.contains(style) })
        continue
      }
      if !kind.styles.contains(style) {
        diagnostics.append(
          .foreignToStyle(kind.rawValue, style, at: item.bookletPlace, of: kind.styles))
      }
      named.insert(kind)
    }
    return (all.union(named), named)
  }

  /// The last page is the poster on a zine's back.
  func lastPage(of style: BindingStyle, reporting diagnostics: inout [Diagnostic]) -> Bool {
    let isLast: Bool? = choice(of: [("last-page", true)], reporting: &diagnostics)
    return isLast == true && style == .zine
  }
}

extension PrintersMarks.Kind {
  /// The styles that have such marks.
  fileprivate var styles: [BindingStyle] {
    switch self {
    case .crop, .registration, .slug: BindingStyle.allCases
    case .fold: BindingStyle.allCases.filter { $0 != .cutStack && $0 != .perfectLeaves }
    case .staple: [.saddle, .quarto, .octavo, .cutSaddle]
    case .sewing: [.signatures, .quarto, .octavo]
    case .collation: [.signatures, .quarto, .octavo, .perfectGathered]
    }
  }
}

extension Diagnostic {
  /// What would be ignored is refused.
  static func foreignToStyle(
    _ word: String, _ style: BindingStyle, at place: Booklet.Place, of styles: [BindingStyle]
  ) -> Diagnostic {
    let list = styles.map(\.rawValue).joined(separator: ", ")
    return Diagnostic(
      .error, "binding-word-foreign", file: place.file, range: place.range,
      Wording(
        en: "\(word) does not belong to the binding “\(style.rawValue)”",
        fr: "\(word) n’a pas de sens pour la reliure « \(style.rawValue) »"),
      hints: [
        Wording(
          en: "take it away, or choose a binding that has it: \(list)",
          fr: "retirez-le, ou choisissez une reliure qui le connaît : \(list)")
      ])
  }

  fileprivate static func signaturesTwice(_ keys: [String], at node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .error, "signatures-twice", file: node.source.file, range: node.place,
      Wording(
        en: "\(keys.joined(separator: " and ")) say different things of the same signatures",
        fr: "\(keys.joined(separator: " et ")) disent deux choses des mêmes cahiers"),
      hints: [Wording(en: "keep one of them", fr: "n’en gardez qu’un")])
  }
}
