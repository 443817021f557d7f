internal import Diagnostics
internal import Markdown

extension Chapter {
  /// `[word]{lang=xx}`: a tag that names no language, so that nobody speaks or divides the word as meant.
  var unknownLanguages: [Diagnostic] {
    var found: [Diagnostic] = []
    visit(inline: { inline in
      guard case .span(let span) = inline, let tag = span.attributes.values["lang"],
        !LanguageTag.isKnown(tag)
      else { return }
      found.append(
        .wordLanguageUnknown(tag, file: file, range: span.attributes.range ?? span.range))
    })
    return found
  }
}

private enum LanguageTag {
  /// BCP 47: subtags of one to eight letters and digits, the first one the language: two letters of ISO
  /// 639-1, or three, of which there are thousands.
  static func isKnown(_ tag: String) -> Bool {
    let subtags = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard
      subtags.allSatisfy({ subtag in
        (1...8).contains(subtag.utf8.count)
          && subtag.unicodeScalars.allSatisfy {
            $0.isASCII && $0.properties.isAlphabetic || isDigit($0)
          }
      }), let language = subtags.first, language.allSatisfy(\.isLetter)
    else { return false }
    return language.count == 3 || twoLetters.contains(String(language.lowercased()))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static let twoLetters = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz
    ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii
    ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi
    mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw
    sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug
    uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension Diagnostic {
  fileprivate static func wordLanguageUnknown(
    _ tag: String, file: String, range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "word-language-unknown", file: file, range: range,
      Wording(
        en: "“\(tag)” is the tag of no language", fr: "« \(tag) » n’est le code d’aucune langue"),
      hints: [
        Wording(
          en: "write its tag of two or three letters, such as lang=en or lang=pt-BR",
          fr: "écrivez son code de deux ou trois lettres, comme lang=en ou lang=pt-BR")
      ])
  }
}
