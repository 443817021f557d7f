internal import Diagnostics
internal import Geometry
internal import Typesetting

extension Fitting {
  /// What was done to have as many pages as were asked for, in one line.
  var wording: Wording {
    var english: [String] = []
    var french: [String] = []
    if pageCount != naturalCount {
      english.append("\(naturalCount) would be the nearest to its text")
      french.append("\(naturalCount) iraient de soi")
    }
    if shorterParagraphs > 0 {
      english.append("paragraphs a line shorter: \(shorterParagraphs)")
      french.append("paragraphes raccourcis d’une ligne : \(shorterParagraphs)")
    }
    if longerParagraphs > 0 {
      english.append("a line longer: \(longerParagraphs)")
      french.append("rallongés d’une ligne : \(longerParagraphs)")
    }
    if size != 0 || leading != 0 || margins != .zero {
      let (size, leading) = (percent(size), percent(leading))
      let margins = signed(tenths: margins.millimetres * 10)
      english.append(
        "type \(size.english), leading \(leading.english), margins \(margins.english) mm")
      french.append(
        "corps \(size.french), interligne \(leading.french), marges \(margins.french) mm")
    }
    if english.isEmpty {
      english.append("nothing had to change")
      french.append("rien n’a dû changer")
    }
    return Wording(
      en: "  fitted: " + english.joined(separator: "; "),
      fr: "  ajustement : " + french.joined(separator: " ; "))
  }

  private func percent(_ part: Double) -> (english: String, french: String) {
    let number = signed(tenths: part * 1_000)
    return (number.english + " %", number.french + " %")
  }

  /// "+1.2" and "+1,2".
  private func signed(tenths: Double) -> (english: String, french: String) {
    let tenths = Int(tenths.rounded())
    let sign = tenths < 0 ? "−" : "+"
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return ("\(sign)\(whole).\(rest)", "\(sign)\(whole),\(rest)")
  }
}
