/// What the rules of PDF/UA-1 ask of a file, whoever read or wrote it.
package struct AccessFacts: Hashable, Sendable {
  /// An element of the structure.
  package struct Element: Hashable, Sendable {
    /// A standard structure type, such as "P".
    package var type: String
    /// The index of its parent; nil for those at the root.
    package var parent: Int?
    /// The indices of its children, in the order in which they are read.
    package var children: [Int] = []
    /// Letters, lines or pictures of its own, not of its children.
    package var holdsContents = false
    package var alternative: String?
    package var spoken: String?
    package var language: String?
    package var identifier: String?
    /// What a table's header heads.
    package var scope: String?
    /// What a list's labels are.
    package var numbering: String?

    package init(type: String, parent: Int?) {
      self.type = type
      self.parent = parent
    }
  }

  package struct Page: Hashable, Sendable {
    /// What is drawn outside all marks.
    package var unmarkedContents = 0
    /// Decoration inside what is read, or the reverse.
    package var mixedMarks = 0
    /// Marked contents that no element holds.
    package var orphanContents = 0
    package var hasAnnotations = false
    /// What the tabulator follows: "S" for the structure.
    package var tabs: String?

    package init() {}
  }

  package struct Link: Hashable, Sendable {
    /// Counted from 1.
    package var page: Int
    /// The type of the element that holds it.
    package var elementType: String?
    package var description: String?

    package init(page: Int, elementType: String?, description: String?) {
      self.page = page
      self.elementType = elementType
      self.description = description
    }
  }

  package struct Font: Hashable, Sendable {
    package var name: String
    package var isEmbedded: Bool
    /// Whether each of its signs can be told as letters.
    package var saysItsLetters: Bool

    package init(name: String, isEmbedded: Bool, saysItsLetters: Bool) {
      self.name = name
      self.isEmbedded = isEmbedded
      self.saysItsLetters = saysItsLetters
    }
  }

  package var title: String?
  package var language: String?
  package var isMarked = false
  package var isSuspect = false
  package var showsTitle = false
  package var hasMetadata = false
  /// Parents before their children.
  package var elements: [Element] = []
  package var pages: [Page] = []
  package var links: [Link] = []
  package var fonts: [Font] = []
  /// Pages, counted from 1, on which a sign is shown that its font does not have.
  package var pagesWithMissingSigns: [Int] = []

  package init() {}
}
