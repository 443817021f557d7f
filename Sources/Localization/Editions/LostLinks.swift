internal import Diagnostics
internal import Markdown

extension Manuscript {
  /// Without the links to places that an edition has taken away: they are reported, for the book itself has
  /// these places, and only their words are kept.
  ///
  /// - Parameter before: the manuscript without the edition's changes.
  func withoutLinks(
    lostBy edition: Edition, from before: Manuscript, reporting diagnostics: inout [Diagnostic]
  ) -> Manuscript {
    let kept = Set(chapters.flatMap(\.anchors))
    var takers: [String: Edition.Change] = [:]
    for change in edition.changes where change.takesAway {
      guard let index = before.chapter(with: change.target),
        let span = before.chapters[index].blocks.span(of: change.target)
      else { continue }
      let part = Chapter(file: "", blocks: span.take(from: before.chapters[index].blocks))
      for id in part.anchors where !kept.contains(id) { takers[id] = change }
    }
    guard !takers.isEmpty else { return self }
    var found: [Diagnostic] = []
    let chapters = chapters.map { chapter in
      chapter.mapInlines { inline in
        guard case .link(let link) = inline, link.destination.hasPrefix("#"),
          case let id = String(link.destination.dropFirst()), let taker = takers[id]
        else { return [inline] }
        found.append(
          .editionLinkLost(id, by: taker, of: edition, file: chapter.file, range: link.range))
        return link.content.isEmpty
          ? [.text(Text(value: id, range: link.range, isVerbatim: false))] : link.content
      }
    }
    diagnostics += found
    return Manuscript(chapters: chapters)
  }
}

extension Chapter {
  /// The identifiers to which links may lead.
  fileprivate var anchors: [String] {
    var ids: [String?] = []
    visit(
      block: { block in
        ids.append(block.id)
        if case .definitions(let list) = block { ids += list.entries.map(\.term.attributes.id) }
      },
      inline: { inline in
        switch inline {
        case .image(let image): ids.append(image.attributes.id)
        case .span(let span): ids.append(span.attributes.id)
        default: break
        }
      })
    return ids.compactMap(\.self)
  }
}

extension Diagnostic {
  fileprivate static func editionLinkLost(
    _ id: String, by change: Edition.Change, of edition: Edition, file: String, range: SourceRange
  ) -> Diagnostic {
    let isOmitted = change.insert == nil
    let also = id == change.target ? nil : id
    return Diagnostic(
      .error, "edition-link-lost", file: file, range: range,
      Wording(
        en: """
          the edition “\(edition.name)” \(isOmitted ? "omits" : "replaces") “\(change.target)”\
          \(also.map { ", and with it “\($0)”" } ?? ""), linked from here
          """,
        fr: """
          l’édition « \(edition.name) » \(isOmitted ? "omet" : "remplace") « \(change.target) »\
          \(also.map { ", et avec lui « \($0) »" } ?? ""), où mène ce lien
          """),
      notes: [
        Note(Wording(en: "here", fr: "ici"), file: change.place.file, range: change.place.range)
      ],
      hints: [
        isOmitted
          ? Wording(
            en: "let the edition replace or omit the passage with this link too",
            fr: "faites aussi remplacer ou omettre par l’édition le passage qui porte ce lien")
          : Wording(
            en: "give {#\(id)} to something in the file that replaces it",
            fr: "donnez {#\(id)} à quelque chose dans le fichier qui le remplace")
      ])
  }
}
