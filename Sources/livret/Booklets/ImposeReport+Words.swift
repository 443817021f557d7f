internal import Diagnostics
internal import Workshop

extension ImposeReport {
  /// What was made, how much paper it takes, and what to do with it.
  var summary: Wording {
    guard !products.isEmpty else {
      return Wording(en: "nothing written", fr: "rien n’a été écrit")
    }
    return Wording(en: lines(.english), fr: lines(.french))
  }

  private func lines(_ language: InterfaceLanguage) -> String {
    let pages = Wording(en: counted(pageCount, "page"), fr: compte(pageCount, "page"))
    var lines = [pages.inLanguage(language)]
    if let booklet { lines.append(booklet.line.inLanguage(language)) }
    lines += facts.map { "    " + $0.inLanguage(language) }
    lines += remarks.map { "  " + $0.inLanguage(language) }
    lines += products.map { "  \($0.path)  " + $0.size.inLanguage(language) }
    for (index, step) in steps.enumerated() {
      lines.append("\(index + 1). " + step.title.inLanguage(language))
      lines += step.lines.map { "   " + $0.inLanguage(language) }
    }
    return lines.joined(separator: "\n")
  }
}
