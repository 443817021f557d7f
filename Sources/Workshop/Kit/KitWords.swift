internal import Typesetting

/// What the sheets of the kit say in one language. All of it is data; `Languages/` has one value a
/// file. Numbers stand beside words and never govern them, for every language counts in its own way.
/// What is in braces is filled in.
struct KitWords: Hashable, Sendable {
  /// BCP 47.
  var tag: String
  var instructions: String
  var printing: Printing
  var places: Places
  var titles: Titles
  var making: Making
  var supplies: SupplyWords
  var test: Test
  var dummy: Dummy
  var numbers: Numbers

  struct Printing: Hashable, Sendable {
    var file: String
    var paper: String
    var scale: String
    var fullSize: String
    var sides: String
    var bothShort: String
    var bothLong: String
    var one: String
    /// How the pile goes back into the tray.
    var backAsItCame: String
    var backTurnedOver: String
    var equalCounts: String
    var mayBeReversed: String
    /// {paper}, {sheets}
    var cover: String
  }

  /// Where on a sheet, as an adverb.
  struct Places: Hashable, Sendable {
    var left: String
    var right: String
    var top: String
    var bottom: String
    var topLeft: String
    var topRight: String
    var bottomLeft: String
    var bottomRight: String
    /// {page}, {place}
    var page: String
    /// {place}
    var blank: String
    /// Between two of them.
    var comma: String
    /// {pages}
    var onTop: String
    var underneath: String
  }

  struct Titles: Hashable, Sendable {
    var print: String
    var fronts: String
    var backs: String
    var check: String
    var heaps: String
    var fold: String
    var foldIn: String
    var gather: String
    var staple: String
    var sew: String
    var glue: String
    var leaves: String
    var slit: String
    var trim: String
    var cut: String
    var stack: String
    var crease: String
    var slitMiddle: String
    var push: String
    var cover: String
  }

  struct Making: Hashable, Sendable {
    /// {counts}, {page}
    var heaps: String
    var leftOverRight: String
    var rightOverLeft: String
    var topDown: String
    var together: String
    var singly: String
    /// {page}
    var foldedPageOnTop: String
    /// {pages}
    var nest: String
    /// {pages}
    var gather: String
    /// {distance}
    var staple: String
    /// {distances}
    var sew: String
    /// {thickness}
    var glue: String
    /// {page}: a cover of its own that is folded and stapled with the pile.
    var coverUnder: String
    /// {page}: one that is put round what is folded or cut already.
    var coverRound: String
    /// One that is glued.
    var wrapCover: String
    /// {place}
    var bindLeaves: String
    var slitHead: String
    var slitHeadAndEdge: String
    /// {creep}
    var trim: String
    /// {creep}, where pages were shifted by it.
    var trimCreep: String
    var trimAtMarks: String
    /// {size}
    var trimTo: String
    var trimPlain: String
    var frontUp: String
    /// Where crop marks are printed; where not, {distances}.
    var cutLines: String
    var cutFromLeft: String
    var cutFromTop: String
    var cutAcross: String
    var twoCopies: String
    var stackHalves: String
    var nestStrips: String
    /// {pages}
    var stackPiles: String
    /// Where fold marks are printed, and where not.
    var creaseAll: String
    var creaseEighths: String
    var slitMiddle: String
    var push: String
    var foldZine: String
    var freeBack: String
  }

  struct SupplyWords: Hashable, Sendable {
    var copies: String
    /// {paper}
    var sheets: String
    var coverSheets: String
    var reams: String
    /// {price}
    var cost: String
    /// {weight}
    var weight: String
    var thickness: String
  }

  struct Test: Hashable, Sendable {
    var title: String
    /// {paper}
    var print: String
    var byHand: String
    var turn: String
    var read: String
    var ruler: String
    var margin: String
    var register: String
    var inOneGo: String
    var blankSide: String
    var sameSide: String
    var sameSideHint: String
    /// For sheets printed this way round only.
    var orientation: String
  }

  struct Dummy: Hashable, Sendable {
    var title: String
    var frontCover: String
    var backCover: String
  }

  struct Numbers: Hashable, Sendable {
    var decimalMark: String
    var group: String
    /// "€12.40" rather than "12,40 €".
    var putsCurrencyFirst: Bool
    var millimetre = "mm"
    var gram = "g"
    var kilogram = "kg"
    /// Of paper.
    var gramsPerSquareMetre = "g/m²"
  }
}

extension KitWords {
  private static let known = [
    french, english, spanish, german, italian, portuguese, catalan, arabic,
  ]

  /// The words of a language, or of that which it is a variant of; English for all others.
  init(tag: String) {
    let base = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
    self = Self.known.first { $0.tag == base } ?? .english
  }
}

extension String {
  /// With what is in braces filled in.
  func filled(_ values: [String: String]) -> String {
    var filled = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      filled += rest[..<open] + (values[String(name)] ?? String(rest[open...close]))
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}

extension KitWords.Numbers {
  /// "1 234,5", without decimals that say nothing.
  func written(_ value: Double, decimals: Int, keepsZeros: Bool = false) -> String {
    var unit = 1
    for _ in 0..<decimals { unit *= 10 }
    let rounded = Int((abs(value) * Double(unit)).rounded())
    var fraction = ""
    if decimals > 0 {
      let digits = String(rounded % unit)
      fraction = String(repeating: "0", count: decimals - digits.count) + digits
      if !keepsZeros { while fraction.last == "0" { fraction.removeLast() } }
    }
    let sign = value < 0 && rounded > 0 ? "\u{2212}" : ""
    return sign + grouped(rounded / unit) + (fraction.isEmpty ? "" : decimalMark + fraction)
  }

  private func grouped(_ number: Int) -> String {
    let digits = String(number)
    // Four figures are read without help.
    guard digits.count > 4 else { return digits }
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += group }
      grouped.append(digit)
    }
    return grouped
  }

  /// With two decimals, or as many as a small price takes.
  func money(_ amount: Double, _ currency: String) -> String {
    let isFine = abs((amount * 100).rounded() - amount * 100) > 0.001
    let number =
      isFine ? written(amount, decimals: 4) : written(amount, decimals: 2, keepsZeros: true)
    guard putsCurrencyFirst else { return "\(number)\u{A0}\(currency)" }
    // A sign touches its number, letters do not.
    let isWord = currency.last?.isLetter ?? false
    return currency + (isWord ? "\u{A0}" : "") + number
  }

  /// In grams, or in kilograms from one on.
  func weight(grams: Double) -> String {
    grams < 1000
      ? "\(written(grams, decimals: 0))\u{A0}\(gram)"
      : "\(written(grams / 1000, decimals: 1))\u{A0}\(kilogram)"
  }

  func millimetres(_ length: Double, decimals: Int = 1) -> String {
    "\(written(length, decimals: decimals))\u{A0}\(millimetre)"
  }

  func paperWeight(_ grams: Double) -> String {
    "\(written(grams, decimals: 0))\u{A0}\(gramsPerSquareMetre)"
  }
}
