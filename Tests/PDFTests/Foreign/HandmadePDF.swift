import Foundation

/// A PDF written object by object, as odd as one likes.
struct HandmadePDF {
  /// Numbered from 1; the first is the catalog, the second the root of the pages.
  private var objects: [String] = ["", ""]
  private var pages: [Int] = []
  /// What all pages inherit.
  var inherited = ""
  /// What the catalog says beside the pages.
  var catalog = ""

  /// - Returns: its number.
  @discardableResult
  mutating func add(_ object: String) -> Int {
    objects.append(object)
    return objects.count
  }

  @discardableResult
  mutating func add(stream: String, _ entries: String = "") -> Int {
    add("<< /Length \(stream.utf8.count) \(entries) >>\nstream\n\(stream)\nendstream")
  }

  mutating func addPage(_ entries: String) {
    pages.append(add("<< /Type /Page /Parent 2 0 R \(entries) >>"))
  }

  /// A page that draws that.
  mutating func addPage(_ entries: String, drawing contents: String) {
    let stream = add(stream: contents)
    addPage("\(entries) /Contents \(stream) 0 R")
  }

  static let font = "<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"

  /// Pages of that size, each with its name at 40 points from the left and 60 from the top.
  static func ofPages(_ names: [String], width: Int = 400, height: Int = 560) -> HandmadePDF {
    var pdf = HandmadePDF()
    pdf.inherited = "/MediaBox [0 0 \(width) \(height)] /Resources \(font)"
    for name in names {
      pdf.addPage("", drawing: letters(name, "1 0 0 1 40 \(height - 60)"))
    }
    return pdf
  }

  static func letters(_ word: String, _ matrix: String, size: Int = 12) -> String {
    "BT /F \(size) Tf \(matrix) Tm (\(word)) Tj ET"
  }

  var bytes: [UInt8] {
    var objects = objects
    objects[0] = "<< /Type /Catalog /Pages 2 0 R \(catalog) >>"
    let kids = pages.map { "\($0) 0 R" }.joined(separator: " ")
    objects[1] = "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) \(inherited) >>"
    var file = "%PDF-1.7\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets { file += String(format: "%010d 00000 n \n", offset) }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
    return Array(file.utf8)
  }
}
