internal import Diagnostics
internal import Imposition
internal import PDF
internal import Typesetting

extension Easel {
  /// The pages, spreads or sheets that the order asks for, a PNG each.
  func proofs(_ order: ProofOrder, watch: inout Stopwatch) throws(WorkshopError) -> [Product] {
    watch.start(.drawProofs)
    let numbers = try order.numbers(of: typeset.pages.count)
    let folder = order.folder ?? book.outputFolder + "/pages"
    let proofs = named(order.kind, numbers)
    let slugs = slugLines(on: proofs.map(\.proof.forme))
    let press = ProofPress(
      pages: typeset.pages, fonts: fonts, pictures: pictures,
      slugs: Dictionary(uniqueKeysWithValues: slugs.map { ($0.line, $0.page) }),
      slugBaseline: SlugType.baseline)
    var products: [Product] = []
    for (name, proof) in proofs {
      let path = joined(folder, "\(name).png")
      do {
        products.append(Product(path: path, bytes: try press.png(of: proof, ppi: order.ppi)))
      } catch .tooManyPixels(let millions) {
        throw WorkshopError(.proofTooLarge(millions: millions, file: path))
      } catch {
        throw WorkshopError(.notDrawn(error, file: path))
      }
    }
    return products
  }

  /// Proofs that show one of these pages, with the names of their files.
  private func named(
    _ kind: ProofOrder.Kind, _ numbers: [Int]
  ) -> [(name: String, proof: Proof)] {
    let (pages, direction) = (typeset.pages, book.language.direction)
    let all: [(name: String, proof: Proof)]
    switch kind {
    case .pages:
      all = Proof.singles(of: pages).map { ("page-\(digits($0.pageNumbers))", $0) }
    case .spreads:
      all = Proof.spreads(of: pages, direction: direction).map {
        ("spread-\(digits($0.pageNumbers))", $0)
      }
    case .sheets:
      let sheets = booklets.first?.signatures.flatMap(\.sheets) ?? []
      all = sheets.enumerated().flatMap { index, sheet in
        [("outer", sheet.outer), ("inner", sheet.inner)].map { side, forme in
          ("sheet-\(digits([index + 1]))-\(side)", Proof(forme, hairlines: .edge))
        }
      }
    case .contactSheet:
      return [
        ("contact-sheet", Proof.contactSheet(of: numbers, in: pages, direction: direction))
      ]
    }
    let wanted = Set(numbers)
    return all.filter { !wanted.isDisjoint(with: $0.proof.pageNumbers) }
  }

  /// `06-07`: as many digits as keep the files in order.
  private func digits(_ numbers: [Int]) -> String {
    let width = max(2, String(typeset.pages.count).count)
    return numbers.map { number in
      let digits = String(number)
      return String(repeating: "0", count: width - digits.count) + digits
    }.joined(separator: "-")
  }
}

extension Diagnostic {
  fileprivate static func proofTooLarge(millions: Int, file: String) -> Diagnostic {
    let most = ProofPress.mostPixels / 1_000_000
    return Diagnostic(
      .error, "proof-too-large", file: file,
      Wording(
        en: "this would have \(millions) million pixels, and \(most) million is the most",
        fr: "ceci aurait \(millions) millions de pixels, et \(most) millions sont le maximum"),
      hints: [
        Wording(
          en: "ask for fewer pixels an inch with --ppi, or for fewer pages with --pages",
          fr: "demandez moins de pixels par pouce avec --ppi, ou moins de pages avec --pages")
      ])
  }
}
