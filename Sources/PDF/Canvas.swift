internal import CCairo
internal import Geometry
internal import Typesetting

/// Draws marks on the pages of a file, one after another: Cairo's context, owned here alone.
///
/// Remembers the face, size and ink in use, because setting them again costs Cairo a search.
struct Canvas: ~Copyable {
  let context: OpaquePointer
  private let faces: Faces
  private let pictures: PictureSurfaces
  private var type: (face: FaceID, size: Length)?
  private var ink: Ink?
  // Kept between runs: most of a book is glyphs, and a page has hundreds of runs.
  private var glyphs: [cairo_glyph_t] = []
  private var clusters: [cairo_text_cluster_t] = []

  init(on file: borrowing PDFFile, fonts: [FontFile], pictures: Pictures) {
    context = cairo_create(file.surface)
    faces = Faces(fonts)
    self.pictures = PictureSurfaces(pictures)
    // Paper has no pixels to fit letters to.
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
  }

  deinit {
    cairo_destroy(context)
  }

  /// Cairo's errors stick to the context: asking once a page misses none.
  func check(page: Int) throws(DrawingError) {
    try PDFFile.check(cairo_status(context), page: page)
  }

  /// A page on a sheet, at 100 %, cut off at its own edges; tags and anchors are passed over.
  mutating func draw(_ page: Page, number: Int, at place: Transform) throws(DrawingError) {
    cairo_save(context)
    cairo_translate(context, place.origin.x.points, place.origin.y.points)
    // Exactly -1, where a rotation by pi would leave a residue.
    if place.upsideDown { cairo_scale(context, -1, -1) }
    cairo_rectangle(context, 0, 0, page.size.width.points, page.size.height.points)
    cairo_clip(context)
    for mark in page.marks { try draw(mark, page: number) }
    cairo_restore(context)
    (type, ink) = (nil, nil)
  }

  /// Letters, lines and pictures; what is not drawn is passed over.
  mutating func draw(_ mark: Mark, page: Int) throws(DrawingError) {
    switch mark {
    case .run(let run, let point, let ink):
      use(ink)
      try draw(run, at: point, page: page)
    case .fill(let rectangle, let ink):
      use(ink)
      cairo_rectangle(
        context, rectangle.minX.points, rectangle.minY.points, rectangle.size.width.points,
        rectangle.size.height.points)
      cairo_fill(context)
    case .stroke(let path, let width, let dash, let ink):
      use(ink)
      stroke(path, width: width, dash: dash)
    case .picture(let id, let rectangle):
      try pictures.draw(id, in: rectangle, on: context, page: page)
      ink = nil
    case .open, .close, .anchor:
      break
    }
  }

  private mutating func use(_ wanted: Ink) {
    guard ink != wanted else { return }
    cairo_set_source_rgb(context, wanted.red, wanted.green, wanted.blue)
    ink = wanted
  }

  private mutating func draw(_ run: GlyphRun, at start: Point, page: Int) throws(DrawingError) {
    if type?.face != run.face {
      cairo_set_font_face(context, try faces.face(run.face, page: page))
    }
    if type?.size != run.size { cairo_set_font_size(context, run.size.points) }
    type = (run.face, run.size)

    glyphs.removeAll(keepingCapacity: true)
    clusters.removeAll(keepingCapacity: true)
    var pen = start.x
    for glyph in run.glyphs {
      glyphs.append(
        cairo_glyph_t(
          index: UInt(glyph.id), x: (pen + glyph.offset.x).points,
          y: (start.y + glyph.offset.y).points))
      pen += glyph.advance
    }
    for cluster in run.clusters {
      clusters.append(
        cairo_text_cluster_t(
          num_bytes: Int32(truncatingIfNeeded: cluster.byteCount),
          num_glyphs: Int32(truncatingIfNeeded: cluster.glyphCount)))
    }
    let direction = run.isRightToLeft ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD.rawValue : 0
    var text = run.text
    text.withUTF8 { text in
      text.withMemoryRebound(to: CChar.self) { text in
        cairo_show_text_glyphs(
          context, text.baseAddress, Int32(text.count), glyphs, Int32(glyphs.count), clusters,
          Int32(clusters.count), cairo_text_cluster_flags_t(rawValue: direction))
      }
    }
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
