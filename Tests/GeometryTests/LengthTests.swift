import Geometry
import Testing

@Suite struct LengthTests {
  @Test func aPointIs1024Units() {
    #expect(Length.points(1).units == 1024)
  }

  @Test func anInchIs72PointsAnd254Tenths() {
    #expect(Length.millimetres(25.4) == Length.points(72))
  }

  @Test func a4IsTwoA5WideOnEdge() {
    #expect(Paper.a4.size.height >= Paper.a5.size.width * 2)
  }

  @Test func aPageTurnedUpsideDownKeepsItsSize() {
    let turned = Transform(origin: Point(x: .points(100), y: .points(80)), upsideDown: true)
    #expect(turned(Point(x: .points(10), y: .points(20))) == Point(x: .points(90), y: .points(60)))
  }
}
