internal import Diagnostics
internal import Markdown
internal import PDF
internal import Typesetting

/// The pictures that a manuscript and its cover ask for, opened and known by their headers.
struct BookPictures {
  /// In the order in which they are first asked for.
  private(set) var pictures: [Picture] = []
  /// By what the manuscript calls them.
  private(set) var ids: [String: PictureID] = [:]
  private(set) var motif: PictureID?
  private(set) var background: PictureID?
  private(set) var vignette: PictureID?
  private(set) var logo: PictureID?
  /// Ready to be drawn; nothing where one of them is at fault.
  private(set) var prepared = Pictures.none

  /// Who first asked for each picture, for messages about it.
  private var askers: [(file: String, range: SourceRange)] = []
  private let folder: BookFolder

  /// Pictures stand beside the chapters, or in `content/images`.
  init(
    of manuscript: Manuscript, in book: Book, reporting diagnostics: inout [Diagnostic]
  ) {
    folder = book.folder
    var asked: [(image: Image, file: String)] = []
    for chapter in manuscript.chapters {
      chapter.visit(inline: { inline in
        if case .image(let image) = inline { asked.append((image, chapter.file)) }
      })
    }
    var known: Set<String> = []
    for (image, file) in asked where known.insert(image.source).inserted {
      let folders = Self.folders(of: book)
      ids[image.source] = open(
        image.source, in: folders, for: (file, image.range), reporting: &diagnostics)
    }
    func openDrawing(_ drawing: BookSheet.PicturePath?) -> PictureID? {
      guard let drawing else { return nil }
      return open(
        drawing.path, in: book.edition.map { [$0.folder, "content"] } ?? ["content"],
        for: (drawing.file, drawing.range), reporting: &diagnostics)
    }
    motif = openDrawing(book.sheet.motif)
    background = openDrawing(book.sheet.background)
    vignette = openDrawing(book.sheet.vignette)
    logo = openDrawing(book.edition?.logo)
    do {
      prepared = try Pictures(pictures)
    } catch {
      for (picture, asker) in zip(pictures, askers) {
        guard let fault = Pictures.fault(in: picture) else { continue }
        diagnostics.append(fault.diagnostic(file: asker.file, range: asker.range))
      }
    }
  }

  /// An edition's own pictures go before a language's, and these before the book's.
  private static func folders(of book: Book) -> [String] {
    let tag = book.language.tag
    let local = book.edition.map { ["\($0.folder)/images/\(tag)", "\($0.folder)/images"] } ?? []
    return local + ["content/\(tag)", "content/\(tag)/images", "content/images"]
  }

  private mutating func open(
    _ source: String, in folders: [String], for asker: (file: String, range: SourceRange),
    reporting diagnostics: inout [Diagnostic]
  ) -> PictureID? {
    guard !source.isEmpty else {
      diagnostics.append(.pictureUnnamed(file: asker.file, range: asker.range))
      return nil
    }
    for place in folders {
      do {
        let path = place + "/" + source
        let bytes = try folder.bytes(of: path, limit: PictureHeader.mostBytes)
        pictures.append(try Picture(bytes: bytes))
        askers.append(asker)
        return PictureID(index: pictures.count - 1)
      } catch FileFault.missing {
        continue
      } catch let fault as FileFault {
        diagnostics.append(fault.diagnostic(of: source, askedBy: asker))
        return nil
      } catch let fault as PictureFault {
        diagnostics.append(fault.diagnostic(file: asker.file, range: asker.range))
        return nil
      } catch {
        return nil
      }
    }
    let names = folders.flatMap { (try? folder.names(in: $0)) ?? [] }
    let hint = NearestWord(to: source, among: names + names.map { "../images/" + $0 }).hint
    diagnostics.append(
      FileFault.missing.diagnostic(of: source, askedBy: asker, hints: hint.map { [$0] } ?? []))
    return nil
  }
}

extension Manuscript {
  /// Pictures that are not files of the book: reported, and their alternative text printed.
  func withoutRemotePictures(reporting diagnostics: inout [Diagnostic]) -> Manuscript {
    var found: [Diagnostic] = []
    let chapters = chapters.map { chapter in
      chapter.mapInlines { inline in
        guard case .image(let image) = inline, image.isRemote else { return [inline] }
        found.append(.pictureRemote(file: chapter.file, range: image.range))
        return image.alternative
      }
    }
    diagnostics += found
    return Manuscript(chapters: chapters)
  }
}

extension Image {
  /// Its source begins with a scheme, such as https: or data:, or with two slashes.
  fileprivate var isRemote: Bool {
    if source.hasPrefix("//") { return true }
    guard let end = source.unicodeScalars.firstIndex(where: { ":/?#".unicodeScalars.contains($0) })
    else { return false }
    return source.unicodeScalars[end] == ":"
  }
}

extension Diagnostic {
  fileprivate static func pictureRemote(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "picture-remote", file: file, range: range,
      Wording(
        en: "this picture is not in the book; its alternative text is printed instead",
        fr: "cette image n’est pas dans le livre ; son texte de remplacement est imprimé"),
      hints: [
        Wording(
          en: "save it in content/images, if its licence allows, and write its name here",
          fr: """
            enregistrez-la dans content/images, si sa licence le permet, et écrivez ici son nom
            """)
      ])
  }

  fileprivate static func pictureUnnamed(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "picture-unnamed", file: file, range: range,
      Wording(
        en: "this picture has no file name", fr: "cette image n’a pas de nom de fichier"),
      hints: [
        Wording(
          en: "write the name of a file of content/images between the round brackets",
          fr: "écrivez entre les parenthèses le nom d’un fichier de content/images")
      ])
  }
}
