internal import Diagnostics
internal import Yams

/// A piece of YAML and where it stands: a whole file, or the front matter of a chapter.
struct YAMLText {
  var text: String
  var file: String
  /// The line of the file on which the text begins.
  var firstLine = 1
  /// False for what is written on the command line, where `file` is the name of an option.
  var hasLines = true

  /// Far more than any book needs; deeper text could exhaust the stack of the YAML reader, which
  /// calls itself for each level.
  private static let deepestColumn = 200
  private static let mostBrackets = 2_000
  static let mostBytes = 1_000_000

  /// The outermost value; nil, and reported, where there is none.
  func root(reporting diagnostics: inout [Diagnostic]) -> YAMLNode? {
    if let fault = nestingFault ?? aliasFault {
      diagnostics.append(fault)
      return nil
    }
    do {
      // A text of comments alone holds nothing, which is an empty mapping.
      let node = try compose(yaml: text, .default, .default, .utf8)
      return YAMLNode(node: node ?? Node([(Node, Node)]()), source: self)
    } catch {
      diagnostics.append(.yamlSyntax(error as? YamlError ?? .no, in: self))
      return nil
    }
  }

  func range(_ mark: Mark?, columns: Int) -> SourceRange {
    range(SourceLocation(line: mark?.line ?? 1, column: mark?.column ?? 1), columns: columns)
  }

  /// From a place in this text to one in its file.
  func range(_ place: SourceLocation, columns: Int) -> SourceRange {
    let start = SourceLocation(
      line: firstLine - 1 + max(1, place.line), column: max(1, place.column))
    return start..<SourceLocation(line: start.line, column: start.column + max(1, columns))
  }

  /// Nested further than a book needs. Each level costs an opening bracket, or a column at the
  /// beginning of a line.
  private var nestingFault: Diagnostic? {
    var line = 1
    var leading = 0
    var isLeading = true
    var brackets = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        leading = 0
        isLeading = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "-"), UInt8(ascii: "?"),
        UInt8(ascii: ":"):
        if isLeading { leading += 1 }
      default:
        isLeading = false
        if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { brackets += 1 }
      }
      if leading > Self.deepestColumn || brackets > Self.mostBrackets {
        return .yamlTooDeep(self, line: line)
      }
    }
    return nil
  }

  /// A name given with `&` and used with `*`: a few lines of those can stand for gigabytes.
  private var aliasFault: Diagnostic? {
    var anchors: Set<String> = []
    var aliases: [(name: String, place: SourceLocation)] = []
    var place = SourceLocation.start
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      let name = scalar == "&" || scalar == "*" ? String(rest.prefix(while: Self.isNameLetter)) : ""
      if !name.isEmpty {
        if scalar == "&" { anchors.insert(name) } else { aliases.append((name, place)) }
      }
      place =
        scalar == "\n"
        ? SourceLocation(line: place.line + 1, column: 1)
        : SourceLocation(line: place.line, column: place.column + 1)
    }
    guard let alias = aliases.first(where: { anchors.contains($0.name) }) else { return nil }
    return .yamlAlias(
      alias.name, in: self, at: range(alias.place, columns: alias.name.utf8.count + 1))
  }

  /// What libyaml takes as a letter of such a name.
  private static func isNameLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    default: false
    }
  }
}

extension Diagnostic {
  fileprivate static func yamlSyntax(_ error: YamlError, in source: YAMLText) -> Diagnostic {
    let place: SourceLocation?
    let problem: String
    switch error {
    case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _),
      .composer(_, let text, let mark, _):
      (problem, place) = (text, SourceLocation(line: mark.line, column: mark.column))
    case .duplicatedKeysInMapping(let keys, let context):
      return .yamlKeyTwice(
        keys.first ?? "", in: source,
        at: source.range(context.mark, columns: keys.first?.count ?? 1))
    case .reader(let text, let offset, _, _):
      problem = text
      place = offset.map { location(ofByte: $0, in: source.text) }
    default:
      (problem, place) = ("\(error)", nil)
    }
    return Diagnostic(
      .error, "yaml-syntax", file: source.file, range: source.range(place ?? .start, columns: 1),
      Wording(
        en: "this is not YAML: \(problem)", fr: "ce n’est pas du YAML : \(problem)"),
      hints: [
        Wording(
          en: """
            look at this line and the one before: a missing colon, quote or space, or a text \
            with a colon that needs quotes
            """,
          fr: """
            regardez cette ligne et celle d’avant : il manque deux-points, guillemet ou espace, \
            ou un texte qui contient deux-points demande des guillemets
            """)
      ])
  }

  private static func location(ofByte offset: Int, in text: String) -> SourceLocation {
    var (line, column) = (1, 1)
    for byte in text.utf8.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        (line, column) = (line + 1, 1)
      } else if !UTF8.isContinuation(byte) {
        column += 1
      }
    }
    return SourceLocation(line: line, column: column)
  }

  private static func yamlKeyTwice(
    _ key: String, in source: YAMLText, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "key-twice", file: source.file, range: range,
      Wording(
        en: "“\(key)” is written twice at the same level",
        fr: "« \(key) » est écrit deux fois au même niveau"),
      hints: [Wording(en: "keep one of them", fr: "n’en gardez qu’un")])
  }

  fileprivate static func yamlTooDeep(_ source: YAMLText, line: Int) -> Diagnostic {
    Diagnostic(
      .error, "yaml-too-deep", file: source.file,
      range: source.range(SourceLocation(line: line, column: 1), columns: 1),
      Wording(
        en: "too many levels or brackets for the description of a book",
        fr: "trop de niveaux ou de crochets pour la description d’un livre"),
      hints: [
        Wording(
          en: "write it more simply, with less space before the text",
          fr: "écrivez plus simplement, avec moins d’espaces avant le texte")
      ])
  }

  fileprivate static func yamlAlias(
    _ name: String, in source: YAMLText, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "yaml-alias", file: source.file, range: range,
      Wording(
        en: "references such as *\(name) are not used in books",
        fr: "les renvois comme *\(name) ne s’emploient pas dans les livres"),
      hints: [
        Wording(
          en: "write the value out, or put the text in quotes",
          fr: "écrivez la valeur en entier, ou mettez le texte entre guillemets")
      ])
  }
}
