internal import Geometry

/// The best pages of one section for every number of pages that it can have: all pages weighed
/// together (after Plass, 1981), paragraphs set in one line less or more where that helps, and
/// facing pages kept level (after Mittelbach, "A general framework for globally optimized
/// pagination", 2019).
struct SectionPages {
  /// The pages of a section, for one number of them.
  struct Plan {
    var cost: Int
    var pages: [PlannedPage]
  }

  struct PlannedPage: Hashable {
    var start: PageStart
    var end: PageEnd
  }

  /// A page still to be made: where it starts, and how many lines the page that faces it lacks.
  private struct Node {
    var start: Int
    /// Nil for a left-hand page, and for one that faces another section.
    var facing: Int?
    var cost: Int
    var previous: Int?
    /// Of the page before, among its start's ends.
    var end: Int
  }

  private struct Key: Hashable {
    var start: Int
    var facing: Int?
  }

  private let filler: PageFiller
  var takes: Takes { filler.takes }
  private var starts: [PageStart: Int] = [:]
  /// By start, found when first asked for.
  private var ends: [[PageEnd]?] = []
  private var places: [PageStart] = []

  init(_ takes: Takes, linesPerPage: Int, leading: Length) {
    filler = PageFiller(takes: takes, linesPerPage: linesPerPage, leading: leading)
  }

  /// More ways to begin a page than a paragraph or two either way can make are kept only for the
  /// sake of time linear in a chapter's pages: the dearest go first.
  private static let mostNodes = 300

  /// - Parameter side: of the section's first page.
  /// - Returns: by number of pages, at least one.
  mutating func plans(openingOn side: Page.Side) -> [Int: Plan] {
    guard !filler.takes.takes.isEmpty else { return [:] }
    var nodes = [Node(start: number(of: PageStart(take: 0)), cost: 0, end: 0)]
    var layer = 0..<1
    var plans: [Int: Plan] = [:]
    var count = 0
    var isRecto = side == .recto
    while !layer.isEmpty {
      count += 1
      var next: [Node] = []
      var known: [Key: Int] = [:]
      var last: (cost: Int, node: Int, end: Int)?
      for index in layer {
        let node = nodes[index]
        for (number, end) in ends(from: node.start).enumerated() {
          let lacks = filler.linesPerPage - end.depth
          var cost = node.cost + PageCosts.page + end.cost
          guard let start = end.next else {
            // Deeper than others only beside a page that is so too.
            if lacks < 0 && node.facing != lacks { cost += PageCosts.unlevel(by: lacks) }
            if cost < last?.cost ?? Int.max { last = (cost, index, number) }
            continue
          }
          cost += PageCosts.shortness(lacks)
          // Two pages that lack as many lines are level to the ruler, and a hole to the eye.
          if let facing = node.facing, facing != lacks || abs(lacks) > 1 {
            cost += PageCosts.unlevel(by: lacks - facing)
          }
          if isRecto {
            if end.endsWithHyphen { cost += PageCosts.hyphenOverLeaf }
            if start.waiting != nil { cost += PageCosts.figureOverLeaf }
          }
          let key = Key(start: self.number(of: start), facing: isRecto ? nil : lacks)
          if let rival = known[key] {
            guard cost < next[rival].cost else { continue }
            next[rival] = Node(
              start: key.start, facing: key.facing, cost: cost, previous: index, end: number)
          } else {
            known[key] = next.count
            next.append(
              Node(start: key.start, facing: key.facing, cost: cost, previous: index, end: number))
          }
        }
      }
      if let last { plans[count] = plan(last.cost, from: last.node, last.end, nodes) }
      if next.count > Self.mostNodes {
        next.sort { $0.cost < $1.cost }
        next.removeLast(next.count - Self.mostNodes)
      }
      layer = nodes.count..<(nodes.count + next.count)
      nodes += next
      isRecto.toggle()
    }
    return plans
  }

  private func plan(_ cost: Int, from node: Int, _ end: Int, _ nodes: [Node]) -> Plan {
    var pages: [PlannedPage] = []
    var (node, end) = (Optional(node), end)
    while let index = node {
      let start = nodes[index].start
      pages.append(PlannedPage(start: places[start], end: ends[start]![end]))
      end = nodes[index].end
      node = nodes[index].previous
    }
    return Plan(cost: cost, pages: pages.reversed())
  }

  /// What stands on a page of a plan.
  func parts(of page: PlannedPage) -> [PagePart] {
    filler.parts(from: page.start, to: page.end)
  }

  private mutating func number(of start: PageStart) -> Int {
    if let number = starts[start] { return number }
    starts[start] = places.count
    places.append(start)
    ends.append(nil)
    return places.count - 1
  }

  private mutating func ends(from start: Int) -> [PageEnd] {
    if let known = ends[start] { return known }
    let found = filler.ends(from: places[start])
    ends[start] = found
    return found
  }
}
