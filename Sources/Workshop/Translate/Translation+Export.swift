internal import Localization
internal import Typesetting

extension Translation {
  /// For Poedit and Weblate: what lags behind is fuzzy, with the words it was confirmed against.
  package var catalogue: String {
    state.catalogue(language: language.gettext, title: "livret").text
  }

  /// Two columns, the source and the translation, what waits first in each chapter: a page of HTML of its
  /// own, to print, or to fill in and mail back.
  package var sheet: String {
    let direction = isRightToLeft ? "rtl" : "ltr"
    var html = """
      <!DOCTYPE html>
      <html lang="\(language)"><head><meta charset="utf-8"><title>\(language)</title><style>
      body { font: 11pt/1.4 serif; margin: 1.5cm }
      table { border-collapse: collapse; width: 100%; table-layout: fixed }
      td { border: .5pt solid #888; padding: .4em .6em; vertical-align: top; overflow-wrap: anywhere }
      tr { break-inside: avoid } .waits td:last-child { background: #f4f4f4 }
      del { color: #888 } ins { text-decoration: underline } h2 { font-size: 13pt; break-after: avoid }
      small { color: #555 }
      </style></head><body>

      """
    for chapter in chapters {
      let passages = passages(of: chapter).filter { $0.source != nil }
      let waiting = passages.filter { $0.freshness != .fresh }
      let fresh = passages.filter { $0.freshness == .fresh }
      guard !passages.isEmpty else { continue }
      html += "<h2>\(chapter.title.escaped)</h2>\n<table>\n"
      for passage in waiting + fresh {
        guard let source = passage.source else { continue }
        let isWaiting = passage.freshness != .fresh
        html += """
          <tr\(isWaiting ? " class=\"waits\"" : "")><td>\(marked(source.text, passage.confirmedSource))\
          <br><small>\(source.place.description.escaped)</small></td>\
          <td dir="\(direction)">\(passage.translation?.text.escaped ?? "<br><br>")</td></tr>

          """
      }
      html += "</table>\n"
    }
    return html + "</body></html>\n"
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
  }
}
