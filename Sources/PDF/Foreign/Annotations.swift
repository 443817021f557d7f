/// What lies on a page and is no part of its contents, such as a stamp or a filled field: its picture
/// and where that goes.
struct AnnotationPicture {
  /// A form, in the file of the page.
  let form: Objects.Object
  /// From the form's space, its own matrix applied, to the page's.
  let matrix: Matrix
}

extension Objects {
  /// What a printer prints of them, from the lowest to the topmost: what is marked for printing and
  /// not hidden (ISO 32000-1, 12.5.3).
  ///
  /// - Returns: also how many are seen on a screen but have no picture.
  func annotations(of page: Object) -> (pictures: [AnnotationPicture], unpictured: Int) {
    var pictures: [AnnotationPicture] = []
    var unpictured = 0
    guard let list = value("/Annots", of: page), isArray(list) else { return ([], 0) }
    for annotation in items(of: list) where isDictionary(annotation) && isPrinted(annotation) {
      if let form = appearance(of: annotation) {
        picture(form, of: annotation).map { pictures.append($0) }
      } else if isDrawnByReaders(annotation) {
        unpictured += 1
      }
    }
    return (pictures, unpictured)
  }

  private func isPrinted(_ annotation: Object) -> Bool {
    let (hidden, print) = (2, 4)
    let flags = value("/F", of: annotation).flatMap { number($0) } ?? 0
    guard abs(flags) <= 1e9, Int(flags) & hidden == 0, Int(flags) & print != 0 else { return false }
    // A popup is a window of the screen's.
    return !isName(value("/Subtype", of: annotation), "/Popup")
  }

  /// The normal appearance; one of several by the annotation's state.
  private func appearance(of annotation: Object) -> Object? {
    guard let all = value("/AP", of: annotation), isDictionary(all),
      let normal = value("/N", of: all)
    else { return nil }
    if isStream(normal) { return normal }
    guard isDictionary(normal),
      let state = value("/AS", of: annotation).flatMap({ name($0) }),
      let form = value(state, of: normal), isStream(form)
    else { return nil }
    return form
  }

  /// The form's box, turned by its matrix, comes to fill the annotation's rectangle (12.5.5).
  private func picture(_ form: Object, of annotation: Object) -> AnnotationPicture? {
    let dictionary = dictionary(of: form)
    guard let rectangle = value("/Rect", of: annotation).flatMap({ box($0) }),
      let bounds = value("/BBox", of: dictionary).flatMap({ box($0) }),
      !rectangle.isEmpty, !bounds.isEmpty
    else { return nil }
    var own = Matrix()
    if let numbers = value("/Matrix", of: dictionary).map({ self.numbers($0) }), numbers.count == 6,
      numbers.allSatisfy({ abs($0) <= 1e6 })
    {
      own = Matrix(
        a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5])
    }
    let turned = own.bounds(of: bounds)
    guard !turned.isEmpty else { return nil }
    let across = (rectangle.right - rectangle.left) / (turned.right - turned.left)
    let up = (rectangle.top - rectangle.bottom) / (turned.top - turned.bottom)
    guard max(across, up) <= 1e6 else { return nil }
    return AnnotationPicture(
      form: form,
      matrix: Matrix(
        a: across, d: up, e: rectangle.left - turned.left * across,
        f: rectangle.bottom - turned.bottom * up))
  }

  /// Without a picture of their own, readers draw marks and filled fields as they see fit, and links
  /// not at all.
  private func isDrawnByReaders(_ annotation: Object) -> Bool {
    guard let kind = value("/Subtype", of: annotation).flatMap({ name($0) }) else { return false }
    switch kind {
    case "/Widget": return value("/AP", of: annotation) == nil && isFilledText(annotation)
    case "/Link", "/Text", "/FileAttachment", "/Movie", "/Sound", "/Screen", "/3D", "/RichMedia",
      "/PrinterMark", "/TrapNet", "/Watermark":
      return false
    default: return true
    }
  }

  private func isFilledText(_ field: Object) -> Bool {
    guard isName(inherited("/FT", of: field), "/Tx") || isName(inherited("/FT", of: field), "/Ch"),
      let value = inherited("/V", of: field)
    else { return false }
    return !["()", "<>"].contains(text(value))
  }

  /// In the file of the sheets: a form that draws the page, and upon it what lies there.
  func form(
    of contents: Object, under pictures: [AnnotationPicture], of pages: borrowing Objects,
    media: PageGeometry.Box
  ) -> Object {
    let names = object("<< >>")
    set("/Page", contents, in: names)
    var drawing = "/Page Do\n"
    for (index, picture) in pictures.enumerated() {
      drawing += "q \(picture.matrix.text) cm /A\(index) Do Q\n"
      let form = copy(picture.form, of: pages)
      // What is an appearance need not say that it is a form.
      set("/Subtype", object("/Form"), in: dictionary(of: form))
      set("/A\(index)", form, in: names)
    }
    let resources = object("<< >>")
    set("/XObject", names, in: resources)
    let form = compressedStream(Array(drawing.utf8))
    let dictionary = dictionary(of: form)
    set("/Type", object("/XObject"), in: dictionary)
    set("/Subtype", object("/Form"), in: dictionary)
    set("/BBox", object(media.text), in: dictionary)
    set("/Resources", resources, in: dictionary)
    return form
  }
}

extension Matrix {
  /// The smallest upright box round a turned one.
  fileprivate func bounds(of box: PageGeometry.Box) -> PageGeometry.Box {
    let x = [box.left, box.right].flatMap { x in [box.bottom, box.top].map { a * x + c * $0 + e } }
    let y = [box.left, box.right].flatMap { x in [box.bottom, box.top].map { b * x + d * $0 + f } }
    return PageGeometry.Box(
      left: x.min() ?? 0, bottom: y.min() ?? 0, right: x.max() ?? 0, top: y.max() ?? 0)
  }
}
