internal import Diagnostics
internal import Typesetting

extension PictureFault {
  /// At the place that asks for the picture.
  func diagnostic(file: String, range: SourceRange) -> Diagnostic {
    let (message, hint) = words
    return Diagnostic(
      .error, "picture-unfit", file: file, range: range, message, hints: [hint])
  }

  private var words: (Wording, Wording) {
    switch self {
    case .empty:
      (
        Wording(en: "this picture's file is empty", fr: "le fichier de cette image est vide"),
        Wording(en: "save the picture again", fr: "enregistrez l’image de nouveau")
      )
    case .unknownFormat:
      (
        Wording(
          en: "this picture is neither PNG nor JPEG nor SVG",
          fr: "cette image n’est ni PNG, ni JPEG, ni SVG"),
        Wording(
          en: "save it as one of these; the name alone does not change what it is",
          fr: "enregistrez-la sous l’un de ces formats ; changer son nom ne suffit pas")
      )
    case .corrupt:
      (
        Wording(en: "this picture's file is damaged", fr: "le fichier de cette image est abîmé"),
        Wording(
          en: "open it in a picture editor and save it again, or get it anew",
          fr: "ouvrez-la dans un éditeur d’images et enregistrez-la, ou procurez-vous-la de nouveau"
        )
      )
    case .tooManyBytes(let limit):
      (
        Wording(
          en: "this picture's file is larger than \(limit / 1_000_000) MB",
          fr: "le fichier de cette image dépasse \(limit / 1_000_000) Mo"),
        Wording(en: "make the picture smaller", fr: "réduisez l’image")
      )
    case .tooManyPixels(let limit):
      (
        Wording(
          en: "this picture has more than \(limit / 1_000_000) million pixels",
          fr: "cette image a plus de \(limit / 1_000_000) millions de pixels"),
        Wording(
          en: "make it smaller: 2,000 pixels across fill a page",
          fr: "réduisez-la : 2 000 pixels de large suffisent à une page")
      )
    case .unsupportedJPEG:
      (
        Wording(
          en: "this kind of JPEG cannot stand in a PDF",
          fr: "cette sorte de JPEG ne peut pas entrer dans un PDF"),
        Wording(
          en: "save it again as an ordinary JPEG", fr: "enregistrez-la comme un JPEG ordinaire")
      )
    case .noSize:
      (
        Wording(
          en: "this SVG says neither its width and height nor its viewBox",
          fr: "ce SVG ne dit ni sa largeur et sa hauteur, ni sa viewBox"),
        Wording(
          en: "set the page size in the program that drew it",
          fr: "fixez la taille de la page dans le logiciel qui l’a dessiné")
      )
    case .untrusted(let refusal):
      (refusal.message, refusal.hint)
    }
  }
}

extension PictureFault.Refusal {
  fileprivate var message: Wording {
    switch self {
    case .doctype:
      Wording(
        en: "this SVG has a DOCTYPE, which could make it endless",
        fr: "ce SVG a un DOCTYPE, qui pourrait le rendre sans fin")
    case .encoding:
      Wording(
        en: "this SVG is compressed, or not in UTF-8",
        fr: "ce SVG est compressé, ou n’est pas en UTF-8")
    case .text:
      Wording(
        en: "this SVG has text, whose font may be missing elsewhere",
        fr: "ce SVG contient du texte, dont la police peut manquer ailleurs")
    case .script:
      Wording(en: "this SVG has a script", fr: "ce SVG contient un programme")
    case .link:
      Wording(en: "this SVG has links", fr: "ce SVG contient des liens")
    case .outsideReference:
      Wording(
        en: "this SVG refers to other files", fr: "ce SVG renvoie à d’autres fichiers")
    case .embeddedContent:
      Wording(
        en: "this SVG has a bitmap or a document inside",
        fr: "ce SVG contient une image en points ou un document")
    case .nestedTooDeep:
      Wording(
        en: "this SVG is nested too deep", fr: "ce SVG a trop de niveaux emboîtés")
    }
  }

  fileprivate var hint: Wording {
    switch self {
    case .text:
      Wording(
        en: "turn the text into paths in the program that drew it",
        fr: "changez le texte en tracés dans le logiciel qui l’a dessiné")
    case .embeddedContent:
      Wording(
        en: "use the bitmap itself, as PNG or JPEG",
        fr: "employez l’image elle-même, en PNG ou JPEG")
    default:
      Wording(
        en: "save it as plain SVG", fr: "enregistrez-le comme SVG simple")
    }
  }
}
