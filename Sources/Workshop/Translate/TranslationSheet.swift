internal import Localization
internal import Typesetting

/// Source and translation in two columns: a page of HTML by itself, to print or to mail, and to fill in.
///
/// It has the same words for everyone who asks for it, and so in both of the program's languages.
struct TranslationSheet {
  /// A passage, its number in the text and the title of its chapter.
  private struct Row {
    var number: String
    var chapter: Int
    var state: PassageState
  }

  private let translation: Translation
  /// In the order of the text.
  private let all: [Row]
  /// Those that the sheet shows, as places in `all`.
  private let shown: [Int]

  /// - Parameters:
  ///   - isNamed: whether a passage was asked for.
  ///   - waitingOnly: only what waits, each with the passages beside it.
  init(_ translation: Translation, waitingOnly: Bool, where isNamed: (PassageState) -> Bool) {
    self.translation = translation
    let rows = translation.chapters.enumerated().flatMap { chapter, pair in
      translation.passages(of: pair).enumerated().map { index, state in
        Row(number: "\(chapter + 1).\(index + 1)", chapter: chapter, state: state)
      }
    }
    all = rows
    shown = rows.indices.filter { index in
      isNamed(rows[index].state)
        && (!waitingOnly
          || [index - 1, index, index + 1].contains {
            rows.indices.contains($0) && !rows[$0].state.freshness.isSettled
              && rows[$0].chapter == rows[index].chapter
          })
    }
  }

  var html: String {
    var html = head
    var last: Int?
    for index in shown {
      let row = all[index]
      let before = last.map { all[$0] }
      if before?.chapter != row.chapter {
        if last != nil { html += "</table>\n" }
        html +=
          "<h2>\(row.chapter + 1). \(translation.chapters[row.chapter].title.escaped)</h2>\n<table>\n"
      } else if let last, index > last + 1 {
        html += "<tr class=\"gap\"><td colspan=\"3\">⋯</td></tr>\n"
      }
      html += line(of: row, isNewPlace: before?.state.place != row.state.place)
      last = index
    }
    return html + (last == nil ? "" : "</table>\n") + "</body></html>\n"
  }

  private var head: String {
    let waiting = all.count { !$0.state.freshness.isSettled }
    let count = all.count { $0.state.source != nil }
    let date = translation.sourceDate.map { " · source : \($0)" } ?? ""
    let title = "\(translation.title) (\(translation.source) → \(translation.language))"
    return """
      <!DOCTYPE html>
      <html lang="\(translation.source)"><head><meta charset="utf-8"><title>\(title.escaped)</title><style>
      @page { margin: 1.5cm }
      body { font: 11pt/1.4 serif; max-width: 60em; margin: 1.5cm auto; padding: 0 1em }
      h1 { font-size: 16pt; margin: 0 } h2 { font-size: 13pt; margin: 1.5em 0 .5em; break-after: avoid }
      .how { font-size: 9pt; margin: .3em 0 }
      table { border-collapse: collapse; width: 100%; table-layout: fixed }
      td { border: .5pt solid #888; padding: .4em .6em; vertical-align: top; overflow-wrap: anywhere }
      td:first-child { width: 2.6em; padding: .4em 0; text-align: center; font-size: 9pt; color: #555 }
      tr { break-inside: avoid } .waits td:last-child { background: #eee; print-color-adjust: exact }
      .gap td { border: 0; width: auto; text-align: center } small { display: block; color: #555 }
      del { color: #777 } ins { text-decoration: underline } bdi { white-space: nowrap }
      @media print { body { margin: 0; padding: 0; max-width: none } }
      </style></head><body>
      <h1>\(title.escaped)</h1>
      <p>À faire · To do: \(waiting) / \(count)\(date)</p>
      <p class="how" lang="fr">Écrivez dans la colonne de droite ; sur fond gris, ce qui est à traduire ou à \
      relire. Dans celle de gauche, ce que la source ne dit plus est <del>barré</del>, ce qu’elle dit de neuf \
      <ins>souligné</ins>. Recopiez tels quels les signes comme [^note], [](#renvoi), {{ valeur }} et les \
      adresses. Par courrier, dites les numéros.</p>
      <p class="how" lang="en">Write in the right-hand column; what is to be translated or read again is on \
      grey. In the left-hand one, what the source no longer says is <del>struck</del>, what it now says \
      <ins>underlined</ins>. Copy signs such as [^note], [](#reference), {{ value }} and addresses as they \
      are. By mail, give the numbers.</p>

      """
  }

  private func line(of row: Row, isNewPlace: Bool) -> String {
    let state = row.state
    let place =
      isNewPlace ? "<small dir=\"ltr\">\(state.place?.description.escaped ?? "")</small>" : ""
    let source = state.source.map { marked($0.text, state.confirmedSource) } ?? "—"
    let direction = translation.isRightToLeft ? "rtl" : "ltr"
    return """
      <tr\(state.freshness.isSettled ? "" : " class=\"waits\"")><td>\(row.number)</td><td dir="auto">\(place)\(source)</td>\
      <td lang="\(translation.language)" dir="\(direction)">\
      \(state.translation?.text.escaped ?? "<br><br>")</td></tr>

      """
  }

  private func marked(_ text: String, _ earlier: String?) -> String {
    guard let earlier, earlier != text else { return text.escaped }
    return WordDiff(from: earlier, to: text).parts.map { part in
      switch part.change {
      case .same: part.text.escaped
      case .removed: "<del>\(part.text.escaped)</del>"
      case .added: "<ins>\(part.text.escaped)</ins>"
      }
    }.joined()
  }
}

extension String {
  fileprivate var escaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\n", with: "<br>")
      .signsIsolated
  }

  /// Signs of Markdown that are not in the text's own script stand as they are written, also between
  /// letters that run the other way.
  private var signsIsolated: String {
    replacing(/\[\^[^\]]*\]|\[\]\([^)]*\)|&lt;[^>\s]*>|\{\{[^}]*\}\}/) {
      "<bdi dir=\"ltr\">\($0.output)</bdi>"
    }
  }
}
