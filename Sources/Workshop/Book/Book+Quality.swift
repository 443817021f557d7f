internal import Fonts
package import Typesetting

/// What a printer would find fault with in a book, and what it is set in.
package struct BookQuality: Sendable {
  package var report: QualityReport
  /// The files of the fonts whose glyphs are drawn, as messages show them, sorted.
  package var fontFiles: [String]
}

extension Book {
  func quality(of typeset: TypesetBook, _ fonts: FontLibrary) -> BookQuality {
    let report = QualityReport(of: typeset.pages, in: typeset.design)
    let place = (resolved(folder.path + "/fonts") ?? "") + "/"
    let files = report.faces.map { face in
      let path = fonts.files[face.index].path
      return path.hasPrefix(place) ? folder.shown("fonts/" + path.dropFirst(place.count)) : path
    }
    return BookQuality(report: report, fontFiles: Array(Set(files)).sorted())
  }
}
