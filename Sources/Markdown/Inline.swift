package import Diagnostics

package indirect enum Inline: Hashable, Sendable {
  case text(Text)
  case emphasis(Emphasis)
  case strong(Emphasis)
  case code(CodeSpan)
  case link(Link)
  case image(Image)
  /// `[words]{.class lang=en}`
  case span(Span)
  /// `[^label]`
  case noteCall(NoteCall)
  /// `{{ contact.email }}`
  case value(ValueCall)
  /// The end of a source line, which prints as a space.
  case softBreak(SourceRange)
  case hardBreak(SourceRange)
}

package struct Text: Hashable, Sendable {
  package var value: String
  package var range: SourceRange
  /// True where `value` is the source between the range's ends to the letter, so that a place in
  /// the value is the same number of columns into the range; false for entities and escapes.
  package var isVerbatim: Bool

  package init(value: String, range: SourceRange, isVerbatim: Bool) {
    self.value = value
    self.range = range
    self.isVerbatim = isVerbatim
  }
}

package struct Emphasis: Hashable, Sendable {
  package var content: [Inline]
  package var range: SourceRange

  package init(content: [Inline], range: SourceRange) {
    self.content = content
    self.range = range
  }
}

package struct CodeSpan: Hashable, Sendable {
  package var text: String
  package var range: SourceRange

  package init(text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }
}

package struct Link: Hashable, Sendable {
  /// As written, entities and escapes resolved, not percent-encoded. `#id` is a cross-reference.
  package var destination: String
  package var title: String?
  /// Empty for `[](#id)`: the tool writes the words.
  package var content: [Inline]
  /// `<https://…>`: the content is the destination.
  package var isAutolink: Bool
  package var range: SourceRange

  package init(
    destination: String, title: String? = nil, content: [Inline], isAutolink: Bool = false,
    range: SourceRange
  ) {
    self.destination = destination
    self.title = title
    self.content = content
    self.isAutolink = isAutolink
    self.range = range
  }
}

package struct Image: Hashable, Sendable {
  package var source: String
  /// The text for those who don't see it.
  package var alternative: [Inline]
  /// Prints as the caption of a figure.
  package var title: String?
  package var attributes: Attributes
  package var range: SourceRange

  package init(
    source: String, alternative: [Inline], title: String? = nil, attributes: Attributes = .none,
    range: SourceRange
  ) {
    self.source = source
    self.alternative = alternative
    self.title = title
    self.attributes = attributes
    self.range = range
  }
}

package struct Span: Hashable, Sendable {
  package var content: [Inline]
  package var attributes: Attributes
  package var range: SourceRange

  package init(content: [Inline], attributes: Attributes, range: SourceRange) {
    self.content = content
    self.attributes = attributes
    self.range = range
  }
}

package struct NoteCall: Hashable, Sendable {
  /// As the definition spells it, where there is one: labels match whatever their case.
  package var label: String
  package var range: SourceRange

  package init(label: String, range: SourceRange) {
    self.label = label
    self.range = range
  }
}

package struct ValueCall: Hashable, Sendable {
  /// The dotted name, such as `contact.email`.
  package var name: String
  package var range: SourceRange

  package init(name: String, range: SourceRange) {
    self.name = name
    self.range = range
  }
}

extension Inline {
  package var range: SourceRange {
    switch self {
    case .text(let text): text.range
    case .emphasis(let emphasis), .strong(let emphasis): emphasis.range
    case .code(let code): code.range
    case .link(let link): link.range
    case .image(let image): image.range
    case .span(let span): span.range
    case .noteCall(let call): call.range
    case .value(let value): value.range
    case .softBreak(let range), .hardBreak(let range): range
    }
  }
}
