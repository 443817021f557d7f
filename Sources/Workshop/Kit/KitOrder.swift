internal import Geometry
internal import Imposition

/// How many booklets someone wants to make, and what a sheet costs.
package struct KitOrder: Hashable, Sendable {
  package var copies: Int
  /// Of one printed sheet, both sides; nil where nobody gave it.
  package var price: Double?
  /// As it is written: "€", "CHF".
  package var currency: String

  package init(copies: Int = 1, price: Double? = nil, currency: String = "€") {
    self.copies = max(copies, 1)
    self.price = price
    self.currency = currency
  }
}

/// What so many copies take.
struct Supplies: Hashable, Sendable {
  /// Of the body; half of them where each sheet makes two copies.
  var sheets: Int
  /// Of covers on paper of their own.
  var coverSheets: Int
  /// Of 500 sheets, as paper is sold.
  var reams: Int
  /// In hundredths of the currency.
  var cost: Int?
  /// Of all the sheets together.
  var grams: Double
  /// Of one closed booklet.
  var thickness: Length
  var pages: Int

  init(of signatures: [Signature], bound binding: Binding, for order: KitOrder) {
    let copies = max(order.copies, 1)
    let runs = binding.style == .cutSaddle(.twoCopies) ? (copies + 1) / 2 : copies
    let body = signatures.filter { !$0.isCover }
    let covers = signatures.filter(\.isCover)
    sheets = body.reduce(0) { $0 + $1.sheets.count } * runs
    coverSheets = covers.reduce(0) { $0 + $1.sheets.count } * copies
    reams = (sheets + 499) / 500
    let printed = Double(sheets + coverSheets)
    cost = order.price.map { Int((max(0, min($0, 1e6)) * printed * 100).rounded()) }
    let area = body.squareMetres * Double(runs) + covers.squareMetres * Double(copies)
    grams = binding.stock.weight * area
    pages = signatures.reduce(0) { $0 + $1.pages.count }
    // A mini-zine's leaves are two thicknesses each.
    let perLeaf = if case .miniZine = binding.style { 2 } else { 1 }
    thickness = binding.stock.thickness * (pages / 2 * perLeaf)
  }
}

extension [Signature] {
  /// Of all their sheets.
  fileprivate var squareMetres: Double {
    flatMap(\.sheets).reduce(0) {
      $0 + $1.outer.size.width.millimetres * $1.outer.size.height.millimetres / 1e6
    }
  }
}
