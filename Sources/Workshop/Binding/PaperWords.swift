internal import Diagnostics
internal import Geometry
internal import Imposition
internal import Yams

// Paper, its sizes and its weight, and how large pages lie on it.

extension YAMLNode {
  /// A trade name, or two sides and their unit: `225x320 mm`.
  func paper(reporting diagnostics: inout [Diagnostic]) -> Paper? {
    let text = node.scalar?.string ?? ""
    if let paper = Paper(named: text) ?? Paper(written: text) { return paper }
    let names = Paper.known.map(\.name)
    let list = names.joined(separator: ", ")
    return report(
      Wording(
        en: "one of \(list), or a size from 40 to 1500 mm such as 225x320 mm,",
        fr: "l’un de \(list), ou une taille de 40 à 1500 mm comme 225x320 mm"), &diagnostics,
      nearest: NearestWord(to: text, among: names))
  }

  /// `71 %`, or `fit` for as large as the paper allows.
  func scale(of binding: Binding, reporting diagnostics: inout [Diagnostic]) -> Double? {
    let text = (node.scalar?.string ?? "").filter { !$0.isWhitespace }.lowercased()
    // Whole thousandths, rounded down: what fits does not hang over by a hair.
    if text == "fit" { return (binding.fittingScale * 1_000).rounded(.down) / 1_000 }
    guard text.hasSuffix("%"), let percent = Double(written: text.dropLast()), percent >= 10,
      percent <= 400
    else {
      return report(
        Wording(
          en: "fit, or a percentage from 10 % to 400 % such as 71 %,",
          fr: "fit, ou un pourcentage de 10 % à 400 % comme 71 %"), &diagnostics)
    }
    return percent / 100
  }

  /// `80 g`, `80 g, 0.1 mm` or `{weight: 80 g, thickness: 0.1 mm}`.
  func stock(reporting diagnostics: inout [Diagnostic]) -> PaperStock? {
    if isMapping {
      let mapping = mapping(of: ["weight", "thickness"], reporting: &diagnostics)
      let thickness = mapping?["thickness"]?.thickness(reporting: &diagnostics)
      guard let weight = mapping?["weight"]?.weight(reporting: &diagnostics) else { return nil }
      return PaperStock(weight: weight, thickness: thickness)
    }
    let parts = separated
    guard parts.count <= 2, let first = parts.first else {
      return report(
        Wording(
          en: "a weight, and a thickness if you measured it, such as 80 g, 0.1 mm,",
          fr: "un grammage, et l’épaisseur si vous l’avez mesurée, comme 80 g, 0,1 mm"),
        &diagnostics)
    }
    guard let weight = first.weight(reporting: &diagnostics) else { return nil }
    let thickness = parts.count > 1 ? parts[1].thickness(reporting: &diagnostics) : nil
    return PaperStock(weight: weight, thickness: thickness)
  }

  /// Grams a square metre: `80 g`, `80g/m²`.
  private func weight(reporting diagnostics: inout [Diagnostic]) -> Double? {
    let text = (node.scalar?.string ?? "").filter { !$0.isWhitespace }.lowercased()
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    guard ["g", "g/m2", "g/m²", "gsm"].contains(text[digits.endIndex...]),
      let grams = Double(written: digits), grams >= 20, grams <= 600
    else {
      return report(
        Wording(
          en: "a weight of paper from 20 to 600 g, such as 80 g,",
          fr: "un grammage de 20 à 600 g, comme 80 g"), &diagnostics)
    }
    return grams
  }

  private func thickness(reporting diagnostics: inout [Diagnostic]) -> Length? {
    guard let thickness = length(reporting: &diagnostics) else { return nil }
    guard thickness >= .millimetres(0.02), thickness <= .millimetres(1) else {
      return report(
        Wording(
          en: "the thickness of one leaf, from 0.02 to 1 mm,",
          fr: "l’épaisseur d’une feuille, de 0,02 à 1 mm"), &diagnostics)
    }
    return thickness
  }

  /// `inside`, `end` or `after-page-12`.
  func blanks(reporting diagnostics: inout [Diagnostic]) -> Blanks? {
    let text = (node.scalar?.string ?? "").lowercased()
    if text.hasPrefix("after-page-"), let page = Int(text.dropFirst(11)), page >= 1 {
      return .after(page)
    }
    let words: [(String, Blanks)] = [
      ("inside", .insideBackCover), ("end", .atTheEnd), ("after-page-12", .after(12)),
    ]
    return choice(of: words, reporting: &diagnostics)
  }

  /// `0.02 €`, `CHF 0,10`.
  func price(
    reporting diagnostics: inout [Diagnostic]
  ) -> (amount: Double, currency: String)? {
    let text = (node.scalar?.string ?? "").filter { !$0.isWhitespace }
    let isDigit = { (letter: Character) in
      letter.isASCII && (letter.isNumber || letter == "." || letter == ",")
    }
    let digits = text.filter(isDigit)
    let currency = text.filter { !isDigit($0) }
    guard text == digits + currency || text == currency + digits, (1...5).contains(currency.count),
      !currency.contains("-"), !currency.contains("+"),
      let amount = Double(written: digits[...]), amount >= 0, amount <= 10_000
    else {
      return report(
        Wording(
          en: "what a printed sheet costs, with its currency, such as 0.02 €,",
          fr: "ce que coûte une feuille imprimée, avec la monnaie, comme 0,02 €"), &diagnostics)
    }
    return (amount, currency)
  }

  /// The items of a list, or what commas part in a text: a comma between two digits is a decimal
  /// one, for no item begins with a digit but after a space.
  var separated: [YAMLNode] {
    guard let text = node.scalar?.string else { return items }
    var parts = [""]
    let letters = Array(text)
    for (index, letter) in letters.enumerated() {
      let next = index + 1 < letters.count ? letters[index + 1] : " "
      let isDecimal = index > 0 && letters[index - 1].isNumber && next.isNumber
      if letter == ",", !isDecimal {
        parts.append("")
      } else {
        parts[parts.count - 1].append(letter)
      }
    }
    return parts.map { part in
      let text = part.drop { $0 == " " }
      var node = Node(String(text.reversed().drop { $0 == " " }.reversed()))
      // Where the whole text stands.
      node.scalar?.mark = self.node.scalar?.mark
      return YAMLNode(node: node, source: source)
    }
  }
}

extension Double {
  /// Digits with a point or a comma among them, and nothing else.
  init?(written text: Substring) {
    let isPlain = text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
    guard isPlain, let number = Double(text.replacing(",", with: ".")) else { return nil }
    self = number
  }
}

extension Paper {
  /// `225x320 mm`, `22,5 × 32 cm`, `225 mm x 320 mm`; nil for anything else, and for what no one
  /// prints on.
  init?(written text: String) {
    let letters = text.lowercased().map { $0 == "×" ? "x" : $0 }
    let sides = letters.split(separator: "x", omittingEmptySubsequences: false).map { String($0) }
    guard sides.count == 2,
      let unit = sides[1].split(whereSeparator: { $0.isNumber || $0 == " " }).last,
      let height = Length(written: sides[1]),
      let width = Length(written: sides[0]) ?? Length(written: sides[0] + unit)
    else { return nil }
    let possible = Length.millimetres(40)...Length.millimetres(1_500)
    guard possible.contains(width), possible.contains(height) else { return nil }
    let size = Size(width: width, height: height)
    if let known = Self.known.first(where: { $0.size == size }) {
      self = known
    } else {
      self.init(name: "\(width.shownInMillimetres)x\(height.shownInMillimetres) mm", size: size)
    }
  }
}

extension Length {
  /// To a tenth: `225`, `215.9`.
  /// With a point between whole and parts, as in what is typed.
  var shownInMillimetres: String {
    let tenths = Int((millimetres * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }
}

extension String {
  /// A number as French writes it.
  var withComma: String { replacing(".", with: ",") }
}
