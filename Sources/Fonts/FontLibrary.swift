// Finds fonts and shapes text with Pango; hyphenates with libhyphen.
//
// Library/ opens the fonts of one folder, Shaping/ turns styled text into glyph runs,
// Hyphenation/ divides words. Only values leave this room: no type of C appears outside it.

internal import Geometry
package import Typesetting

/// The fonts of a book's folder, and nothing else of this machine.
///
/// It owns the font map, the fonts opened so far and the hyphenation dictionaries, and keeps
/// what it has worked out about a style or a word; all of it goes when the library goes. Pango's
/// objects are not made to be shared: use a library from one thread at a time.
package final class FontLibrary: Shaper {
  private let configuration: FontConfiguration
  private let fonts: StyleFonts
  private let shaping: ParagraphShaping
  private let hyphenator: Hyphenator

  /// Opens all font files (OTF, TTF, TTC, OTC) below `folder`.
  ///
  /// - Parameters:
  ///   - cache: A folder where fontconfig may keep what it has read, such as
  ///     `~/.cache/livret`; nil, or a folder that cannot be written, costs some milliseconds.
  ///   - companions: Families asked, at its weight and slope, for characters that the wanted face lacks:
  ///     Latin letters within Hebrew.
  ///   - substitutes: Faces asked then, in this order, for single characters such as arrows and boxes to
  ///     tick.
  ///   - asksAll: Whether all other families of the folder are asked last.
  ///   - hyphenation: by tag, how the book's languages divide words; nil for those that do not.
  ///   - dictionaries: The folder of the `hyph_*.dic` files.
  package init(
    folder: String, cache: String?, companions: [String] = [], substitutes: [FaceName] = [],
    asksAll: Bool = false,
    hyphenation: [String: Hyphenation?] = [:],
    dictionaries: String = "/usr/share/hyphen"
  ) throws(FontError) {
    configuration = try FontConfiguration(folder: FontFolder(path: folder), cache: cache)
    fonts = StyleFonts(
      configuration: configuration, companions: companions, substitutes: substitutes,
      asksAll: asksAll)
    shaping = ParagraphShaping(fonts: fonts)
    hyphenator = Hyphenator(folder: dictionaries, rules: hyphenation)
  }

  /// What there is to set in, in the order of the files' paths; `FaceID.index` counts along it.
  package var faces: [FaceName] { configuration.faces.map(\.name) }

  /// The file of each face, in the same order.
  package var files: [FontFile] { configuration.faces.map(\.file) }

  /// Whether text asked in this face is really set in it. Where it is not, `shape` uses the face
  /// that resembles it most, silently: ask beforehand.
  package func has(_ face: FaceName) -> Bool { fonts.has(face) }

  /// The faces that someone who wrote this name may have meant, likeliest first.
  package func nearest(to face: FaceName) -> [FaceName] { face.nearest(among: faces) }

  /// Languages, in the order asked for, whose words stay undivided for want of a dictionary.
  package var missingDictionaries: [String] { hyphenator.missing }

  package func shape(_ text: StyledText) -> ShapedText { shaping.shape(text) }

  package func hyphenate(_ word: String, language: String) -> [Int] {
    hyphenator.hyphenate(word, language: language)
  }

  package func metrics(of style: CharacterStyle) -> FontMetrics { fonts.font(for: style).metrics }
}
