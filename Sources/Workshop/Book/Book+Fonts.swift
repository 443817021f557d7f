internal import Diagnostics
internal import Fonts
internal import Typesetting

extension Book {
  /// The fonts of the book's own folder, in which every family of the sheet must be.
  func fonts(
    alsoFor others: [String: BookLanguage] = [:], cache: String?,
    reporting diagnostics: inout [Diagnostic]
  ) throws(WorkshopError) -> FontLibrary {
    let stylesheet = sheet.stylesheet
    let library: FontLibrary
    do {
      library = try FontLibrary(
        folder: folder.path + "/fonts", cache: cache,
        companions: sheet.companions.filter { $0 != stylesheet.textFamily },
        substitutes: [stylesheet.headingFace(weight: 400), stylesheet.monoFace()],
        asksAll: true,
        hyphenation: others.mapValues(\.hyphenation)
          .merging([language.tag: language.hyphenation]) { $1 })
    } catch {
      throw WorkshopError(error.diagnostic)
    }
    let file = folder.shown(BookFolder.sheet)
    let known = Set(library.faces.map(\.family))
    var looked: Set<String> = []
    for family in sheet.families where looked.insert(family.name).inserted {
      // Nobody asks for the italic of a language that has none.
      var asked: Set<FaceName> = []
      let faces = stylesheet.faces.filter { face in
        face.family == family.name && asked.insert(face).inserted
          && !(face.isItalic && language.emphasis == .bold)
      }
      guard known.contains(family.name) || faces.contains(where: library.has) else {
        diagnostics.append(
          .familyUnknown(family.name, at: family.range, in: file, known: known.sorted()))
        continue
      }
      for face in faces where !library.has(face) {
        let nearest = library.nearest(to: face).first
        // A family of two weights sets semibold headings in its bold; nobody misses anything.
        if let nearest, nearest.isNear(face) { continue }
        diagnostics.append(
          .faceMissing(face, at: family.range, in: file, nearest: nearest))
      }
    }
    return library
  }

  /// Said once the text is set: only then is it known which languages were asked for.
  func checkDictionaries(of fonts: FontLibrary, reporting diagnostics: inout [Diagnostic]) {
    for language in fonts.missingDictionaries {
      diagnostics.append(.dictionaryMissing(language, file: folder.shown(BookFolder.sheet)))
    }
  }
}

extension FaceName {
  fileprivate func isNear(_ other: FaceName) -> Bool {
    family == other.family && isItalic == other.isItalic && weight >= 600 && other.weight >= 600
  }

  /// "Alegreya 700 italic".
  fileprivate var words: String { "\(family) \(weight)\(isItalic ? " italic" : "")" }
}

extension Diagnostic {
  fileprivate static func faceMissing(
    _ face: FaceName, at range: SourceRange, in file: String, nearest: FaceName?
  ) -> Diagnostic {
    Diagnostic(
      .warning, "face-missing", file: file, range: range,
      Wording(
        en: "the folder fonts/ has no \(face.words)",
        fr: "le dossier fonts/ n’a pas de \(face.words)"),
      hints: [
        nearest.map {
          Wording(
            en: "\($0.words) is used instead; put the missing file into fonts/",
            fr: "\($0.words) est employé à sa place ; mettez le fichier manquant dans fonts/")
        } ?? Wording(en: "put its file into fonts/", fr: "mettez son fichier dans fonts/")
      ])
  }

  fileprivate static func dictionaryMissing(_ language: String, file: String) -> Diagnostic {
    Diagnostic(
      .warning, "dictionary-missing", file: file,
      Wording(
        en: "words in “\(language)” are not divided: there is no hyphenation dictionary",
        fr: "les mots en « \(language) » ne sont pas coupés : il n’y a pas de dictionnaire"),
      hints: [
        Wording(
          en: "on Debian, install the package hyphen-\(language.lowercased())",
          fr: "sur Debian, installez le paquet hyphen-\(language.lowercased())")
      ])
  }
}
