import Foundation
import Geometry
import Imposition
import PDF
import Testing
import Typesetting

/// Which inks a press is asked for: black is black ink alone.
@Suite(
  .enabled(
    if: TypeCase.isPresent && Inspection.toolsArePresent,
    "needs the test font, poppler's tools and qpdf"))
struct InkTests {
  private let type = TypeCase()

  private func inks(_ bytes: [UInt8]) throws -> Set<String> {
    let anatomy = try Anatomy(bytes)
    let forms = anatomy.forms.map { ContentReading($0, fonts: [:]) }
    return Set((anatomy.readings + forms).flatMap(\.inks))
  }

  private func draw(_ marks: [Mark], _ pictures: [[UInt8]] = []) throws -> [UInt8] {
    try readingPDF(
      of: [.a5(marks)], outline: [], info: .guide, fonts: TypeCase.fonts,
      pictures: Pictures(pictures.map { try Picture(bytes: $0) }))
  }

  /// The page on a sheet of its own size.
  private func sheet(_ finished: [UInt8]) throws -> [UInt8] {
    let cell = Cell(page: 1, place: Transform(origin: .zero))
    let forme = Forme(size: Paper.a5.size, cells: [cell])
    let blank = Forme(size: Paper.a5.size, cells: [])
    return try sheetsPDF(
      of: [Signature(sheets: [Sheet(outer: forme, inner: blank)])], flippedOn: .shortEdge,
      finished: finished)
  }

  private func fill(_ ink: Ink, _ y: Double) -> Mark {
    .fill(
      Rectangle(x: .points(10), y: .points(y), width: .points(50), height: .points(10)), ink: ink)
  }

  private func line(_ ink: Ink, _ y: Double) -> Mark {
    .stroke(
      Path([.move(.points(10, y)), .line(.points(60, y))]), width: .points(1), dash: [], ink: ink)
  }

  @Test func blackIsGreyInThePagesAndOnTheSheets() throws {
    let reading = try draw(
      Mark.element(.paragraph, [.letters(type.run("mots"), 50, 50)]) + [
        fill(.black, 80), line(.black, 100),
      ])
    #expect(try inks(reading) == ["0 g", "0 G"])
    #expect(try inks(sheet(reading)) == ["0 g", "0 G"])
  }

  @Test func coloursAndGreysAreAsTheyWere() throws {
    let red = Ink(red: 1, green: 0.25, blue: 0)
    let reading = try draw([
      fill(.black, 10), fill(red, 30), fill(.white, 50), line(red, 70),
      line(Ink(red: 0.5, green: 0.5, blue: 0.5), 90), fill(.black, 110),
    ])
    let all = ["0 g", "1 0.25 0 rg", "1 g", "1 0.25 0 RG", "0.5 G"]
    #expect(try inks(reading) == Set(all))
    let raster = try Inspection(reading).raster
    #expect(raster[30, 15] == Raster.Colour(red: 0, green: 0, blue: 0))
    #expect(raster[30, 35].red == 255 && raster[30, 35].blue == 0)
    #expect(raster[30, 115] == Raster.Colour(red: 0, green: 0, blue: 0))
  }

  /// One after another on one page, each in its own, however many.
  @Test func everyStretchHasItsOwnInk() throws {
    let inks: [Ink] = (0..<600).map { (number: Int) -> Ink in
      let (red, green, blue) = (number % 8, number / 8 % 8, number / 64)
      return Ink(red: Double(red) / 8, green: Double(green) / 8, blue: Double(blue) / 16)
    }
    let side = 12
    let marks: [Mark] = inks.indices.map { (number: Int) -> Mark in
      let corner = Point.points(Double(number % 24 * side), Double(number / 24 * side))
      let size = Size(width: .points(Double(side)), height: .points(Double(side)))
      return .fill(Rectangle(origin: corner, size: size), ink: inks[number])
    }
    let raster = try Inspection(draw(marks)).raster
    func isNear(_ seen: UInt8, _ wanted: Double) -> Bool { abs(Double(seen) - wanted * 255) < 1.5 }
    for (number, ink) in inks.enumerated() {
      let seen = raster[number % 24 * side + 6, number / 24 * side + 6]
      let agree =
        isNear(seen.red, ink.red) && isNear(seen.green, ink.green) && isNear(seen.blue, ink.blue)
      #expect(agree, "\(number): \(seen)")
    }
  }

  @Test func drawingsAreGreyWhereTheyAreBlack() throws {
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">
      <rect width="50" height="50"/><rect x="50" width="50" height="50" fill="#f00"/>
      <path d="M0 75H100" stroke="#000" stroke-width="2"/>
      <rect y="80" width="50" height="20" fill="#999"/>
      </svg>
      """
    let frame = Rectangle(x: .zero, y: .zero, width: .points(100), height: .points(100))
    let marks: [Mark] = [.picture(PictureID(index: 0), in: frame), fill(.black, 200)]
    let reading = try draw(marks, [Array(svg.utf8)])
    #expect(try inks(reading) == ["0 g", "0 G", "1 0 0 rg", "0.6 g"])
    #expect(try inks(sheet(reading)) == ["0 g", "0 G", "1 0 0 rg", "0.6 g"])
    let raster = try Inspection(reading).raster
    #expect(raster[25, 25] == Raster.Colour(red: 0, green: 0, blue: 0))
    #expect(raster[75, 25] == Raster.Colour(red: 255, green: 0, blue: 0))
  }

  @Test func photographsKeepTheirColours() throws {
    let frame = Rectangle(x: .zero, y: .zero, width: .points(100), height: .points(100))
    let reading = try draw(
      [.picture(PictureID(index: 0), in: frame)], [PictureFixture.colourJPEG.bytes])
    #expect(try Inspection(reading).objects.contains("/ColorSpace /DeviceRGB"))
    // No group in red, green and blue, in which black would become three inks again.
    #expect(try !Inspection(reading).objects.contains("/Group"))
  }
}

/// What `--gray` and `--save-ink` make of pages and drawings.
@Suite(
  .enabled(
    if: TypeCase.isPresent && Inspection.toolsArePresent,
    "needs the test font, poppler's tools and qpdf"))
struct InkPolicyTests {
  private static let svg = """
    <svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" viewBox="0 0 100 100">
    <defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/><stop offset="1" \
    stop-color="#00f"/></linearGradient></defs>
    <rect width="100" height="40" fill="#c00"/><rect y="40" width="100" height="30" fill="url(#g)"/>
    <rect y="80" width="3" height="3" fill="#000"/></svg>
    """

  private func draw(_ policy: InkPolicy) throws -> [UInt8] {
    let box = Rectangle(
      x: .points(200), y: .points(20), width: .points(100), height: .points(100))
    let page = Page.a5([
      .open(Tag(.artifact)),
      .fill(
        Rectangle(x: .points(20), y: .points(20), width: .points(60), height: .points(60)),
        ink: Ink(red: 0.2, green: 0.4, blue: 0.9)),
      .fill(
        Rectangle(x: .points(20), y: .points(100), width: .points(60), height: .points(3)),
        ink: .black), .picture(PictureID(index: 0), in: box), .close,
    ])
    return try readingPDF(
      of: [page], outline: [], info: .guide, fonts: TypeCase.fonts,
      pictures: Pictures([Picture(bytes: Array(Self.svg.utf8))]), inks: policy)
  }

  @Test func greyLeavesNoColourAnywhere() throws {
    let raster = try Inspection(draw(InkPolicy(isGrey: true))).raster
    let coloured = (0..<595).flatMap { y in (0..<419).map { x in raster[x, y] } }.filter {
      $0.red != $0.green || $0.green != $0.blue
    }
    #expect(coloured.isEmpty)
    // Brightness stays: red is darker than white and lighter than black.
    #expect((30...70).contains(raster[250, 30].red))
    #expect(try Inspection(draw(InkPolicy())).raster[250, 30].red > 180)
  }

  /// Photographs too, as bright as they were, whatever inks their files are in.
  @Test(arguments: [
    PictureFixture.colourJPEG, .cmykJPEG, .progressiveJPEG, .greyJPEG, .colourPNG, .transparentPNG,
  ])
  func greyPhotographsAreAsBrightAsTheyWere(_ file: PictureFixture) throws {
    let box = Rectangle(x: .zero, y: .zero, width: .points(100), height: .points(100))
    let page = Page.a5([.open(Tag(.artifact)), .picture(PictureID(index: 0), in: box), .close])
    func raster(_ policy: InkPolicy) throws -> Raster {
      let file = try Inspection(
        readingPDF(
          of: [page], outline: [], info: .guide, fonts: TypeCase.fonts,
          pictures: Pictures([Picture(bytes: file.bytes)]), inks: policy))
      #expect(try file.complaints == "")
      return try file.raster
    }
    let (coloured, grey) = (try raster(InkPolicy()), try raster(InkPolicy(isGrey: true)))
    for (x, y) in [(25, 25), (75, 25), (25, 75), (75, 75), (50, 10), (50, 90)] {
      let (was, seen) = (coloured[x, y], grey[x, y])
      #expect(seen.red == seen.green && seen.green == seen.blue)
      let ink = Ink(red: Double(was.red), green: Double(was.green), blue: Double(was.blue))
      // What four inks look like on paper, every reader reckons its own way.
      let most = file.testDescription == "cmykJPEG" ? 40.0 : 12
      #expect(abs(ink.grey.red - Double(seen.red)) < most, "\(x), \(y): \(was) and \(seen)")
    }
  }

  @Test func savingInkLeavesNoSolidArea() throws {
    let raster = try Inspection(draw(InkPolicy(savesInk: true))).raster
    #expect(raster[50, 50] == .white)
    // Its frame, and a rule, stay.
    #expect(raster[20, 50] != .white)
    #expect(raster[50, 101] == .init(red: 0, green: 0, blue: 0))
    // A large shape of a drawing is a tint, a small one as it was.
    #expect(raster[250, 30].green > 200 && raster[250, 30] != .white)
    #expect(raster[201, 101] == .init(red: 0, green: 0, blue: 0))
  }

  /// Three pixels a unit on the page, whatever the units of the drawing's own size.
  private func drawn(_ shapes: String, side: Int) throws -> Raster {
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(side)" height="\(side)" \
      viewBox="0 0 100 100">\(shapes)</svg>
      """
    let frame = Rectangle(x: .zero, y: .zero, width: .points(300), height: .points(300))
    let page = Page.a5([.open(Tag(.artifact)), .picture(PictureID(index: 0), in: frame), .close])
    return try Inspection(
      readingPDF(
        of: [page], outline: [], info: .guide, fonts: TypeCase.fonts,
        pictures: Pictures([Picture(bytes: Array(svg.utf8))]), inks: InkPolicy(savesInk: true))
    ).raster
  }

  @Test(arguments: [12, 100, 3000])
  func lettersOfADrawingStayAndShapesBecomeOutlines(side: Int) throws {
    let raster = try drawn(
      """
      <rect width="40" height="40" fill="#006"/>
      <path d="M5 5h2v20h-2zM10 5h20v2h-20z" fill="#fff"/><path d="M5 32H35" stroke="#fff"/>
      <path d="M60 5h2v20h-2zM66 5h20v2h-20z"/>
      <path d="M60 40h30v30h-30zM60 80h30v2h-30z"/>
      <path d="M5 60h25v25h-25zM6.5 61.5h22v22h-22z" fill-rule="evenodd"/>
      """, side: side)
    func isBlack(_ x: Int, _ y: Int) -> Bool { raster[x, y] == .init(red: 0, green: 0, blue: 0) }
    func isTint(_ x: Int, _ y: Int) -> Bool { (200..<250).contains(raster[x, y].red) }
    // A square and its edge.
    #expect(isTint(90, 60) && (118...121).contains { raster[$0, 60].red < 200 })
    // White letters on it are outlined, white lines drawn as dark ones.
    #expect(raster[18, 45] == .white && raster[15, 45].red < 200)
    #expect(raster[60, 96].red < 120)
    // Black letters, though each is as large as the square, are as they were.
    #expect(isBlack(183, 45) && isBlack(225, 18))
    // One path with something large and something thin.
    #expect(isTint(225, 165) && isBlack(225, 243))
    // A frame is a line.
    #expect(isBlack(17, 210) && raster[60, 210] == .white)
  }

  @Test func whatIsLightOnALightGroundIsAsItWas() throws {
    let raster = try drawn(
      """
      <rect width="60" height="60" fill="#600"/><rect x="10" y="10" width="40" height="40" \
      fill="#fff"/><rect x="20" y="20" width="3" height="20" fill="#eee"/>
      <rect x="70" y="10" width="2" height="20" fill="#eee"/>
      """, side: 100)
    for x in 56..<75 { #expect(raster[x, 90].red > 230 && raster[x, 90].green > 230) }
    for x in 205..<220 { #expect(raster[x, 60].red > 230) }
  }

  @Test func blacksThatAreNotPureAreFound() throws {
    let type = TypeCase()
    func blacks(_ marks: [Mark], _ pictures: [String] = []) throws -> ImpureBlacks {
      try ImpureBlacks(
        in: readingPDF(
          of: [.a5([]), .a5([.open(Tag(.artifact))] + marks + [.close])], outline: [],
          info: .guide, fonts: TypeCase.fonts,
          pictures: Pictures(pictures.map { try Picture(bytes: Array($0.utf8)) })))
    }
    let box = Rectangle(x: .points(20), y: .points(20), width: .points(60), height: .points(60))
    func nearlyBlack(_ ink: Ink) throws -> [Int] { try blacks([.fill(box, ink: ink)]).nearlyBlack }
    #expect(try nearlyBlack(.black) == [])
    #expect(try nearlyBlack(Ink(red: 0.1, green: 0.1, blue: 0.1)) == [2])
    #expect(try nearlyBlack(Ink(red: 0, green: 0, blue: 0.1)) == [2])
    #expect(try nearlyBlack(Ink(red: 0.5, green: 0.5, blue: 0.5)) == [])
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g opacity="0.5"><path \
      d="M0 0h9v9z" fill="#111"/></g></svg>
      """
    #expect(try blacks([.picture(PictureID(index: 0), in: box)], [svg]).nearlyBlack == [2])

    func small(_ ink: Ink, _ size: Length) throws -> [Int] {
      var run = type.run("mots")
      run.size = size
      return try blacks([.run(run, at: .points(50, 50), ink: ink)]).smallLetters
    }
    let grey = Ink(red: 0.5, green: 0.5, blue: 0.5)
    #expect(try small(grey, .points(8)) == [2])
    #expect(try small(Ink(red: 1, green: 0, blue: 0), .points(8)) == [2])
    #expect(try small(grey, .points(20)) == [])
    for ink in [Ink.black, .white] { #expect(try small(ink, .points(8)) == []) }
  }
}
