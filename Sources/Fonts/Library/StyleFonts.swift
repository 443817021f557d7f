internal import CPango
internal import Geometry
internal import Typesetting

/// The fonts opened so far, one per style.
final class StyleFonts {
  let map: FontMap
  /// Families and faces asked for characters that the wanted face lacks, those that are there, and then
  /// families again.
  private let companions: [String]
  private var substitutes: [FaceName] = []
  private let others: [String]
  private let configuration: FontConfiguration
  private var fonts: [CharacterStyle: StyleFont] = [:]
  private var coverages: [FaceID: Coverage] = [:]
  private var stands: [Wish: FaceName?] = [:]

  private struct Wish: Hashable {
    var face: FaceName
    var character: UInt32
  }

  init(
    configuration: FontConfiguration, companions: [String], substitutes: [FaceName], asksAll: Bool
  ) {
    self.configuration = configuration
    let families = Set(configuration.faces.map(\.name.family))
    self.companions = companions.filter(families.contains)
    others =
      asksAll
      ? families.subtracting(companions).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } : []
    map = FontMap(configuration: configuration)
    self.substitutes = substitutes.filter(has)
  }

  func font(for style: CharacterStyle) -> StyleFont {
    if let font = fonts[style] { return font }
    let font = StyleFont(style, map: map, configuration: configuration)
    fonts[style] = font
    return font
  }

  /// A face is there if Pango, asked for it, opens a file that bears the name.
  func has(_ name: FaceName) -> Bool {
    let style = CharacterStyle(face: name, size: .points(10), language: "und")
    return configuration.faces[font(for: style).face.index].bears(name)
  }

  /// Whether there is anything to ask.
  var hasStandIns: Bool { !companions.isEmpty || !substitutes.isEmpty || !others.isEmpty }

  /// The font for one character: the wanted one, or that of the first other face that has it.
  func font(for character: UInt32, wanted: StyleFont) -> StyleFont {
    if coverage(of: wanted).contains(character) { return wanted }
    let wish = Wish(face: wanted.style.face, character: character)
    let stand: FaceName?
    if let known = stands[wish] {
      stand = known
    } else {
      stand = standIns(for: wanted.style.face).first {
        var style = wanted.style
        style.face = $0
        return coverage(of: font(for: style)).contains(character)
      }
      stands[wish] = .some(stand)
    }
    guard let stand else { return wanted }
    var style = wanted.style
    style.face = stand
    return font(for: style)
  }

  private func standIns(for face: FaceName) -> [FaceName] {
    func like(_ family: String) -> FaceName {
      FaceName(family: family, weight: face.weight, isItalic: face.isItalic)
    }
    return companions.map(like) + substitutes + others.map(like)
  }

  /// Whether the font has all that is printed of ASCII, so that nobody need ask for each letter.
  func hasASCII(_ font: StyleFont) -> Bool {
    if let known = font.hasASCII { return known }
    let coverage = coverage(of: font)
    let has = (0x20..<0x7F).allSatisfy { coverage.contains($0) }
    font.hasASCII = has
    return has
  }

  private func coverage(of font: StyleFont) -> Coverage {
    // Asked for every character: hence the shortcut beside the table.
    if let coverage = font.coverage { return coverage }
    let coverage = coverages[font.face] ?? Coverage(of: font.handle)
    coverages[font.face] = coverage
    font.coverage = coverage
    return coverage
  }
}
