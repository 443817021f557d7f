internal import Diagnostics
internal import Geometry

extension Diagnostic {
  /// Of words and lines that are wider than they may be.
  var isOfWidth: Bool { code == "word-too-wide" || code == "line-too-wide" }

  /// Enough of a text to find it again.
  private static func shortened(_ text: String) -> String {
    let start = text.unicodeScalars.prefix(60)
    return start.endIndex == text.unicodeScalars.endIndex ? text : String(start) + "…"
  }

  static func wordTooWide(_ word: String, file: String, range: SourceRange) -> Diagnostic {
    let word = shortened(word)
    return Diagnostic(
      .warning, "word-too-wide", file: file, range: range,
      Wording(
        en: "“\(word)” is wider than its line and was divided where it had to be",
        fr: "« \(word) » est plus large que sa ligne et a été coupé où il le fallait"),
      hints: [
        Wording(
          en: "put soft hyphens (U+00AD) where it may be divided, or choose a shorter word",
          fr: "mettez des tirets conditionnels (U+00AD) où la coupe convient, ou un mot plus court")
      ])
  }

  static func lineTooWide(
    _ text: String, by excess: Length, file: String, range: SourceRange
  ) -> Diagnostic {
    let text = shortened(text)
    let tenths = Int((excess.points * 10).rounded())
    let shown = "\(tenths / 10).\(tenths % 10) pt"
    return Diagnostic(
      .warning, "line-too-wide", file: file, range: range,
      Wording(
        en: "this line sticks out by \(shown): “\(text)”",
        fr: "cette ligne dépasse de \(shown) : « \(text) »"),
      hints: [
        Wording(
          en: "reword it, or put a soft hyphen (U+00AD) in its last word",
          fr: "reformulez, ou mettez un tiret conditionnel (U+00AD) dans son dernier mot")
      ])
  }

  static func characterMissing(
    _ scalar: Unicode.Scalar, in face: FaceName, file: String, range: SourceRange
  ) -> Diagnostic {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Diagnostic(
      .error, "character-missing", file: file, range: range,
      Wording(
        en: "no font of the book has “\(scalar)” (\(code)), needed in \(face.family)",
        fr: "aucune police du livre n’a « \(scalar) » (\(code)), demandé en \(face.family)"),
      hints: [
        Wording(
          en: "write it otherwise, or add a font that has it to fonts/",
          fr: "écrivez-le autrement, ou ajoutez dans fonts/ une police qui l’a")
      ])
  }

  static func tableTooWide(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "table-too-wide", file: file, range: range,
      Wording(
        en: "this table is wider than the page; its words were divided to make it fit",
        fr: "ce tableau est plus large que la page ; ses mots ont été coupés pour qu’il tienne"),
      hints: [
        Wording(
          en: "make fewer columns, shorten the words, or split the table in two",
          fr: "faites moins de colonnes, des mots plus courts, ou coupez le tableau en deux")
      ])
  }

  static func tooManyColumns(_ count: Int, file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "table-too-many-columns", file: file, range: range,
      Wording(
        en: "no letter fits in \(count) columns on this page",
        fr: "aucune lettre ne tient dans \(count) colonnes sur cette page"),
      hints: [
        Wording(
          en: "split the table, or turn rows into columns",
          fr: "coupez le tableau, ou faites de ses colonnes des lignes")
      ])
  }

  static func backCoverFull(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "back-cover-full", file: file, range: range,
      Wording(
        en: "the blurb is longer than the back cover", fr: "le texte de quatrième dépasse la page"),
      hints: [Wording(en: "shorten it", fr: "raccourcissez-le")])
  }

  static func pictureTooTall(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "picture-too-tall", file: file, range: range,
      Wording(
        en: "this picture is taller than its page has room for and was made smaller",
        fr: "cette image est plus haute que la place de sa page et a été réduite"),
      hints: [
        Wording(
          en: "crop it, or turn it into a wide one",
          fr: "recadrez-la, ou faites-en une image large")
      ])
  }

  static func noteTooLong(number: Int, file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "note-too-long", file: file, range: range,
      Wording(
        en: "note \(number) takes more than half a page and continues on the next one",
        fr: "la note \(number) prend plus d’une demi-page et continue à la suivante"),
      hints: [
        Wording(en: "move part of it into the text", fr: "mettez-en une partie dans le texte")
      ])
  }

  static func imageInSentence(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "image-in-sentence", file: file, range: range,
      Wording(
        en: "an image inside a sentence is set below its paragraph",
        fr: "une image dans une phrase est placée sous son paragraphe"),
      hints: [
        Wording(
          en: "put it alone between blank lines", fr: "mettez-la seule entre deux lignes blanches")
      ])
  }

  static func pageOverfull(file: String, range: SourceRange?) -> Diagnostic {
    Diagnostic(
      .warning, "page-break-forced", file: file, range: range,
      Wording(
        en: "nothing may be parted here, yet it is taller than a page; it was parted anyway",
        fr: "rien ici ne devait être séparé, mais c’est plus haut qu’une page : coupé malgré tout"),
      hints: [
        Wording(
          en: "put a paragraph between the headings, or shorten the block",
          fr: "mettez un paragraphe entre les titres, ou raccourcissez le bloc")
      ])
  }

  static func nestingTooDeep(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "list-too-deep", file: file, range: range,
      Wording(
        en: "lists this deep leave no room for words; deeper ones are not indented any further",
        fr: "à cette profondeur la liste ne laisse plus de place aux mots ; elle n’est plus décalée"
      ),
      hints: [
        Wording(
          en: "make a heading or a list of its own of it",
          fr: "faites-en un titre ou une autre liste")
      ])
  }
}
