internal import Diagnostics
internal import Markdown

extension Chapter {
  /// Pictures that say nothing to those who do not see them.
  var wordlessPictures: [Diagnostic] {
    var found: [Diagnostic] = []
    visit(inline: { inline in
      guard case .image(let image) = inline, image.alternative.isBlank else { return }
      found.append(.pictureWordless(file: file, range: image.range))
    })
    return found
  }
}

extension [Inline] {
  /// Nothing is written here: neither words nor what stands for some.
  var isBlank: Bool {
    allSatisfy { inline in
      switch inline {
      case .text(let text): text.value.unicodeScalars.allSatisfy(\.isSpace)
      case .softBreak, .hardBreak: true
      case .emphasis, .strong, .span, .link: inline.children.isBlank
      case .code, .image, .noteCall, .value: false
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func pictureWordless(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "picture-wordless", file: file, range: range,
      Wording(
        en: "this picture has no words for those who do not see it",
        fr: "cette image n’a pas de texte pour qui ne la voit pas"),
      hints: [
        Wording(
          en: "write between the square brackets what it shows",
          fr: "écrivez entre les crochets ce qu’elle montre")
      ])
  }
}
