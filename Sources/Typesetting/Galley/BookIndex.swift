internal import Diagnostics
internal import Markdown

/// What a book's index lists, gathered from the marks in its text: `[words]{.index}`, or
/// `[words]{.index key="camera!dome" see="lens"}` where the entry is called otherwise.
struct BookIndex {
  struct Entry {
    var term: String
    /// Of the marks, in the order of the text.
    var anchors: [String] = []
    /// Where readers shall look instead, or too.
    var see: [String] = []
    var children: [Entry] = []
  }

  private struct Mark {
    var file: String
    var range: SourceRange
    var anchor: String
    var path: [String]
    var see: String?
  }

  /// In the order of the language.
  private(set) var entries: [Entry] = []
  private var marks: [Mark] = []
  /// Where `::: index` asks for it.
  private var places: [(file: String, range: SourceRange)] = []

  init(of copy: Copy) {
    for (chapter, matter) in zip(copy.manuscript.chapters, copy.chapterMatter) {
      chapter.visit(
        block: { block in
          if case .callout(let callout) = block, callout.kind == "index" {
            places.append((chapter.file, callout.range))
          }
        },
        inline: { inline in
          guard case .span(let span) = inline, span.isIndexMark else { return }
          marks.append(
            Mark(
              file: chapter.file, range: span.range,
              anchor: span.indexAnchor(prefix: "note-\(matter.number)-"), path: span.indexPath,
              see: span.attributes.values["see"]))
        })
    }
    guard !marks.isEmpty else { return }
    var root = Node(term: "")
    for mark in marks { root.add(mark, at: mark.path[...]) }
    entries = root.sorted(by: Collation(copy.language.sorting)).children
  }

  /// What the rounds look pages up for.
  var targets: [String: CrossReferences.Target] {
    var targets: [String: CrossReferences.Target] = [:]
    for mark in marks where mark.see == nil {
      targets[mark.anchor] = .init(title: mark.path.last ?? "")
    }
    return targets
  }

  /// An entry while it is put together.
  private struct Node {
    var term: String
    var anchors: [String] = []
    var see: [String] = []
    /// By term in small letters: a word that begins a sentence is no other word.
    var children: [String: Node] = [:]

    mutating func add(_ mark: Mark, at path: ArraySlice<String>) {
      guard let term = path.first else {
        if let target = mark.see {
          if !see.contains(target) { see.append(target) }
        } else {
          anchors.append(mark.anchor)
        }
        return
      }
      let key = term.lowercased()
      children[key, default: Node(term: term)].add(mark, at: path.dropFirst())
      if term.first?.isLowercase == true { children[key]?.term = term }
    }

    func sorted(by collation: Collation) -> Entry {
      let entries = children.values.map { ($0, collation.key(of: $0.term)) }
      return Entry(
        term: term, anchors: anchors, see: see,
        children: entries.sorted { $0.1 < $1.1 }.map { $0.0.sorted(by: collation) })
    }
  }
}

extension Span {
  package var isIndexMark: Bool { attributes.classes.contains("index") }

  /// The name by which the index leads here.
  func indexAnchor(prefix: String) -> String {
    attributes.id ?? "\(prefix)index-\(range.lowerBound.line)-\(range.lowerBound.column)"
  }

  /// The entry, after those above it: three levels are as many as a reader finds through.
  fileprivate var indexPath: [String] {
    let words = content.plainText
    let written = (attributes.values["key"] ?? words).split(separator: "!", maxSplits: 2)
    let path = written.map { part in
      part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }.filter { !$0.isEmpty }
    return path.isEmpty ? [words] : path
  }
}

// MARK: Findings

extension BookIndex {
  /// - Parameter references: with the pages of all that has one.
  func findings(_ references: CrossReferences) -> [Diagnostic] {
    guard let first = marks.first else {
      return places.map { .indexEmpty(file: $0.file, range: $0.range) }
    }
    if places.isEmpty { return [.indexNowhere(file: first.file, range: first.range)] }
    var findings: [Diagnostic] = []
    let terms = entries.map(\.term)
    let known = Set(terms.map { $0.lowercased() })
    for mark in marks {
      if let target = mark.see {
        guard !known.contains(target.lowercased()) else { continue }
        let nearest = NearestWord(to: target, among: terms).hint
        findings.append(
          .indexSeesNothing(target, file: mark.file, range: mark.range, hint: nearest))
      } else if references.targets[mark.anchor]?.folio == nil {
        findings.append(.indexMarkUnseen(file: mark.file, range: mark.range))
      }
    }
    return findings
  }
}

extension Diagnostic {
  fileprivate static func indexEmpty(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "index-empty", file: file, range: range,
      Wording(
        en: "no word of the book is marked for its index",
        fr: "aucun mot du livre n’est marqué pour son index"),
      hints: [
        Wording(
          en: "mark words where they are explained: [words]{.index}",
          fr: "marquez des mots là où ils sont expliqués : [mots]{.index}")
      ])
  }

  fileprivate static func indexNowhere(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "index-nowhere", file: file, range: range,
      Wording(
        en: "words are marked for an index, and no chapter prints it",
        fr: "des mots sont marqués pour un index, et aucun chapitre ne l’imprime"),
      hints: [
        Wording(
          en: "write ::: index and ::: on two lines, in a chapter of its own at the end",
          fr: "écrivez ::: index puis ::: sur deux lignes, dans un chapitre à la fin")
      ])
  }

  fileprivate static func indexMarkUnseen(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "index-mark-unseen", file: file, range: range,
      Wording(
        en: "this mark for the index has no words on a page",
        fr: "cette marque d’index n’a pas de mots sur une page"),
      hints: [
        Wording(
          en: "put the brackets around words that are printed",
          fr: "mettez les crochets autour de mots qui s’impriment")
      ])
  }

  fileprivate static func indexSeesNothing(
    _ target: String, file: String, range: SourceRange, hint: Wording?
  ) -> Diagnostic {
    Diagnostic(
      .warning, "index-sees-nothing", file: file, range: range,
      Wording(
        en: "the index has no entry “\(target)”, to which this sends readers",
        fr: "l’index n’a pas d’entrée « \(target) », où ceci renvoie"),
      hints: [
        hint
          ?? Wording(
            en: "mark words with it: [words]{.index key=\"\(target)\"}",
            fr: "marquez-en des mots : [mots]{.index key=\"\(target)\"}")
      ])
  }
}
