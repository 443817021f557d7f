internal import CPango
internal import Geometry
internal import Typesetting

/// Turns styled text into glyph runs: slices, style segments, Pango's items, glyphs.
///
/// Owns the glyph string and the table of break attributes, which are used again and again.
final class ParagraphShaping {
  private let fonts: StyleFonts
  private let glyphs: UnsafeMutablePointer<PangoGlyphString>
  private var breaks = LineBreaks()

  init(fonts: StyleFonts) {
    self.fonts = fonts
    glyphs = pango_glyph_string_new()
  }

  deinit { pango_glyph_string_free(glyphs) }

  func shape(_ styled: StyledText) -> ShapedText {
    var shaped = ShapedText(runs: [], breaks: [])
    var text = styled.text
    text.withUTF8 { bytes in
      guard !bytes.isEmpty, let first = styled.runs.first else { return }
      let segments = Segments.segments(of: styled, bytes: bytes, fonts: fonts)
      let language = fonts.font(for: first.style).language
      let slices = TextSlices.slices(of: bytes)
      Self.withoutControls(bytes) { clean in
        for slice in slices {
          let part = UnsafeBufferPointer(rebasing: clean[slice])
          // Breaks are told within slices; between them, a line may end behind a space.
          if slice.lowerBound > 0, clean[slice.lowerBound - 1] == UInt8(ascii: " ") {
            shaped.breaks.append(slice.lowerBound)
          }
          breaks.append(
            to: &shaped.breaks, part, language: language, offset: slice.lowerBound)
          let list = pango_attr_list_new()!
          defer { pango_attr_list_unref(list) }
          pango_attr_list_insert(list, pango_attr_fallback_new(0))
          let inside = segments.compactMap { $0.part(in: slice) }
          guard !inside.isEmpty else { continue }
          for segment in inside { segment.font.mark(segment.bytes, in: list) }
          shape(
            part, of: UnsafeBufferPointer(rebasing: bytes[slice]), segments: inside,
            attributes: list, direction: styled.direction, offset: slice.lowerBound,
            into: &shaped)
        }
      }
    }
    return shaped
  }

  /// Lets Pango itemize one slice and shapes its items in logical order.
  private func shape(
    _ clean: UnsafeBufferPointer<UInt8>, of bytes: UnsafeBufferPointer<UInt8>,
    segments: [Segment], attributes: OpaquePointer, direction: Direction, offset: Int,
    into shaped: inout ShapedText
  ) {
    clean.withMemoryRebound(to: CChar.self) { characters in
      let length = Int32(characters.count)
      let items = pango_itemize_with_base_dir(
        fonts.map.context,
        direction == .rightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR,
        characters.baseAddress, 0, length, attributes, nil)
      defer { g_list_free(items) }
      var segment = segments.startIndex
      var next = items
      while let node = next {
        next = node.pointee.next
        let item = node.pointee.data.assumingMemoryBound(to: PangoItem.self)
        defer { pango_item_free(item) }
        // Items never reach over the end of a segment: its attributes end there.
        while segments[segment].bytes.upperBound <= Int(item.pointee.offset),
          segment < segments.endIndex - 1
        { segment += 1 }
        let font = segments[segment].font
        font.claim(item)
        // The whole paragraph goes along: features count their bytes from its start.
        pango_shape_item(item, characters.baseAddress, length, nil, glyphs, PANGO_SHAPE_NONE)
        let piece = ShapedItem(item.pointee, glyphs: glyphs.pointee, font: font, bytes: bytes)
        shaped.missing += piece.missing.map { $0 + offset }
        shaped.runs.append(piece.run)
      }
    }
  }

  /// The bytes with tabs and line ends as spaces and without NUL, which C would take for the end.
  private static func withoutControls(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard bytes.contains(where: { $0 < 0x20 }) else { return body(bytes) }
    let clean = bytes.map { byte -> UInt8 in
      Codepoint.isBlank(UInt32(byte)) ? UInt8(ascii: " ") : max(byte, 1)
    }
    clean.withUnsafeBufferPointer(body)
  }
}
