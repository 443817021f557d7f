// What a volunteer needs beside the booklet: a page that says how this very booklet is made, a
// sheet that finds out what the printer does, and a dummy to fold before any ink is wasted.
//
//   Binding + [Signature] ──StepMaker──▶ Instructions ──InstructionSheet──▶ Page ──PDF──▶ bytes
//   Paper ──PrintTest──▶ two sides ──PDF──▶ bytes           page count ──Dummy──▶ [Page] ──▶ bytes
//
// Every picture is drawn from the plan by which the sheets are printed: FoldedPile folds the plan
// as hands fold the paper, and the drawings show what lies on top after each fold.

internal import Geometry
internal import Imposition
internal import PDF
internal import Typesetting

/// The faces of a book, for what is printed beside it.
struct KitType {
  let stylesheet: Stylesheet
  let shaper: any Shaper
  let files: [FontFile]
  /// BCP 47, and which way it is written.
  let language: String
  let direction: Direction

  func lettering(_ words: KitWords) -> Lettering {
    // Words that fell back to another language are written its way.
    let isOwn = words.tag == language.prefix { $0 != "-" }.lowercased()
    return Lettering(
      stylesheet: stylesheet, shaper: shaper, language: isOwn ? language : words.tag,
      direction: isOwn ? direction : .leftToRight)
  }
}

/// One page, on the paper of every office, that says how to make the booklet.
///
/// A booklet's own sheet may be of any size, and need not be what lies in the tray.
func instructions(
  of title: String, bound binding: Binding, _ signatures: [Signature], _ order: KitOrder,
  _ files: KitFiles, in type: KitType, date: String? = nil
) throws(DrawingError) -> [UInt8] {
  let words = KitWords(tag: type.language)
  let lettering = type.lettering(words)
  let sheet = InstructionSheet(
    instructions: Instructions(of: title, bound: binding, signatures, order, files, in: words),
    lettering: lettering, size: Paper.ofAnOffice(for: binding.paper).size)
  let info = DocumentInfo(
    title: "\(title) – \(words.instructions)", language: lettering.language,
    direction: lettering.direction, date: date)
  return try readingPDF(
    of: [sheet.page()], outline: [], info: info, fonts: type.files, pictures: .none)
}

/// One sheet, two pages, that finds out what the printer does and says what to type.
///
/// - Parameter size: the sheet as booklets are printed on it, at least A5.
func printTest(on size: Size, _ paper: Paper, in type: KitType) throws(DrawingError) -> [UInt8] {
  let words = KitWords(tag: type.language)
  var test = words.test
  test.print = test.print.filled(["paper": paper.name])
  return try PrintTestSheet(
    size: size, words: test, lettering: type.lettering(words)
  ).pdf(fonts: type.files)
}

extension Paper {
  /// Letter where sheets are American ones, A4 everywhere else.
  static func ofAnOffice(for paper: Paper) -> Paper {
    [Paper.letter, .legal, .tabloid].contains { $0.name == paper.name } ? .letter : .a4
  }
}
