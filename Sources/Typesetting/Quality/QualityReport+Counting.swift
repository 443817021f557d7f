internal import Diagnostics
internal import Geometry

extension QualityReport {
  /// - Parameters:
  ///   - pages: the whole book, in its order.
  ///   - design: the one in which it was set.
  package init(of pages: [Page], in design: Design) {
    self.init(pageCount: pages.count)
    var tally = Tally(pages, design)
    tally.countLines()
    tally.lookAtEdges()
    tally.lookAtSpreads()
    tally.lookAtNotes()
    tally.lookAtGlyphs()
    self = tally.report
    let kinds = Dictionary(uniqueKeysWithValues: Kind.allCases.enumerated().map { ($1, $0) })
    let places = Dictionary(
      pages.enumerated().map { ($1.folio, $0) }, uniquingKeysWith: { first, _ in first })
    findings = findings.enumerated().sorted { a, b in
      let (pageA, pageB) = (places[a.element.page] ?? 0, places[b.element.page] ?? 0)
      return (pageA, kinds[a.element.kind]!, a.offset) < (pageB, kinds[b.element.kind]!, b.offset)
    }.map(\.element)
  }
}

private struct Tally {
  let pages: [Page]
  let design: Design
  var report: QualityReport

  /// Lines looser than this are loose, than that very loose.
  static let (loose, veryLoose) = (1.0, 1.5)
  /// More hyphens one below another make a ladder.
  static let mostHyphensInARow = 2
  /// Fewer blank lines above notes are no one's to see.
  static let fewestBlankLines = 2

  init(_ pages: [Page], _ design: Design) {
    self.pages = pages
    self.design = design
    report = QualityReport(pageCount: pages.count)
  }

  private mutating func find(
    _ kind: QualityReport.Kind, on page: Page, _ line: LineQuality? = nil, amount: Double? = nil
  ) {
    report.findings.append(
      QualityReport.Finding(
        kind: kind, page: page.folio, file: page.text?.file ?? "", range: line?.range,
        amount: amount, text: line?.text ?? ""))
  }

  // MARK: Lines

  mutating func countLines() {
    for page in pages {
      guard let text = page.text else { continue }
      let lines = text.lines + text.notes.flatMap(\.lines)
      for line in lines { count(line, on: page) }
      let hyphens = lines.count(where: \.endsWithHyphen)
      report.hyphenCount += hyphens
      if hyphens > report.mostHyphens {
        (report.mostHyphens, report.pageOfMostHyphens) = (hyphens, page.folio)
      }
      for note in text.notes { climb(note.lines.map { (page, $0) }) }
    }
    climb(pages.flatMap { page in (page.text?.lines ?? []).map { (page, $0) } })
  }

  private mutating func count(_ line: LineQuality, on page: Page) {
    report.lineCount += 1
    if line.excess > .zero { find(.overfull, on: page, line, amount: line.excess.points) }
    if let ratio = line.ratio {
      report.justifiedCount += 1
      // A line without spaces stretches infinitely.
      let amount = min(ratio, 99)
      if ratio > Self.veryLoose {
        find(.veryLoose, on: page, line, amount: amount)
      } else if ratio > Self.loose {
        find(.loose, on: page, line, amount: amount)
      }
    }
    let missing = design.stylesheet.indent - line.width
    if line.isLast, !line.isFirst, !line.isRagged, missing > .zero {
      find(.runt, on: page, line, amount: missing.points)
    }
  }

  /// Counts hyphens one below another, over pages too: a paragraph is read as one.
  private mutating func climb(_ lines: [(page: Page, line: LineQuality)]) {
    var ladder: [(page: Page, line: LineQuality)] = []
    func end() {
      report.longestLadder = max(report.longestLadder, ladder.count)
      guard ladder.count > Self.mostHyphensInARow, let first = ladder.first else { return }
      find(.ladder, on: first.page, first.line, amount: Double(ladder.count))
    }
    for step in lines {
      if !step.line.endsWithHyphen || step.line.isFirst {
        end()
        ladder = []
      }
      if step.line.endsWithHyphen { ladder.append(step) }
    }
    end()
  }

  // MARK: Tops and feet of pages

  /// A page with the page on which its chapter goes on.
  private var following: [(page: Page, next: Page)] {
    let pages = pages.filter { $0.text != nil }
    return zip(pages, pages.dropFirst()).filter { $0.text?.section == $1.text?.section }
      .map { (page: $0, next: $1) }
  }

  mutating func lookAtEdges() {
    for (page, next) in following {
      if let last = page.text?.lines.last {
        if last.isFirst, !last.isLast { find(.orphan, on: page, last) }
        if page.side == .recto, last.endsWithHyphen { find(.hyphenOverLeaf, on: page, last) }
        if page.text?.endsWithHeading == true { find(.strandedHeading, on: page, last) }
      }
      if let first = next.text?.lines.first, first.isLast, !first.isFirst {
        find(.widow, on: next, first)
      }
    }
  }

  // MARK: Depth

  mutating func lookAtSpreads() {
    let goesOn = Set(following.map(\.page.folio))
    let height = design.format.trim.height - design.format.head - design.format.foot
    let full = height.units / max(1, design.stylesheet.leading.units)
    var left: (page: Page, depth: Int)?
    for page in pages {
      guard page.text != nil else {
        if page.kind == .blank { find(.blankPage, on: page) }
        left = nil
        continue
      }
      let depth = PageDepth(of: page, in: design)
      let isInside = goesOn.contains(page.folio)
      // How a chapter ends is how long it is.
      if isInside, abs(depth.lines - full) > 1 {
        find(.shortPage, on: page, page.text?.lines.last, amount: Double(depth.lines - full))
      }
      if isInside, depth.gapAboveNotes >= Self.fewestBlankLines {
        find(
          .gapAboveNotes, on: page, page.text?.lines.last, amount: Double(depth.gapAboveNotes))
      }
      if let left, page.side == .recto, isInside, left.depth != depth.lines {
        let shorter = left.depth < depth.lines ? left.page : page
        find(
          .unlevelSpread, on: left.page, shorter.text?.lines.last,
          amount: Double(depth.lines - left.depth))
      }
      left = page.side == .verso && isInside ? (page, depth.lines) : nil
    }
  }

  // MARK: Notes

  mutating func lookAtNotes() {
    struct Name: Hashable {
      var section: Int
      var number: Int
    }
    var seen: Set<Name> = []
    var calls: [String: String] = [:]
    for page in pages {
      for case .anchor(let name, _) in page.marks where name.hasPrefix("call-") {
        calls[String(name.dropFirst("call-".count))] = page.folio
      }
    }
    for page in pages {
      for note in page.text?.notes ?? [] {
        let name = Name(section: page.text?.section ?? 0, number: note.number)
        if !seen.insert(name).inserted { find(.splitNote, on: page, note.lines.first) }
        if let name = note.name, let call = calls[name], call != page.folio {
          find(.strayNote, on: page, note.lines.first)
        }
      }
    }
  }

  // MARK: Glyphs

  mutating func lookAtGlyphs() {
    var faces: Set<FaceID> = []
    for page in pages {
      for case .run(let run, _, _) in page.marks {
        faces.insert(run.face)
        for letters in run.missing {
          let line = page.text?.lines.first { $0.text.contains(letters) }
          find(.missingGlyph, on: page, line)
          report.findings[report.findings.count - 1].text = letters
        }
      }
    }
    report.faces = faces.sorted { $0.index < $1.index }
  }
}

extension GlyphRun {
  /// The letters that have no glyph.
  fileprivate var missing: [String] {
    guard glyphs.contains(where: { $0.id == 0 }) else { return [] }
    var missing: [String] = []
    var (byte, glyph) = (0, isRightToLeft ? glyphs.count : 0)
    let bytes = Array(text.utf8)
    for cluster in clusters {
      let start = isRightToLeft ? glyph - cluster.glyphCount : glyph
      glyph = isRightToLeft ? start : glyph + cluster.glyphCount
      if glyphs[start..<(start + cluster.glyphCount)].contains(where: { $0.id == 0 }) {
        missing.append(String(decoding: bytes[byte..<(byte + cluster.byteCount)], as: UTF8.self))
      }
      byte += cluster.byteCount
    }
    return missing
  }
}
