/// The order in which runs stand on a line from left to right: each stretch of a level or deeper is
/// reversed, from the deepest to the shallowest odd level (UAX 9, L2).
package func visualOrder(ofLevels levels: [Int]) -> [Int] {
  var order = Array(levels.indices)
  guard let deepest = levels.max(), let least = levels.filter({ $0 % 2 == 1 }).min() else {
    return order
  }
  for level in stride(from: deepest, through: least, by: -1) {
    var start = 0
    while start < order.count {
      guard levels[order[start]] >= level else {
        start += 1
        continue
      }
      var end = start
      while end < order.count, levels[order[end]] >= level { end += 1 }
      order[start..<end].reverse()
      start = end
    }
  }
  return order
}
