import Foundation
import Geometry
import PDF
import Testing
import Typesetting

/// Drawings of lines and areas are written without librsvg; what it shows of them is the judge.
@Suite(.enabled(if: Inspection.toolsArePresent, "needs poppler's tools and qpdf"))
struct LineArtTests {
  private let frame = Rectangle(
    x: .points(24), y: .points(36), width: .points(360), height: .points(360))

  /// An SVG over a square of the page.
  private func draw(_ svg: String) throws -> Inspection {
    let pictures = try Pictures([Picture(bytes: Array(svg.utf8))])
    let page = Page.a5(
      Mark.element(.figure(alternative: "x"), [.picture(PictureID(index: 0), in: frame)]))
    let seen = try Inspection(
      readingPDF(of: [page], outline: [], info: .guide, fonts: [], pictures: pictures))
    #expect(try seen.complaints == "")
    return seen
  }

  /// The same with an attribute that changes nothing, but that librsvg alone reads.
  private func expectSame(_ svg: String) throws {
    let ours = try draw(svg).raster
    let judged = try draw(svg.replacing("<title>", with: "<g opacity='1'/><title>")).raster
    var worst = (0.0, 0, 0)
    for y in stride(from: 24, to: 420, by: 8) {
      for x in stride(from: 16, to: 404, by: 8) {
        let (columns, rows) = (x..<(x + 8), y..<(y + 8))
        let difference = abs(ours.darkness(columns, rows) - judged.darkness(columns, rows))
        if difference > worst.0 { worst = (difference, x, y) }
      }
    }
    #expect(worst.0 < 0.05, "at \(worst.1), \(worst.2) of \(svg)")
    #expect(ours.darkness(0..<419, 0..<595) > 0.0001)
  }

  private static func svg(_ content: String, viewBox: String = "0 0 100 100") -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="90mm" height="90mm" viewBox="\(viewBox)"
      role="img"><title>x</title>\(content)</svg>
    """
  }

  private static let drawings = [
    "<path d='M10 10H90V90H10Z M30,30 v40 h40 v-40z'/>",
    "<path fill-rule='evenodd' d='M10 10H90V90H10Z M30 30v40h40v-40z'/>",
    "<path fill='none' stroke='#000' stroke-width='3' d='m10 10 20 0 0 20-5.5.5.5 5zl40 40,10-10'/>",
    "<path d='M10 50 C20 10 40 10 50 50 S80 90 90 50 L90 95 10 95z'/>",
    "<path d='M10 50q20-60 40 0t40 0V95H10z'/>",
    "<path d='M10,50 c0-20 10-20 20 0 s10 20 20 0 10-20 20 0z' stroke='#c00' stroke-width='2'/>",
    "<path d='M20 50A30 20 0 0 1 80 50A30 20 0 0 1 20 50z'/>",
    "<path fill='none' stroke='#000' stroke-width='2' d='M20 50a30 15 30 1140 10 10 10 0 00-20-20'/>",
    "<path fill='none' stroke='black' d='M20 20a5 5 0 0 0 60 0 M20 80A5 5 0 0 1 20 80 0 7 0 0 1 60 90'/>",
    "<rect x='10' y='20' width='60' height='30' fill='#888'/><circle cx='60' cy='70' r='20'/>",
    "<ellipse cx='50' cy='50' rx='40' ry='20' fill='none' stroke='#00f' stroke-width='4'/>",
    "<line x1='10' y1='10' x2='90' y2='80' stroke='#000' stroke-width='6' stroke-linecap='round'/>",
    "<polyline points='10,10 50,90 90,10' stroke='#000' stroke-width='5' stroke-linejoin='bevel'/>",
    "<polygon points='10 10 50 90 90 10' fill='none' stroke='#000' stroke-width='5'/>",
    """
    <g stroke='#000' stroke-width='4' fill='none' stroke-dasharray='8 4 2' stroke-dashoffset='3'>
    <path d='M5 20H95'/><path d='M5 40H95' stroke-dasharray='none'/><path stroke='none' d='M5 60H95'/>
    <path d='M5 80H95' stroke-linecap='square'/></g>
    """,
    """
    <g transform='translate(50 50) rotate(30)' fill='#0a0'><rect width='30' height='10'/>
    <g transform='scale(.5,2)rotate(-45 10 10)'><rect width='30' height='10' stroke='#000'/></g>
    <rect y='20' width='30' height='10' transform='matrix(1 .5 0 1 -10 0)'/></g>
    <rect width='10' height='10'/>
    """,
    "<path stroke='#000' stroke-width='4' fill='none' stroke-miterlimit='10' d='M10 90L50 10 60 90'/>",
    "<path stroke='#000' stroke-width='4' fill='none' d='M10 90L50 10 60 90'/>",
    "<path d='M-50 20H150V40H-50z'/><circle cx='100' cy='100' r='40'/>",
    "<desc>a &amp; b</desc><rect width='50' height='50'/>",
    "<rect width='80' height='80'/><rect width='60' height='60' fill='#fff'/>",
    "<path fill='none' stroke='#000' stroke-width='9' stroke-linecap='round' d='M20 20h0M60 60z'/>",
    "<path d='M1e1 10h5e1v50z'/><circle r='10' cx='80' cy='80' style='fill:#f00'/>",
    "<g opacity='.5'><rect width='50' height='50'/></g><rect x='50' width='9' height='9'/>",
    "<path d='M10 10 L 50 50 X'/><rect x='60' y='60' width='20' height='20'/>",
    "<rect x='10%' width='50' height='50'/><rect rx='5' y='60' width='30' height='30'/>",
  ]

  @Test(arguments: drawings) func librsvgShowsTheSame(_ drawing: String) throws {
    try expectSame(Self.svg(drawing))
  }

  @Test(arguments: ["-20 10 60 60", "0 0 1000 1000", "0,0,12.5,12.5", "0 0 1 1", "0 0 200 100"])
  func theViewBoxIsTheFrame(_ viewBox: String) throws {
    let box = viewBox.split { $0 == " " || $0 == "," }.compactMap { Double($0) }
    try expectSame(
      Self.svg(
        "<circle cx='\(box[0] + box[2] * 0.4)' cy='\(box[1] + box[3] * 0.6)' r='\(box[3] / 3)'/>",
        viewBox: viewBox))
  }

  @Test func withoutAViewBoxThereAre96UnitsAnInch() throws {
    try expectSame(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="3in" height="3in"><title></title><path d="M0 0H144V96z"/></svg>
      """)
  }

  /// Paths of every command, with places on and off the drawing.
  @Test(arguments: 0..<12) func randomPathsAreTheSame(_ seed: UInt64) throws {
    var chance = Chance(seed: seed)
    func number() -> String { "\(Double(chance.below(1400) - 200) / 10)" }
    var data = "M50 50"
    for _ in 0..<12 {
      let command = Array("MmLlHhVvCcSsQqTtAaZz")[chance.below(20)]
      let isRelative = command.isLowercase
      func place() -> String {
        isRelative ? "\(chance.below(61) - 30) \(chance.below(61) - 30)" : "\(number()),\(number())"
      }
      switch Character(command.lowercased()) {
      case "m", "l", "t": data += "\(command)\(place())"
      case "h", "v": data += "\(command)\(isRelative ? String(chance.below(61) - 30) : number())"
      case "c": data += "\(command)\(place()) \(place()) \(place())"
      case "s", "q": data += "\(command)\(place()) \(place())"
      case "a":
        data += "\(command)\(10 + chance.below(30)) \(10 + chance.below(30)) \(chance.below(360)) "
        data += "\(chance.below(2))\(chance.below(2))\(place())"
      default: data += String(command)
      }
    }
    let rule = chance.below(2) == 0 ? "nonzero" : "evenodd"
    try expectSame(
      Self.svg(
        "<path d='\(data)' fill='#999' fill-rule='\(rule)' stroke='#000' stroke-width='1.5'/>"))
  }

  /// Cairo always says how opaque things are; we never.
  private func isOurs(_ drawing: String) throws -> Bool {
    let anatomy = try Anatomy(draw(Self.svg(drawing)).bytes)
    return !anatomy.forms.contains { String(decoding: $0, as: UTF8.self).contains(" gs") }
  }

  @Test func onlyLineArtIsReadWithoutLibrsvg() throws {
    let strangers = ["1e1", "opacity", " X'", "10%", "&amp;"]
    for drawing in Self.drawings {
      #expect(try isOurs(drawing) == !strangers.contains { drawing.contains($0) }, "\(drawing)")
    }
    for other in [
      "<rect width='9' height='9' style='fill:red'/>", "<rect width='9' height='9' fill='red'/>",
      "<style>rect{fill:red}</style><rect width='9' height='9'/>",
      "<g display='none'><rect width='9' height='9'/></g><rect width='9' height='9'/>",
      "<defs><path id='a' d='M0 0h9v9z'/></defs><rect width='9' height='9'/>",
      "<svg x='5'><rect width='9' height='9'/></svg>",
      "<rect width='9' height='9' fill='currentColor'/>",
      "<rect width='9' height='9' stroke-width='2px'/>",
      "<g transform='skewX(3)'><rect width='9' height='9'/></g>",
      "<rect width='9' height='9' clip-path='none'/>",
    ] {
      #expect(try !isOurs(other), "\(other)")
    }
  }

  @Test func lineArtOnManyPagesIsInTheFileOnce() throws {
    let pictures = try Pictures([Picture(bytes: Array(Self.svg("<circle r='9'/>").utf8))])
    let page = Page.a5([
      .picture(PictureID(index: 0), in: frame), .picture(PictureID(index: 0), in: frame),
    ])
    let seen = try Inspection(
      readingPDF(of: [page, page], outline: [], info: .guide, fonts: [], pictures: pictures))
    #expect(try seen.objects.components(separatedBy: "/Subtype /Form").count == 2)
  }
}
