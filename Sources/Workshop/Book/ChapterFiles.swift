internal import Diagnostics

/// The chapters of one language: `content/LANG/NN-name.md`, in the order of their numbers.
struct ChapterFiles {
  struct File: Hashable {
    var number: Int
    /// Below the book's folder.
    var path: String
  }

  private(set) var files: [File] = []

  init(in folder: BookFolder, language: String, reporting diagnostics: inout [Diagnostic]) {
    let place = "content/\(language)"
    var names: [String] = []
    do throws(FileFault) {
      names = try folder.names(in: place)
    } catch .missing {
      // No folder, no chapter: said below, with where the first one goes.
    } catch {
      diagnostics.append(error.diagnostic(of: folder.shown(place)))
      return
    }
    for name in names where name.lowercased().hasSuffix(".md") {
      let path = "\(place)/\(name)"
      guard let number = Self.number(of: name) else {
        diagnostics.append(.chapterUnnumbered(folder.shown(path), name))
        continue
      }
      if let other = files.first(where: { $0.number == number }) {
        diagnostics.append(
          .chapterNumberTwice(number, folder.shown(path), and: folder.shown(other.path)))
        continue
      }
      files.append(File(number: number, path: path))
    }
    // By number, not by name: 10 comes after 9 even where someone wrote "9-".
    files.sort { $0.number < $1.number }
    if files.isEmpty { diagnostics.append(.bookEmpty(folder.shown(place))) }
  }

  /// 3 for `03-cartographier.md`.
  private static func number(of name: String) -> Int? {
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    guard (1...4).contains(digits.count), name[digits.endIndex...].hasPrefix("-") else {
      return nil
    }
    return Int(digits)
  }
}

extension Diagnostic {
  fileprivate static func chapterUnnumbered(_ path: String, _ name: String) -> Diagnostic {
    Diagnostic(
      .error, "chapter-unnumbered", file: path,
      Wording(
        en: "this chapter has no number, so it has no place in the book",
        fr: "ce chapitre n’a pas de numéro, donc pas de place dans le livre"),
      hints: [
        Wording(
          en: "rename it, such as 03-\(name); what is not a chapter goes into another folder",
          fr: """
            renommez-le, par exemple 03-\(name) ; ce qui n’est pas un chapitre va dans un autre \
            dossier
            """)
      ])
  }

  fileprivate static func chapterNumberTwice(
    _ number: Int, _ path: String, and other: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "chapter-number-twice", file: path,
      Wording(
        en: "another chapter has the number \(number) too",
        fr: "un autre chapitre porte aussi le numéro \(number)"),
      notes: [Note(Wording(en: "here", fr: "ici"), file: other)],
      hints: [Wording(en: "rename one of them", fr: "renommez l’un des deux")])
  }

  fileprivate static func bookEmpty(_ place: String) -> Diagnostic {
    Diagnostic(
      .error, "book-empty", file: place,
      Wording(en: "this book has no chapter", fr: "ce livre n’a pas de chapitre"),
      hints: [
        Wording(
          en: "write the first one in \(place)/01-name.md",
          fr: "écrivez le premier dans \(place)/01-nom.md")
      ])
  }
}
