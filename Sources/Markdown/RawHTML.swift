internal import Diagnostics

extension Diagnostic {
  /// Raw HTML is printed as it stands. `tag` is its name, with a slash when it closes.
  static func rawHTML(file: String, range: SourceRange, tag: String) -> Diagnostic {
    let name = tag.hasPrefix("/") ? String(tag.dropFirst()) : tag
    return Diagnostic(
      .warning, "raw-html", file: file, range: range,
      name.isEmpty
        ? Wording(
          en: "HTML is not read; it is printed as it stands",
          fr: "le HTML n’est pas lu ; il s’imprime tel quel")
        : Wording(
          en: "HTML is not read; <\(tag)> is printed as it stands",
          fr: "le HTML n’est pas lu ; <\(tag)> s’imprime tel quel"),
      hints: [markdown(insteadOf: name)])
  }

  private static func markdown(insteadOf tag: String) -> Wording {
    switch tag {
    case "br":
      Wording(
        en: "end the line with a backslash to break it",
        fr: "finissez la ligne par une barre oblique inverse (\\) pour la couper")
    case "b", "strong":
      Wording(en: "write **words**", fr: "écrivez **mots**")
    case "i", "em":
      Wording(en: "write *words*", fr: "écrivez *mots*")
    case "a":
      Wording(en: "write [words](address)", fr: "écrivez [mots](adresse)")
    case "img", "figure", "picture":
      Wording(
        en: "write ![description](file \"caption\")",
        fr: "écrivez ![description](fichier \"légende\")")
    case "code", "tt", "kbd", "samp":
      Wording(en: "write `words`", fr: "écrivez `mots`")
    case "pre":
      Wording(
        en: "write ``` on a line before and after", fr: "écrivez ``` sur une ligne avant et après")
    case "h1", "h2", "h3", "h4", "h5", "h6":
      Wording(
        en: "write \(String(repeating: "#", count: Int(tag.dropFirst()) ?? 1)) and the title",
        fr: "écrivez \(String(repeating: "#", count: Int(tag.dropFirst()) ?? 1)) puis le titre")
    case "ul", "ol", "li":
      Wording(
        en: "write each item after “- ” or “1. ”", fr: "écrivez chaque point après « - » ou « 1. »")
    case "table", "thead", "tbody", "tr", "td", "th":
      Wording(
        en: "write the table with bars: | a | b |",
        fr: "écrivez le tableau avec des barres : | a | b |")
    case "blockquote":
      Wording(en: "write > before the words", fr: "écrivez > devant les mots")
    case "hr":
      Wording(en: "write --- between blank lines", fr: "écrivez --- entre deux lignes vides")
    case "p":
      Wording(
        en: "leave a blank line between paragraphs",
        fr: "laissez une ligne vide entre les paragraphes")
    case "div", "section", "aside", "article", "details":
      Wording(
        en: "write ::: note, and ::: where it ends", fr: "écrivez ::: note, puis ::: à la fin")
    case "span", "small", "u", "s", "sup", "sub", "mark", "abbr":
      Wording(en: "write [words]{.class}", fr: "écrivez [mots]{.classe}")
    default:
      Wording(
        en: "remove it, or write \\< for a sign that is text",
        fr: "retirez-le, ou écrivez \\< pour un signe qui est du texte")
    }
  }
}
