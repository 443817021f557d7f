internal import CPango
internal import Geometry
internal import Typesetting

/// A style made ready for Pango: its font opened at its size, and what Pango is to be told about
/// a stretch of text in it. Owns the font and the attributes.
final class StyleFont {
  let style: CharacterStyle
  let handle: UnsafeMutablePointer<PangoFont>
  /// The face really opened.
  let face: FaceID
  let language: OpaquePointer
  let metrics: FontMetrics
  /// The advance of U+0020.
  let wordSpace: Int32
  /// The advance of U+202F: half a word space, but an eighth of the size at least, or it closes up
  /// in faces that hold words close.
  let narrowSpace: Int32
  /// The advance of glyph 0, which stands for what a face lacks.
  let blankAdvance: Int32
  /// What its face can show, once that has been asked; sizes of a face share it.
  var coverage: Coverage?
  /// What follows from it for ASCII.
  var hasASCII: Bool?
  /// Kept because Pango leaks what a font holds if its map goes first.
  private let map: FontMap
  private let attributes: [UnsafeMutablePointer<PangoAttribute>]

  init(_ style: CharacterStyle, map: FontMap, configuration: FontConfiguration) {
    self.style = style
    self.map = map
    let description = pango_font_description_new()!
    defer { pango_font_description_free(description) }
    pango_font_description_set_family(description, style.face.family)
    pango_font_description_set_weight(
      description, PangoWeight(UInt32(clamping: max(100, min(style.face.weight, 1000)))))
    pango_font_description_set_style(
      description, style.face.isItalic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
    // Cairo refuses fonts of no size.
    let size = max(1, min(style.size.units, Int(Int32.max) / 1024))
    pango_font_description_set_absolute_size(description, Double(size))
    handle = map.font(description)
    let file = FontMap.file(of: handle)
    face = FaceID(
      index: file.flatMap { configuration.index(ofFile: $0.path, index: $0.index) } ?? 0)
    language = pango_language_from_string(style.language)

    let font = pango_font_get_hb_font(handle)
    metrics = FontMetrics(font)
    var space: hb_codepoint_t = 0
    hb_font_get_nominal_glyph(font, 0x20, &space)
    wordSpace = hb_font_get_glyph_h_advance(font, space)
    narrowSpace = max(wordSpace / 2, Int32(size / 8))
    blankAdvance = hb_font_get_glyph_h_advance(font, 0)

    var attributes = [
      pango_attr_font_desc_new(description)!, pango_attr_language_new(language)!,
    ]
    if !style.features.isEmpty {
      attributes.append(pango_attr_font_features_new(style.features.joined(separator: ", ")))
    }
    self.attributes = attributes
  }

  deinit {
    attributes.forEach(pango_attribute_destroy)
    g_object_unref(handle)
  }

  /// Has this very font used for the item. Pango lets the language weigh more than weight and
  /// slope when it picks a face, and takes the language from the environment for foreign scripts.
  func claim(_ item: UnsafeMutablePointer<PangoItem>) {
    if item.pointee.analysis.font != handle {
      g_object_unref(item.pointee.analysis.font)
      item.pointee.analysis.font = g_object_ref(handle)?.assumingMemoryBound(to: PangoFont.self)
    }
    item.pointee.analysis.language = language
  }

  /// Adds what Pango is to know about these bytes.
  func mark(_ bytes: Range<Int>, in list: OpaquePointer) {
    for attribute in attributes {
      let copy = pango_attribute_copy(attribute)!
      copy.pointee.start_index = UInt32(bytes.lowerBound)
      copy.pointee.end_index = UInt32(bytes.upperBound)
      pango_attr_list_insert(list, copy)
    }
  }
}

extension FontMetrics {
  /// From OS/2 and hhea, as the face prefers; measured on letters where the tables are silent.
  fileprivate init(_ font: OpaquePointer?) {
    func length(_ tag: hb_ot_metrics_tag_t) -> Length {
      var position: hb_position_t = 0
      hb_ot_metrics_get_position_with_fallback(font, tag, &position)
      return Length(units: abs(Int(position)))
    }
    self.init(
      ascender: length(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER),
      descender: length(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER),
      xHeight: length(HB_OT_METRICS_TAG_X_HEIGHT),
      capHeight: length(HB_OT_METRICS_TAG_CAP_HEIGHT))
  }
}
