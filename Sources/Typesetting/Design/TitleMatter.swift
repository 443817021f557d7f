package import Diagnostics

/// What the pages around the chapters say: cover, colophon and back cover.
package struct TitleMatter: Hashable, Sendable {
  package var title: String
  package var subtitle: String
  /// Such as "1re édition".
  package var edition: String
  /// The book's date, as people of its language write it: "24 novembre 2026".
  package var date: String
  /// Who publishes it; stands at the foot of the cover.
  package var publisher: String
  /// The vector motif of the cover; nil for a cover of type alone.
  package var motif: PictureID?
  /// What the whole cover is printed on, from edge to edge and beyond, as far as the pages bleed.
  package var background: PictureID?
  /// Of whoever publishes this edition; stands at the foot of the back cover.
  package var logo: PictureID?
  /// A small drawing for the back cover.
  package var vignette: PictureID?
  /// Paragraphs of the back cover.
  package var blurb: [String]
  /// Paragraphs of the colophon: licence, printing, fonts, contacts.
  package var colophon: [String]
  /// Where these texts are written, for messages: the file, and the place of each text.
  package var file = ""
  package var places: [String: SourceRange] = [:]

  package init(
    title: String, subtitle: String = "", edition: String = "", date: String = "",
    publisher: String = "",
    motif: PictureID? = nil, logo: PictureID? = nil, background: PictureID? = nil,
    vignette: PictureID? = nil,
    blurb: [String] = [],
    colophon: [String] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.edition = edition
    self.date = date
    self.publisher = publisher
    self.motif = motif
    self.logo = logo
    self.background = background
    self.vignette = vignette
    self.blurb = blurb
    self.colophon = colophon
  }
}
