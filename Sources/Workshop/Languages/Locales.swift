internal import Diagnostics
internal import Typesetting

/// The languages that a book may be set in, one file each: those that come with the tool, and those
/// in the book's own folder `content/locales/`, which add a language or change what one says.
///
/// A file is read when its language is asked for; to know which there are, their names suffice.
struct Locales {
  private let folder: BookFolder?
  /// By tag in small letters: the tag as the file's name spells it.
  private let own: [String: String]
  private let builtIn: [String: String]

  static let ownFolder = "content/locales"
  /// A few times the longest that comes with the tool.
  private static let mostBytes = 100_000
  /// "fr-CH" on "fr", a book's own on both; more is a ring.
  private static let mostBases = 6

  /// Those of the tool alone.
  init() { self.init(folder: nil, own: []) }

  init(of folder: BookFolder) {
    let names = (try? folder.names(in: Self.ownFolder)) ?? []
    self.init(
      folder: folder, own: names.filter { $0.hasSuffix(".yml") }.map { String($0.dropLast(4)) })
  }

  private init(folder: BookFolder?, own: [String]) {
    self.folder = folder
    func table(_ tags: [String]) -> [String: String] {
      Dictionary(tags.map { ($0.lowercased(), $0) }) { first, _ in first }
    }
    self.own = table(own)
    builtIn = table(BuiltInLocale.tags)
  }

  /// The tags that have a file, sorted.
  var tags: [String] { Set(own.values).union(builtIn.values).sorted() }

  /// Whether a book may be in that language.
  func has(_ tag: String) -> Bool { name(for: tag) != nil }

  /// The language of that tag; nil where there is none, or, reported, where its file is at fault.
  func language(_ tag: String, reporting diagnostics: inout [Diagnostic]) -> BookLanguage? {
    guard let name = name(for: tag) else { return nil }
    var language = read(name, bases: 0, reporting: &diagnostics)
    language?.tag = tag
    return language
  }

  /// The tag of the file for a language: "fr-BE" is found under "fr"; nil where there is none, and for
  /// what is no tag, for folders bear its name.
  private func name(for tag: String) -> String? {
    let subtags = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard subtags.allSatisfy(Self.isSubtag) else { return nil }
    let parts = tag.lowercased().split(separator: "-").map(String.init)
    guard let base = parts.first, let last = parts.last else { return nil }
    var candidates = [parts.joined(separator: "-"), "\(base)-\(last)"]
    // As the Unicode locale data has it, American Spanish stands for a score of countries, and
    // nobody who reads traditional Chinese is served by the simplified.
    if base == "es", parts.count > 1, last != "es" { candidates.append("es-419") }
    if base == "zh", parts.contains(where: ["hant", "tw", "hk", "mo"].contains) {
      candidates.append("zh-hant")
    } else {
      candidates.append(base)
    }
    return candidates.first { own[$0] != nil || builtIn[$0] != nil }
  }

  /// - Parameter name: in small letters; it has a file.
  private func read(
    _ name: String, bases: Int, reporting diagnostics: inout [Diagnostic]
  ) -> BookLanguage? {
    let inherited = builtIn[name].flatMap { tag in
      text(ofBuiltIn: tag).flatMap { read($0, tag, over: nil, bases, reporting: &diagnostics) }
    }
    guard let tag = own[name], let folder else { return inherited }
    let path = "\(Self.ownFolder)/\(tag).yml"
    do {
      let source = YAMLText(
        text: try folder.text(of: path, limit: Self.mostBytes), file: folder.shown(path))
      return read(source, tag, over: inherited, bases, reporting: &diagnostics)
    } catch {
      diagnostics.append(error.diagnostic(of: folder.shown(path)))
      return nil
    }
  }

  private func text(ofBuiltIn tag: String) -> YAMLText? {
    BuiltInLocale.bytes(tag).map {
      YAMLText(text: String(decoding: $0, as: UTF8.self), file: "\(tag).yml")
    }
  }

  private func read(
    _ source: YAMLText, _ tag: String, over inherited: BookLanguage?, _ bases: Int,
    reporting diagnostics: inout [Diagnostic]
  ) -> BookLanguage? {
    let before = diagnostics.count
    guard
      let mapping = source.root(reporting: &diagnostics)?.mapping(
        of: BookLanguage.localeKeys, reporting: &diagnostics),
      diagnostics.count == before
    else { return nil }
    var base = inherited
    if let node = mapping["based-on"], let other = node.text(reporting: &diagnostics) {
      guard let name = name(for: other), bases < Self.mostBases, name != tag.lowercased() else {
        diagnostics.append(.baseUnknown(other, at: node, known: tags))
        return nil
      }
      base = read(name, bases: bases + 1, reporting: &diagnostics)
      if base == nil { return nil }
    }
    return BookLanguage(tag: tag, reading: mapping, over: base, reporting: &diagnostics)
  }

  /// One to eight letters or digits (RFC 5646, 2.1).
  private static func isSubtag(_ subtag: Substring.UTF8View) -> Bool {
    (1...8).contains(subtag.count)
      && subtag.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: false
        }
      }
  }
}

extension Diagnostic {
  fileprivate static func baseUnknown(
    _ tag: String, at node: YAMLNode, known: [String]
  ) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .error, "locale-base", file: node.source.file, range: node.range,
      Wording(
        en: "this language cannot be based on “\(tag)”",
        fr: "cette langue ne peut pas être fondée sur « \(tag) »"),
      hints: [
        Wording(
          en: "name another language that has a file: \(list)",
          fr: "nommez une autre langue qui a un fichier : \(list)")
      ])
  }
}
