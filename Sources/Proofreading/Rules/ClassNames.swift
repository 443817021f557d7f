internal import Diagnostics
internal import Markdown

extension Chapter {
  /// `{.critcal}`: a class that means nothing, so that what its author wanted is not done.
  var unknownClasses: [Diagnostic] {
    var found: [Diagnostic] = []
    func check(_ attributes: Attributes, _ range: SourceRange) {
      for name in attributes.classes where !ClassNames.known.contains(name) {
        found.append(.classUnknown(name, file: file, range: attributes.range ?? range))
      }
    }
    visit(
      block: { block in
        switch block {
        case .heading(let heading): check(heading.attributes, heading.range)
        case .callout(let callout): check(callout.attributes, callout.range)
        case .table(let table):
          check(table.attributes, table.range)
          if let caption = table.caption { check(caption.attributes, caption.range) }
        case .definitions(let list):
          for entry in list.entries { check(entry.term.attributes, entry.term.range) }
        case .paragraph, .quote, .list, .code, .thematicBreak: break
        }
      },
      inline: { inline in
        switch inline {
        case .span(let span): check(span.attributes, span.range)
        case .image(let image): check(image.attributes, image.range)
        default: break
        }
      })
    return found
  }
}

/// All names behind a point in `{.name}` that something listens to.
private enum ClassNames {
  static let known = [
    "critical", "dropcap", "fraction", "here", "index", "lining", "oldstyle", "smallcaps",
  ]
}

extension Diagnostic {
  fileprivate static func classUnknown(
    _ name: String, file: String, range: SourceRange
  ) -> Diagnostic {
    let list = ClassNames.known.map { ".\($0)" }.joined(separator: ", ")
    return Diagnostic(
      .warning, "class-unknown", file: file, range: range,
      Wording(en: "“.\(name)” means nothing here", fr: "« .\(name) » n’a pas de sens ici"),
      hints: [
        NearestWord(to: name, among: ClassNames.known).hint
          ?? Wording(en: "known are \(list)", fr: "sont connus : \(list)")
      ])
  }
}
