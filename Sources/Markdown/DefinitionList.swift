package import Diagnostics

/// Terms, each with what it means: a line with the term, then `: definition`.
package struct DefinitionList: Hashable, Sendable {
  /// No blank line between a term and its definitions: they are set close.
  package var isTight: Bool
  package var entries: [DefinitionEntry]
  package var range: SourceRange

  package init(isTight: Bool, entries: [DefinitionEntry], range: SourceRange) {
    self.isTight = isTight
    self.entries = entries
    self.range = range
  }
}

/// A term and its definitions, of which it has one at least.
package struct DefinitionEntry: Hashable, Sendable {
  package var term: Term
  package var definitions: [Definition]

  package init(term: Term, definitions: [Definition]) {
    self.term = term
    self.definitions = definitions
  }

  package var range: SourceRange {
    term.range.lowerBound..<(definitions.last?.range.upperBound ?? term.range.upperBound)
  }
}

/// `Word {#id .class}` above its definitions.
package struct Term: Hashable, Sendable {
  package var content: [Inline]
  package var attributes: Attributes
  package var range: SourceRange

  package init(content: [Inline], attributes: Attributes = .none, range: SourceRange) {
    self.content = content
    self.attributes = attributes
    self.range = range
  }
}

package struct Definition: Hashable, Sendable {
  package var blocks: [Block]
  package var range: SourceRange

  package init(blocks: [Block], range: SourceRange) {
    self.blocks = blocks
    self.range = range
  }
}
