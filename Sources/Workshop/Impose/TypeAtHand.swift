internal import Diagnostics
internal import Imposition
internal import PDF

// Pages that others made bring no type of ours. What is printed beside them is set in that of the
// book where the user stands, or in whatever fonts are there.

extension ImposeOrder {
  /// Nil where there is no type.
  ///
  /// - Throws: where the user named a folder and it has none.
  func typeAtHand() throws(WorkshopError) -> KitType? {
    if let fonts {
      guard let type = KitType(fontsIn: [fonts], language: userLanguage, cache: cache) else {
        throw WorkshopError(.noFonts(in: fonts))
      }
      return type.legible
    }
    guard let here else { return nil }
    let type =
      KitType(ofBookIn: here, language: userLanguage, cache: cache)
      ?? KitType(fontsIn: [joined(here, "fonts")], language: userLanguage, cache: cache)
    return type?.legible
  }
}

extension KitType {
  /// The slug lines of these sheets; nil where none is planned.
  func slugs(of imposed: ImposedBooklet, title: String) throws(DrawingError) -> SlugPages? {
    try SlugType(
      title: title, language: language, direction: direction, namesLanguage: false, date: nil,
      stylesheet: stylesheet, shaper: shaper
    ).pages(of: imposed.files.flatMap(\.run.formes), fonts: files)
  }

  /// The page that says how to make this booklet.
  ///
  /// - Parameter names: of the files of sheets, as the booklet has them.
  func instructions(
    of imposed: ImposedBooklet, title: String, files names: [String]
  ) throws(DrawingError) -> [UInt8] {
    let named = zip(imposed.files, names)
    let bodies = named.filter { !$0.0.isCover }.map(\.1)
    return try Workshop.instructions(
      of: title, bound: imposed.booklet.binding, imposed.signatures, imposed.booklet.kit,
      KitFiles(
        sheets: bodies[0], backs: bodies.count > 1 ? bodies[1] : nil,
        cover: named.first { $0.0.isCover }?.1),
      in: self)
  }
}

extension Diagnostic {
  fileprivate static func noFonts(in folder: String) -> Diagnostic {
    Diagnostic(
      .error, "fonts-missing", file: folder,
      Wording(
        en: "there are no fonts in this folder", fr: "il n’y a pas de police dans ce dossier"),
      hints: [
        Wording(
          en: "name a folder that has .otf or .ttf files, or leave --fonts away",
          fr: "nommez un dossier qui contient des fichiers .otf ou .ttf, ou retirez --fonts")
      ])
  }
}

extension Wording {
  static let noType = Wording(
    en: """
      no page of instructions and no slug lines, for there is no type here: name a folder of fonts \
      after --fonts
      """,
    fr: """
      ni page d’instructions ni légende, faute de police ici : nommez un dossier de polices après \
      --fonts
      """)
}
