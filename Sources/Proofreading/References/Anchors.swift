internal import Diagnostics
internal import Markdown

/// The places of a book that bear an id, `{#id}`, for links to lead to.
struct Anchors {
  private(set) var ids: [String] = []
  private var places: [String: (file: String, range: SourceRange)] = [:]

  /// Reports every id that is given twice: a link to it would lead to either place.
  init(in manuscript: Manuscript, reporting diagnostics: inout [Diagnostic]) {
    for chapter in manuscript.chapters {
      var found: [(id: String, range: SourceRange)] = []
      func find(_ attributes: Attributes, in range: SourceRange) {
        guard let id = attributes.id else { return }
        found.append((id, attributes.range ?? range))
      }
      chapter.visit(
        block: { block in
          switch block {
          case .heading(let heading): find(heading.attributes, in: heading.range)
          case .callout(let callout): find(callout.attributes, in: callout.range)
          case .table(let table): find(table.attributes, in: table.range)
          case .definitions(let list):
            for entry in list.entries { find(entry.term.attributes, in: entry.term.range) }
          case .paragraph, .quote, .list, .code, .thematicBreak: break
          }
        },
        inline: { inline in
          switch inline {
          case .image(let image): find(image.attributes, in: image.range)
          case .span(let span): find(span.attributes, in: span.range)
          default: break
          }
        })
      for (id, range) in found {
        if let first = places[id] {
          diagnostics.append(
            .idTwice(id, file: chapter.file, range: range, first: first.file, first.range))
        } else {
          ids.append(id)
          places[id] = (chapter.file, range)
        }
      }
    }
  }

  func contains(_ id: String) -> Bool { places[id] != nil }
}

extension Diagnostic {
  fileprivate static func idTwice(
    _ id: String, file: String, range: SourceRange, first firstFile: String,
    _ firstRange: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "id-twice", file: file, range: range,
      Wording(
        en: "the id “\(id)” is already given to another place",
        fr: "l’identifiant « \(id) » est déjà donné à un autre endroit"),
      notes: [
        Note(Wording(en: "here", fr: "ici"), file: firstFile, range: firstRange)
      ],
      hints: [
        Wording(
          en: "give one of them another id, and change the links that lead to it",
          fr: "donnez à l’un d’eux un autre identifiant, et changez les liens qui y mènent")
      ])
  }
}
