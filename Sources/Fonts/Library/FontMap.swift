internal import CPango
internal import Typesetting

/// Pango's font map and context over a private configuration, measuring in 1/1024 pt without
/// hinting or rounding. Owns both.
final class FontMap {
  let context: OpaquePointer
  private let map: UnsafeMutablePointer<PangoFontMap>

  init(configuration: FontConfiguration) {
    map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)
    pango_fc_font_map_set_config(OpaquePointer(map), configuration.handle)
    // The default of 96 dots per inch would make a point 1.33 units long.
    pango_cairo_font_map_set_resolution(OpaquePointer(map), 72)
    context = pango_font_map_create_context(map)
    pango_cairo_context_set_resolution(context, 72)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(context, 0)
    // A language of its own, or the environment's would weigh in the choice of a face.
    pango_context_set_language(context, pango_language_from_string("und"))
  }

  deinit {
    // Pango takes a hold on the configuration that it only gives up for another.
    pango_fc_font_map_set_config(OpaquePointer(map), nil)
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(map)
  }

  /// The font Pango takes for this description; the caller releases it.
  func font(_ description: OpaquePointer) -> UnsafeMutablePointer<PangoFont> {
    // Nil only for a map without a single font, and a library has at least one.
    pango_font_map_load_font(map, context, description)!
  }

  static func file(of font: UnsafeMutablePointer<PangoFont>) -> FontFile? {
    pango_fc_font_get_pattern(
      UnsafeMutableRawPointer(font).assumingMemoryBound(to: PangoFcFont.self)
    )
    .flatMap { FontFile($0) }
  }
}
