import Geometry
import Imposition
import Testing

/// A5 on A4: 148 of 148.5 mm, and the half millimetre stays at the fore-edge.
@Suite struct PlacesFromTheSpine {
  let page = Paper.a5.size

  @Test func pagesMeetInTheFold() {
    let forme = Binding().impose(4)[0].sheets[0].outer
    let (left, right) = (forme.cells[0].place.origin, forme.cells[1].place.origin)
    let fold = forme.size.width / 2
    #expect(forme.size == Paper.a4.size.turned)
    #expect(left.x + page.width == fold)
    #expect(right.x == fold)
    #expect(abs(left.x.millimetres - 0.5) < 0.001)
    #expect((left.y, right.y) == (.zero, .zero))
  }

  @Test func pagesMeetInTheFoldOfATurnedBack() {
    let forme = Binding(printer: PrinterProfile(flip: .longEdge)).impose(4)[0].sheets[0].inner
    let corner = Point(x: page.width, y: page.height)
    let (left, right) = (forme.cells[0].place, forme.cells[1].place)
    // Turned pages: the top left corner is the rightmost and lowest.
    #expect(left.origin.x == right(corner).x)
    #expect(abs(left.origin.x.millimetres - 148.5) < 0.001)
    #expect(abs(left(corner).x.millimetres - 0.5) < 0.001)
    #expect(left.origin.y == forme.size.height)
  }

  @Test func aSmallPageIsCentredFromHeadToFoot() {
    let binding = Binding(pageSize: Paper.a6.size)
    let cell = binding.impose(4)[0].sheets[0].outer.cells[1]
    #expect(abs(cell.place.origin.y.millimetres - 31) < 0.001)
    #expect(abs(cell.place.origin.x.millimetres - 148.5) < 0.001)
  }

  @Test func twoA4PagesDoNotFitOnAnA4Sheet() {
    #expect(!Binding(pageSize: Paper.a4.size).pageFits)
    #expect(Binding(paper: .a3, pageSize: Paper.a4.size).pageFits)
  }
}
