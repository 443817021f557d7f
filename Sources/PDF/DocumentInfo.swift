package import Typesetting

/// What a PDF says about itself.
package struct DocumentInfo: Hashable, Sendable {
  package var title: String
  package var author: String
  package var subject: String
  package var keywords: String
  /// BCP 47, such as "fr".
  package var language: String
  /// Right to left for a book bound at the right.
  package var direction: Direction
  /// ISO 8601, such as "2026-03-14" or "2026-03-14T09:00:00Z"; from the book, never the clock.
  package var date: String?
  /// The program that made it, with its version.
  package var creator: String

  package init(
    title: String, author: String = "", subject: String = "", keywords: String = "",
    language: String, direction: Direction = .leftToRight, date: String? = nil,
    creator: String = "Livret"
  ) {
    self.title = title
    self.author = author
    self.subject = subject
    self.keywords = keywords
    self.language = language
    self.direction = direction
    self.date = date
    self.creator = creator
  }
}
