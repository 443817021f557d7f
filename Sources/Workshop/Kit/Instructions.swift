internal import Geometry
internal import Imposition

/// What the page of instructions says of one booklet, before it is set.
struct Instructions: Hashable, Sendable {
  struct Step: Hashable, Sendable {
    var title: String
    /// Names and values, as a print dialog has them.
    var settings: [Setting] = []
    var text: [String] = []
    var figure: Figure
  }

  struct Setting: Hashable, Sendable {
    var name: String
    var value: String
  }

  /// A number and what it counts.
  struct Fact: Hashable, Sendable {
    var value: String
    var name: String
  }

  var title: String
  var heading: String
  var steps: [Step]
  var facts: [Fact]

  /// - Parameters:
  ///   - signatures: as they are printed, the cover first if it has a sheet of its own.
  init(
    of title: String, bound binding: Binding, _ signatures: [Signature], _ order: KitOrder,
    _ files: KitFiles, in words: KitWords
  ) {
    self.title = title
    heading = words.instructions
    let maker = StepMaker(binding: binding, signatures: signatures, files: files, words: words)
    steps = maker.steps
    facts = words.facts(Supplies(of: signatures, bound: binding, for: order), binding, order)
  }
}

/// The names of the files that are printed.
package struct KitFiles: Hashable, Sendable {
  /// All sides, or the fronts where backs are printed by themselves.
  package var sheets: String
  /// Nil for a printer that prints both sides by itself.
  package var backs: String?
  /// Of a cover on paper of its own, if it is a file by itself.
  package var cover: String?

  package init(sheets: String, backs: String? = nil, cover: String? = nil) {
    self.sheets = sheets
    self.backs = backs
    self.cover = cover
  }
}

extension KitWords {
  func facts(
    _ supplies: Supplies, _ binding: Binding, _ order: KitOrder
  ) -> [Instructions.Fact] {
    func count(_ number: Int) -> String { numbers.written(Double(number), decimals: 0) }
    var facts = [
      Instructions.Fact(value: count(order.copies), name: self.supplies.copies),
      .init(
        value: count(supplies.sheets),
        name: self.supplies.sheets.filled(["paper": binding.paper.name])),
    ]
    if supplies.coverSheets > 0 {
      facts.append(.init(value: count(supplies.coverSheets), name: self.supplies.coverSheets))
    }
    if supplies.sheets >= 100 {
      facts.append(.init(value: count(supplies.reams), name: self.supplies.reams))
    }
    if let cost = supplies.cost, let price = order.price {
      let each = numbers.money(price, order.currency)
      facts.append(
        .init(
          value: numbers.money(Double(cost) / 100, order.currency),
          name: self.supplies.cost.filled(["price": each])))
    }
    let weight = numbers.paperWeight(binding.stock.weight)
    facts.append(
      .init(
        value: numbers.weight(grams: supplies.grams),
        name: self.supplies.weight.filled(["weight": weight])))
    facts.append(
      .init(
        value: numbers.millimetres(supplies.thickness.millimetres), name: self.supplies.thickness))
    return facts
  }
}
