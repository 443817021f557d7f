internal import CCairo
internal import Geometry
internal import Typesetting

/// Draws marks on pixels: Cairo's context, owned here alone.
///
/// Runs of one type and ink are gathered and shown in one go, for each call costs Cairo as much as
/// fifty letters; whatever else is drawn comes after what was gathered.
struct Canvas: ~Copyable {
  private let context: OpaquePointer
  private let faces: Faces
  private let pictures: PictureSurfaces
  private var letters = GatheredLetters()
  // Remembered, because setting them again costs Cairo a search.
  private var type: (face: FaceID, size: Length)?
  private var ink: Ink?

  /// On a surface that is drawn on in points.
  init(on surface: OpaquePointer, faces: Faces, pictures: PictureSurfaces) {
    context = cairo_create(surface)
    self.faces = faces
    self.pictures = pictures
    // Paper has no pixels to fit letters to, and pixels are to show what the paper will.
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
  }

  deinit {
    cairo_destroy(context)
  }

  /// What is left to show is shown. Cairo's errors stick to the context: asking once a page misses
  /// none.
  mutating func finishPage(_ page: Int) throws(DrawingError) {
    showLetters()
    try PDFFile.check(cairo_status(context), page: page)
  }

  /// A whole page at its place, cut off at its own edges, or at the fold over which it was shifted.
  /// Its structure and links are passed over.
  mutating func draw(
    _ page: Page, at place: Transform, within area: Rectangle? = nil, number: Int
  ) throws(DrawingError) {
    cairo_save(context)
    cairo_translate(context, place.origin.x.points, place.origin.y.points)
    let scale = place.upsideDown ? -place.scale : place.scale
    if scale != 1 { cairo_scale(context, scale, scale) }
    let area = area ?? Rectangle(origin: .zero, size: page.size)
    cairo_rectangle(
      context, area.minX.points, area.minY.points, area.size.width.points, area.size.height.points)
    cairo_clip(context)
    for mark in page.marks { try draw(mark, page: number) }
    try finishPage(number)
    cairo_restore(context)
    // With the place, Cairo has taken back its type and ink.
    (type, ink) = (nil, nil)
  }

  /// Letters, lines and pictures; what is not drawn is passed over.
  mutating func draw(_ mark: Mark, page: Int) throws(DrawingError) {
    switch mark {
    case .run(let run, let point, let ink):
      if ink != self.ink || type?.face != run.face || type?.size != run.size {
        use(ink)
        try use(run.face, run.size, page: page)
      }
      letters.take(run, at: point)
    case .fill(let rectangle, let ink):
      use(ink)
      fill(rectangle)
    case .stroke(let path, let width, let dash, let ink):
      use(ink)
      stroke(path, width: width, dash: dash)
    case .picture(let id, let rectangle):
      showLetters()
      try pictures.draw(id, in: rectangle, on: context, page: page)
      ink = nil
    case .open, .close, .anchor:
      break
    }
  }

  private mutating func use(_ wanted: Ink) {
    showLetters()
    guard ink != wanted else { return }
    cairo_set_source_rgb(context, wanted.red, wanted.green, wanted.blue)
    ink = wanted
  }

  private mutating func use(_ face: FaceID, _ size: Length, page: Int) throws(DrawingError) {
    if type?.face != face { cairo_set_font_face(context, try faces.face(face, page: page)) }
    if type?.size != size { cairo_set_font_size(context, size.points) }
    type = (face, size)
  }

  private mutating func showLetters() {
    letters.show(on: context)
  }

  private func fill(_ rectangle: Rectangle) {
    let (width, height) = (rectangle.size.width.points, rectangle.size.height.points)
    cairo_rectangle(context, rectangle.minX.points, rectangle.minY.points, width, height)
    cairo_fill(context)
  }

  private func stroke(_ path: Path, width: Length, dash: [Length]) {
    for step in path.steps {
      switch step {
      case .move(let point): cairo_move_to(context, point.x.points, point.y.points)
      case .line(let point): cairo_line_to(context, point.x.points, point.y.points)
      case .curve(let first, let second, let end):
        cairo_curve_to(
          context, first.x.points, first.y.points, second.x.points, second.y.points, end.x.points,
          end.y.points)
      case .close: cairo_close_path(context)
      }
    }
    cairo_set_line_width(context, width.points)
    cairo_set_dash(context, dash.map(\.points), Int32(dash.count), 0)
    cairo_stroke(context)
  }
}
