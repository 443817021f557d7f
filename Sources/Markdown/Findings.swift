internal import Diagnostics

/// What the parser tells a writer.
extension Diagnostic {
  static func nestingTooDeep(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "nesting-too-deep", file: file, range: range,
      Wording(
        en: "more than \(BlockParser.deepest) levels inside each other; the rest stays text",
        fr: "plus de \(BlockParser.deepest) niveaux emboîtés ; le reste demeure du texte"),
      hints: [
        Wording(
          en: "use fewer levels of quotes, lists, boxes or emphasis here",
          fr: "employez ici moins de niveaux de citations, de listes, d’encadrés ou d’emphase")
      ])
  }

  static func commentUnclosed(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "comment-unclosed", file: file, range: range,
      Wording(
        en: "this comment has no end, so it is printed",
        fr: "ce commentaire n’a pas de fin, il est donc imprimé"),
      hints: [
        Wording(
          en: "write --> where it ends; among words, that is before the next blank line",
          fr: "écrivez --> là où il finit ; parmi des mots, c’est avant la prochaine ligne vide")
      ])
  }

  static func calloutUnclosed(
    file: String, range: SourceRange, fence: CalloutFence
  ) -> Diagnostic {
    let colons = String(repeating: ":", count: min(fence.length, 20))
    return Diagnostic(
      .warning, "callout-unclosed", file: file, range: range,
      Wording(en: "this box has no end", fr: "cet encadré n’a pas de fin"),
      hints: [
        Wording(
          en: "write a line with \(colons) where it ends",
          fr: "écrivez une ligne avec \(colons) là où il finit")
      ])
  }

  static func codeUnclosed(file: String, range: SourceRange, fence: CodeFence) -> Diagnostic {
    let marks = String(repeating: fence.mark == .tilde ? "~" : "`", count: min(fence.length, 20))
    return Diagnostic(
      .warning, "code-unclosed", file: file, range: range,
      Wording(en: "this code has no end", fr: "ce code n’a pas de fin"),
      hints: [
        Wording(
          en: "write a line with \(marks) where it ends",
          fr: "écrivez une ligne avec \(marks) là où il finit")
      ])
  }

  static func strayCalloutEnd(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "callout-stray-end", file: file, range: range,
      Wording(
        en: "no box ends here; the colons stay text",
        fr: "aucun encadré ne finit ici ; les deux-points restent du texte"),
      hints: [
        Wording(
          en: "remove the line, or start a box with ::: note",
          fr: "retirez la ligne, ou commencez un encadré par ::: note")
      ])
  }

  static func calloutUnknown(_ kind: String, file: String, range: SourceRange) -> Diagnostic {
    let kinds = CalloutFence.kinds.joined(separator: ", ")
    let nearest = NearestWord(to: kind, among: CalloutFence.kinds).word
    return Diagnostic(
      .warning, "callout-unknown", file: file, range: range,
      kind.isEmpty
        ? Wording(en: "this box has no kind", fr: "cet encadré n’a pas de genre")
        : Wording(
          en: "no kind of box is called “\(kind)”",
          fr: "aucun genre d’encadré ne s’appelle « \(kind) »"),
      hints: [
        nearest.map { Wording(en: "did you mean \($0)?", fr: "vouliez-vous dire \($0) ?") }
          ?? Wording(en: "write one of \(kinds)", fr: "écrivez l’un de \(kinds)")
      ])
  }

  static func tableRowTooLong(
    file: String, range: SourceRange, cells: Int, columns: Int
  ) -> Diagnostic {
    Diagnostic(
      .warning, "table-row-too-long", file: file, range: range,
      Wording(
        en: "this row has \(cells) cells, the head of the table \(columns)",
        fr: "cette ligne a \(cells) cellules, la tête du tableau \(columns)"),
      hints: [
        Wording(
          en: "add columns to the head, or write \\| for a bar that is text",
          fr: "ajoutez des colonnes en tête, ou écrivez \\| pour une barre qui est du texte")
      ])
  }

  static func tableTooLarge(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "table-too-large", file: file, range: range,
      Wording(
        en: "the table has more than \(TableRow.mostCells) cells; the rest stays text",
        fr: "le tableau a plus de \(TableRow.mostCells) cellules ; le reste demeure du texte"),
      hints: [Wording(en: "cut the table into several", fr: "coupez le tableau en plusieurs")])
  }

  static func valueMalformed(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "value-malformed", file: file, range: range,
      Wording(
        en: "these braces call no value and stay text",
        fr: "ces accolades n’appellent aucune valeur et restent du texte"),
      hints: [
        Wording(
          en: "write {{ name }} with one name, such as {{ contact.email }}, or \\{{ for braces",
          fr: "écrivez {{ nom }} avec un seul nom, tel que {{ contact.email }}, ou \\{{ pour des "
            + "accolades")
      ])
  }

  static func attributesMalformed(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "attributes-malformed", file: file, range: range,
      Wording(
        en: "these braces hold no attributes and stay text",
        fr: "ces accolades ne contiennent pas d’attributs et restent du texte"),
      hints: [
        Wording(
          en: "write {#name .class key=value}, names without spaces",
          fr: "écrivez {#nom .classe clé=valeur}, les noms sans espaces")
      ])
  }

  static func attributesMisplaced(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "attributes-misplaced", file: file, range: range,
      Wording(
        en: "a link takes no attributes; they stay text",
        fr: "un lien ne prend pas d’attributs ; ils restent du texte"),
      hints: [
        Wording(
          en: "put the link into a span: [[words](address)]{.class}",
          fr: "mettez le lien entre crochets : [[mots](adresse)]{.classe}")
      ])
  }
}
