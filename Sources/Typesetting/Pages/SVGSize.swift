internal import Geometry

extension SVGMarkup {
  /// From the root's width and height, else its viewBox, in units of 96 to the inch.
  static func naturalSize(_ bytes: [UInt8]) throws(PictureFault) -> Size {
    var markup = SVGMarkup(bytes)
    while let piece = try markup.next() {
      guard case .start(let name, let attributes, _) = piece else { continue }
      guard name == "svg" || name.hasSuffix(":svg") else { throw .unknownFormat }
      func value(_ key: String) throws(PictureFault) -> String? {
        try attributes.first { $0.name == key }?.text()
      }
      let width = try value("width").flatMap(length)
      let height = try value("height").flatMap(length)
      if let width, let height { return Size(width: width, height: height) }
      guard let box = try value("viewBox").flatMap(viewBoxSize) else { throw .noSize }
      // One side given: the other follows in the shape of the viewBox.
      if let width { return Size(width: width, height: width * (box.height / box.width)) }
      if let height { return Size(width: height * (box.width / box.height), height: height) }
      return box
    }
    throw .unknownFormat
  }

  private static let pointsPerUnit = [
    "": 0.75, "px": 0.75, "pt": 1, "pc": 12, "in": 72, "mm": 72 / 25.4, "cm": 72 / 2.54,
  ]

  /// Nil for "100%" and "2em", which are not lengths on paper.
  private static func length(_ text: String) -> Length? {
    let text = text.filter { !$0.isWhitespace }
    let unit = String(text.reversed().prefix { $0.isLetter || $0 == "%" }.reversed())
    guard let number = decimal(text.dropLast(unit.count)), let factor = pointsPerUnit[unit] else {
      return nil
    }
    return .points(number * factor)
  }

  private static func viewBoxSize(_ text: String) -> Size? {
    let numbers = text.split { $0 == "," || $0.isWhitespace }
    guard numbers.count == 4, let width = decimal(numbers[2]), let height = decimal(numbers[3])
    else { return nil }
    return Size(width: .points(width * 0.75), height: .points(height * 0.75))
  }

  /// Above zero and within reason; `Double` alone would take "inf" and "0x10".
  private static func decimal(_ text: Substring) -> Double? {
    guard text.utf8.allSatisfy({ "0123456789.+-eE".utf8.contains($0) }), let value = Double(text),
      (0.01...100_000).contains(value)
    else { return nil }
    return value
  }
}
