package import Diagnostics

/// What someone asks of a PDF that others made.
package struct ImposeOrder: Sendable {
  package var file: String
  /// A file, or a folder for it; nil for beside the source, under a name that says what it is.
  package var output: String?
  package var binding: BindingWords
  /// Numbered sheets too, to fold before any ink is spent.
  package var makesDummies = false
  /// From sheets back to pages.
  package var takesApart = false
  /// How large the pages are on the sheets to take apart; nil for what these say.
  package var page: String?

  /// A folder of fonts for the page of instructions and the slug lines; nil for those of `here`.
  package var fonts: String?
  /// Where the user stands: with a book there, or a folder of fonts, there is type. Nil for nowhere.
  package var here: String?
  package var userLanguage = "en"
  package var cache: String?

  package init(file: String) {
    self.file = file
    binding = BindingWords()
  }
}

/// What came of it.
package struct ImposeReport: Sendable {
  package var diagnostics: [Diagnostic]
  /// Of the source, or of what it was taken apart to.
  package var pageCount = 0
  /// Nil where sheets were taken apart, or nothing was made.
  package var booklet: BookletReport?
  /// What to do at the printer and at the table, step by step.
  package var steps: [PrintingStep] = []
  /// What all copies take, where someone said how many are wanted.
  package var facts: [Wording] = []
  /// What is worth knowing and no fault.
  package var remarks: [Wording] = []
  /// What was written; nothing where there are errors.
  package var products: [Product] = []
}

package struct PrintingStep: Hashable, Sendable {
  package var title: Wording
  package var lines: [Wording]
}
