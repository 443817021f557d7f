import Geometry
import PDF
import Testing
import Typesetting

/// What a stranger's drawing may not contain.
@Suite struct SVGTrustTests {
  private func fault(_ svg: String) -> PictureFault? {
    Pictures.fault(
      in: Picture(format: .svg, bytes: Array(svg.utf8), naturalSize: Paper.a6.size))
  }

  private func inside(_ content: String, root: String = "") -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
    width="9" height="9" \(root)>\(content)</svg>
    """
  }

  @Test(arguments: [
    "<g transform='scale(2)'><path d='M0 0L9 9' style='fill:none;stroke:#000'/></g>",
    "<defs><linearGradient id='a'><stop offset='0' stop-color='red'/></linearGradient></defs>"
      + "<rect fill='url(#a)' width='9' height='9'/>",
    "<defs><rect id='r' width='1' height='1'/></defs><use xlink:href='#r'/><use href=\" #r\"/>",
    "<style>.a { fill: url('#b') }</style><!-- <script/> & -->",
    "<title>Un titre &amp; &#233;</title><metadata>texte</metadata>",
  ])
  func drawingsPass(_ content: String) {
    #expect(fault(inside(content)) == nil)
  }

  @Test(arguments: [
    ("<text>a</text>", PictureFault.Refusal.text),
    ("<svg:text xmlns:svg='http://www.w3.org/2000/svg'>a</svg:text>", .text),
    ("<script>1</script>", .script), ("<rect onclick='1'/>", .script),
    ("<a href='#x'><rect/></a>", .link),
    ("<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='#'/>", .outsideReference),
    ("<use xlink:href='other.svg#a'/>", .outsideReference),
    ("<use href='&#x2F;etc/passwd'/>", .outsideReference),
    ("<rect fill='url(other.svg#a)'/>", .outsideReference),
    ("<rect style='fill:URL( \"http://a/b#c\")'/>", .outsideReference),
    ("<style>@import 'a.css';</style>", .outsideReference),
    ("<style><![CDATA[@IMPORT 'a.css';]]></style>", .outsideReference),
    ("<style>a{fill:\\75rl(a.svg)}</style>", .outsideReference),
    ("<g xml:base='http://a/'/>", .outsideReference),
    ("<?xml-stylesheet href='a.css'?>", .outsideReference),
    ("<image href='data:image/png;base64,AAAA'/>", .embeddedContent),
    ("<use href='data:image/svg+xml,x'/>", .embeddedContent),
    ("<foreignObject/>", .embeddedContent),
    ("<rect fill='&x;'/>", .doctype),
  ])
  func theRestIsRefused(_ content: String, _ refusal: PictureFault.Refusal) {
    #expect(fault(inside(content)) == .untrusted(refusal))
  }

  @Test func declarationsAndEncodingsAreRefused() {
    #expect(fault("<!DOCTYPE svg [<!ENTITY a 'b'>]>" + inside("")) == .untrusted(.doctype))
    #expect(fault("<?xml version='1.0' encoding='UTF-7'?>" + inside("")) == .untrusted(.encoding))
    #expect(fault("<?xml version='1.0' encoding='UTF-8'?>" + inside("")) == nil)
    #expect(fault(inside("<desc>\0</desc>")) == .untrusted(.encoding))
  }

  @Test func depthIsLimited() {
    func nested(_ depth: Int) -> String {
      inside(String(repeating: "<g>", count: depth) + String(repeating: "</g>", count: depth))
    }
    #expect(fault(nested(90)) == nil)
    #expect(fault(nested(100_000)) == .untrusted(.nestedTooDeep))
  }

  @Test(arguments: ["", "<svg", "<svg>", "<svg></g>", "<svg width='9' height='9'><g></svg>"])
  func brokenMarkupIsReported(_ svg: String) {
    #expect(fault(svg) != nil)
  }
}
