internal import Geometry
internal import Typesetting

extension Finishing {
  /// Bookmarks (ISO 32000-1, 12.3.3), chapters closed; nil where there are none.
  mutating func addOutline(
    _ entries: [OutlineEntry], _ destinations: Destinations
  ) -> PDFReference? {
    guard !entries.isEmpty else { return nil }
    let root = assembly.reserve()
    // A list of siblings at a time and no recursion, whatever the tree's depth.
    var waiting = [(siblings: entries, parent: root, references: assembly.reserve(entries.count))]
    assembly.add(
      """
      << /Type /Outlines /Count \(entries.count) /First \(waiting[0].references[0]) \
      /Last \(waiting[0].references[entries.count - 1]) >>
      """, as: root)
    while let (siblings, parent, references) = waiting.popLast() {
      for (index, entry) in siblings.enumerated() {
        let children = assembly.reserve(entry.children.count)
        if !children.isEmpty { waiting.append((entry.children, references[index], children)) }
        let isLast = index == siblings.count - 1
        assembly.add(
          .dictionary([
            "/Title \(words: entry.title) /Parent \(parent)",
            destinations.name(of: entry.destination).map { "/Dest \(words: $0)" },
            index > 0 ? "/Prev \(references[index - 1])" : nil,
            isLast ? nil : "/Next \(references[index + 1])",
            children.first.map { "/First \($0)" }, children.last.map { "/Last \($0)" },
            children.isEmpty ? nil : "/Count \(-children.count)",
          ]), as: references[index])
      }
    }
    return root
  }

  /// The places that links lead to, by their names in the order of their bytes (7.9.6).
  mutating func addDestinations(
    _ destinations: Destinations, _ book: TaggedBook
  ) -> PDFReference {
    var places: [String: PDFText] = [:]
    for (page, reference) in zip(book.pages, pages) {
      for (anchor, point) in page.anchors {
        // Of an anchor that stands twice, the first counts.
        guard let name = destinations.name(of: anchor), places[name] == nil else { continue }
        places[name] = "[\(reference) /XYZ \(point.x) \(page.size.height - point.y) 0]"
      }
    }
    let names = places.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return assembly.add("<< /Names \(PDFText.array(names.map { "\(words: $0) \($1)" })) >>")
  }

  /// What pages are called (12.4.2): runs of numbers, and by name what is no number.
  func pageLabels(_ folios: [String]) -> PDFText {
    var ranges: [PDFText] = []
    var expected: Int?
    for (index, folio) in folios.enumerated() {
      let number = Int(folio).flatMap { $0 > 0 && String($0) == folio ? $0 : nil }
      if let number {
        if number != expected { ranges.append("\(index) << /S /D /St \(number) >>") }
      } else {
        ranges.append("\(index) << /P \(words: folio) >>")
      }
      expected = number.map { $0 + 1 }
    }
    return "<< /Nums \(PDFText.array(ranges)) >>"
  }
}
