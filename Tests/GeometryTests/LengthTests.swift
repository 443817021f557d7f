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

@Suite struct WrittenLengths {
  @Test(arguments: [
    ("18 mm", Length.millimetres(18)), ("18mm", .millimetres(18)), ("1 cm", .millimetres(10)),
    ("9.5 pt", .points(9.5)), ("9,5 pt", .points(9.5)), (" 3 mm ", .millimetres(3)),
  ])
  func aLengthIsANumberAndAUnit(text: String, length: Length) {
    #expect(Length(written: text) == length)
  }

  @Test(arguments: [
    "", "18", "mm", "18 m", "1.2.3 mm", "-1 mm", "0 mm", "1e3 mm", ".5 mm", "18 mm mm", "99999 mm",
    "inf mm", "nan pt", "١ mm",
  ])
  func anythingElseIsNone(text: String) {
    #expect(Length(written: text) == nil)
  }
}
