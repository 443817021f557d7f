import Diagnostics
import Fonts
import Geometry
import Testing

@testable import Typesetting

// With the book's own Arabic face, whose letters are drawn in a hundred ways for their neighbours.
@Suite(
  "Kashidas of a face",
  .enabled(if: arabicFace != nil, "no Arabic face to test with"))
struct KashidaTests {
  private let library: FontLibrary
  private let face: FaceName

  init() throws {
    library = try TestFonts.library()
    face = try #require(arabicFace)
  }

  private static let text = """
    تضع البلدية كاميرا في الشارع، ثم تضع ثلاثين أخرى من غير أن تسأل أحدًا. ومن حقّ كل ساكن أن يطلب \
    الوثائق: قرار المحافظ، ومداولة المجلس البلدي، ودراسة السلامة، والعقد مع الشركة المنفّذة. وإذا لم \
    تجب الإدارة في شهر، فلكم أن تلجؤوا إلى CADA، وبعدها إلى القاضي الإداري. محمد يحكي حكاية كلامٍ \
    طويل عن لجنة الحجّ ومحكمة الاستئناف، وعن كتاب للكبير والصغير لا يملّ منه أحد، وَسَّعَتِ المَدِينَةُ \
    شَبَكَةَ الكَامِيرَاتِ فِي السَّنَةِ المَاضِيَةِ.
    """

  private func lines(kashida: Bool, measure: Length) -> [SetLine] {
    let look = Composition.Look(
      style: CharacterStyle(face: face, size: .points(12), language: "ar"))
    let composition = Composition(
      letters: Self.text.unicodeScalars.map { Letter(scalar: $0, segment: 0) }, looks: [look],
      origins: [.init(range: .nowhere)], direction: .rightToLeft)
    var habits = BreakingHabits(narrowestLine: measure)
    habits.lengthensJoins = kashida
    return ParagraphSetter(shaper: library, direction: .rightToLeft).set(
      composition, shape: LineShape(rest: measure), habits: habits
    ).lines
  }

  /// Each line is as wide as it was and says the same, and all that is new in it are whole kashidas.
  @Test(arguments: [150, 180, 210, 240])
  func joinsAreLongerAndLettersTheSame(measure: Int) {
    let tatweels = Set(
      (1...3).flatMap { count in
        library.shape(
          .plain(
            "ب" + String(repeating: "\u{640}", count: count) + "ب", face, direction: .rightToLeft)
        ).runs[0].slice(2..<(2 + 2 * count))?.glyphs.map(\.id) ?? []
      })
    #expect(!tatweels.isEmpty)
    let plain = lines(kashida: false, measure: .points(Double(measure)))
    let long = lines(kashida: true, measure: .points(Double(measure)))
    for (plain, long) in zip(plain, long) {
      // A line that was left short for want of spaces may be filled now.
      #expect(plain.width == long.width || plain.ratio > 2 && plain.width < long.width)
    }
    #expect(plain.map(\.bytes) == long.map(\.bytes))
    var count = 0
    for (plain, long) in zip(plain, long) {
      #expect(long.runs.reduce(.zero) { $0 + $1.run.advance } == long.width)
      #expect(plain.runs.map(\.run.text) == long.runs.map(\.run.text))
      // Some letters this face holds apart by short ones of its own.
      let (before, after) = (plain.glyphs, long.glyphs)
      let (letters, kashidas) = after.parted { tatweels.contains($0.id) }
      let (lettersBefore, kashidasBefore) = before.parted { tatweels.contains($0.id) }
      let isSame =
        letters.map(\.id) == lettersBefore.map(\.id)
        && letters.map(\.offset) == lettersBefore.map(\.offset)
      #expect(isSame)
      #expect(kashidas.allSatisfy { $0.advance > .zero && $0.advance <= .points(12 * 0.6) })
      count += kashidas.count - kashidasBefore.count
    }
    #expect(count > 0)
  }
}

private let arabicFace: FaceName? = (try? TestFonts.library()).flatMap { library in
  library.faces.first { face in
    !face.isItalic && library.has(face)
      && library.shape(.plain("سـلام", face, direction: .rightToLeft)).missing.isEmpty
  }
}

extension SetLine {
  fileprivate var glyphs: [GlyphRun.Glyph] { runs.flatMap(\.run.glyphs) }
}

extension [GlyphRun.Glyph] {
  fileprivate func parted(
    _ isKashida: (GlyphRun.Glyph) -> Bool
  ) -> (letters: Self, kashidas: Self) {
    (filter { !isKashida($0) }, filter(isKashida))
  }
}
