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

    /// What else must be the same for one of two to be the better in any case.
    var key: Key { Key(start: start, facing: facing) }

    struct Key: Hashable {
      var start: Int
      var facing: Int?
    }
  }

  /// An end of a page, with the number of the start that follows it.
  private struct Reached {
    var end: PageEnd
    var next: Int?
  }

  private let filler: PageFiller
  var takes: Takes { filler.takes }
  private var starts: [PageStart: Int] = [:]
  /// By start, found when first asked for.
  private var ends: [[Reached]?] = []
  private var places: [PageStart] = []
  private var plans: [Page.Side: [Int: Plan]] = [:]

  init(_ takes: Takes, linesPerPage: Int, leading: Length) {
    filler = PageFiller(takes: takes, linesPerPage: linesPerPage, leading: leading)
  }

  /// More ways to begin a page than a paragraph or two either way can make are kept only for the
  /// sake of time linear in a chapter's pages: the dearest go first.
  private static let mostNodes = 300

  /// - Parameter side: of the section's first page.
  /// - Returns: by number of pages, at least one.
  mutating func plans(openingOn side: Page.Side) -> [Int: Plan] {
    if let known = plans[side] { return known }
    let found = findPlans(openingOn: side)
    plans[side] = found
    return found
  }

  /// Page after page: of all ways to begin each, only the best for every start and every depth of
  /// the page that faces it is followed.
  private mutating func findPlans(openingOn side: Page.Side) -> [Int: Plan] {
    guard !takes.takes.isEmpty else { return [:] }
    var nodes = [Node(start: number(of: PageStart(take: 0)), cost: 0, end: 0)]
    var layer = 0..<1
    var plans: [Int: Plan] = [:]
    var count = 0
    var isRecto = side == .recto
    while !layer.isEmpty {
      count += 1
      var next: [Node] = []
      var known: [Node.Key: Int] = [:]
      var last: (cost: Int, node: Int, end: Int)?
      for index in layer {
        let node = nodes[index]
        for (number, reached) in ends(from: node.start).enumerated() {
          let cost = node.cost + cost(of: reached.end, facing: node.facing, isRecto: isRecto)
          guard let start = reached.next else {
            if cost < last?.cost ?? Int.max { last = (cost, index, number) }
            continue
          }
          let follower = Node(
            start: start, facing: isRecto ? nil : lacks(reached.end), cost: cost, previous: index,
            end: number)
          if let rival = known[follower.key] {
            if cost < next[rival].cost { next[rival] = follower }
          } else {
            known[follower.key] = next.count
            next.append(follower)
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

  private func lacks(_ end: PageEnd) -> Int { filler.linesPerPage - end.depth }

  /// What a page costs that ends so, beside a page that lacks some lines or that is none of ours.
  private func cost(of end: PageEnd, facing: Int?, isRecto: Bool) -> Int {
    let lacks = lacks(end)
    var cost = PageCosts.page + end.cost
    guard let next = end.next else {
      // A section's last page is as deep as its text, but deeper than others only beside one that
      // is so too.
      return lacks < 0 && facing != lacks ? cost + PageCosts.unlevel(by: lacks) : cost
    }
    cost += PageCosts.shortness(lacks)
    // Two pages that lack as many lines are level to the ruler, and a hole to the eye.
    if let facing, facing != lacks || abs(lacks) > 1 {
      cost += PageCosts.unlevel(by: lacks - facing)
    }
    if isRecto {
      if end.endsWithHyphen { cost += PageCosts.hyphenOverLeaf }
      if next.waiting != nil { cost += PageCosts.figureOverLeaf }
    }
    return cost
  }

  private func plan(_ cost: Int, from node: Int, _ end: Int, _ nodes: [Node]) -> Plan {
    var pages: [PlannedPage] = []
    var (node, end) = (Optional(node), end)
    while let index = node {
      let start = nodes[index].start
      pages.append(PlannedPage(start: places[start], end: ends[start]![end].end))
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

  private mutating func ends(from start: Int) -> [Reached] {
    if let known = ends[start] { return known }
    var found: [Reached] = []
    for end in filler.ends(from: places[start]) {
      found.append(Reached(end: end, next: end.next.map { number(of: $0) }))
    }
    ends[start] = found
    return found
  }
}
