package import Diagnostics
package import Geometry
package import Imposition

/// A booklet that someone wants.
package struct Booklet: Hashable, Sendable {
  /// With the edge at which books that are read from the left are bound, unless one is named.
  package var binding: Binding
  /// Whether the bound edge was named, and is not to follow the language.
  package var namesBoundEdge: Bool
  package var kit: KitOrder
  /// The marks that someone named, and did not ask for with all others.
  package var namedMarks: Set<PrintersMarks.Kind>
  /// Where its words stand; under `style` where it is asked for as a whole.
  package var places: [BindingWords.Key: Place]

  package struct Place: Hashable, Sendable {
    package var file: String
    /// Nil for an option of the command line.
    package var range: SourceRange?
  }

  package init(
    _ binding: Binding = Binding(), namesBoundEdge: Bool = false, kit: KitOrder = KitOrder(),
    namedMarks: Set<PrintersMarks.Kind> = [], places: [BindingWords.Key: Place] = [:]
  ) {
    self.binding = binding
    self.namesBoundEdge = namesBoundEdge
    self.kit = kit
    self.namedMarks = namedMarks
    self.places = places
  }

  /// The place of the first of these words that someone wrote, or of the whole.
  package func place(of keys: BindingWords.Key...) -> Place {
    (keys + [.style]).lazy.compactMap { places[$0] }.first
      ?? Place(file: BindingWords.Key.style.option)
  }

  fileprivate func asksForTheSame(as other: Booklet) -> Bool {
    binding == other.binding && kit == other.kit
  }

  /// Bound at the edge where books in a script of that direction are, unless one was named.
  package func bound(readingRightToLeft: Bool) -> Booklet {
    guard !namesBoundEdge else { return self }
    var booklet = self
    booklet.binding.boundEdge = readingRightToLeft ? .right : .left
    return booklet
  }
}

extension BindingWords {
  /// The booklets that these words alone ask for, of pages of that size; what cannot be read is
  /// reported under the name of its option.
  package func booklets(
    ofPages size: Size, reporting diagnostics: inout [Diagnostic]
  ) -> [Booklet] {
    booklets(ofPages: size, over: nil, page: nil, reporting: &diagnostics)
  }

  /// The same with a book's sheet below them: several where it asks for several, or for several
  /// printers; each once.
  func booklets(
    ofPages size: Size, over node: YAMLNode?, page: YAMLNode?,
    reporting diagnostics: inout [Diagnostic]
  ) -> [Booklet] {
    var booklets: [Booklet] = []
    for mapping in over(node, page: page, reporting: &diagnostics) {
      var found: [Diagnostic] = []
      let read = mapping.booklets(ofPages: size, reporting: &found)
      // What could not be read would be blamed for more than it says.
      if found.isEmpty { found = read.first?.findings ?? [] }
      diagnostics += found
      for booklet in read
      where !booklets.contains(where: { $0.asksForTheSame(as: booklet) }) {
        booklets.append(booklet)
      }
    }
    return booklets
  }
}

extension YAMLMapping {
  /// One for each printer.
  fileprivate func booklets(
    ofPages size: Size, reporting diagnostics: inout [Diagnostic]
  ) -> [Booklet] {
    let style = bindingStyle(reporting: &diagnostics)
    var binding = Binding(
      style: bindingStyle(named: style, reporting: &diagnostics), pageSize: size)
    if let paper = self["paper"]?.paper(reporting: &diagnostics) { binding.paper = paper }
    let edge = self["bound"]?.boundEdge(of: style, reporting: &diagnostics)
    binding.boundEdge = edge ?? .left
    binding.stock = self["stock"]?.stock(reporting: &diagnostics) ?? PaperStock()
    if let node = self["creep"] {
      binding.creep = node.creep(of: binding.stock, style, reporting: &diagnostics)
    }
    if let blanks = self["blanks"]?.blanks(reporting: &diagnostics) { binding.blanks = blanks }
    readCover(into: &binding, style, reporting: &diagnostics)
    let marks = self["marks"]?.marks(of: style, reporting: &diagnostics)
    binding.marks.kinds = marks?.all ?? []
    if let node = self["poster"], node.lastPage(of: style, reporting: &diagnostics) {
      binding.poster = size
    }
    // The last of all, for how much room there is depends on all of them.
    if let node = self["scale"], let scale = node.scale(of: binding, reporting: &diagnostics) {
      binding.scale = scale
    }
    let price = self["price"]?.price(reporting: &diagnostics)
    let kit = KitOrder(
      copies: self["copies"]?.number(in: 1...1_000_000, reporting: &diagnostics) ?? 1,
      price: price?.amount, currency: price?.currency ?? "€")
    return printers(reporting: &diagnostics).map { printer in
      var binding = binding
      binding.printer = printer
      return Booklet(
        binding, namesBoundEdge: edge != nil, kit: kit, namedMarks: marks?.named ?? [],
        places: places)
    }
  }

  private var places: [BindingWords.Key: Booklet.Place] {
    var places = [BindingWords.Key.style: node.bookletPlace]
    for key in BindingWords.Key.allCases {
      if let value = self[key.rawValue] { places[key] = value.bookletPlace }
    }
    if let flip = self["flip"] { places[.printer] = flip.bookletPlace }
    return places
  }

  private func readCover(
    into binding: inout Binding, _ style: BindingStyle, reporting diagnostics: inout [Diagnostic]
  ) {
    let isOwn = self["cover"]?.choice(
      of: [("body", false), ("own", true)], reporting: &diagnostics)
    let paper = self["cover-paper"]?.paper(reporting: &diagnostics)
    if let node = self["cover-paper"], isOwn == false {
      diagnostics.append(.coverPaperOfTheBody(at: node))
    } else if isOwn ?? (paper != nil) {
      binding.cover = .ownSheet(paper ?? binding.paper)
    }
    if let count = self["flyleaves"]?.number(in: 0...8, reporting: &diagnostics) {
      binding.flyleaves = count
    }
    // One sheet has eight pages, and no other.
    for key in ["cover", "cover-paper", "flyleaves"] {
      if style == .zine, let node = self[key] {
        diagnostics.append(
          .foreignToStyle(
            key, style, at: node.bookletPlace, of: BindingStyle.allCases.filter { $0 != .zine }))
      }
    }
  }
}

extension YAMLNode {
  var bookletPlace: Booklet.Place { Booklet.Place(file: source.file, range: place) }
}

extension Diagnostic {
  fileprivate static func coverPaperOfTheBody(at node: YAMLNode) -> Diagnostic {
    Diagnostic(
      .error, "cover-paper-unused", file: node.source.file, range: node.place,
      Wording(
        en: "a cover that is printed with the rest has no paper of its own",
        fr: "une couverture imprimée avec le reste n’a pas de papier à elle"),
      hints: [
        Wording(
          en: "ask for cover: own, or take the paper away",
          fr: "demandez cover: own, ou retirez le papier")
      ])
  }
}
