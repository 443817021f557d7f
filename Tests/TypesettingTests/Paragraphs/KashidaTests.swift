import Geometry
import Testing

@testable import Typesetting

/// Joins between Arabic letters that are drawn longer, where the book wants it.
@Suite("Kashidas") struct KashidaTests {
  // MARK: Places

  /// The word with "|" at its places, the best one alone if there are others.
  private func best(_ word: String) -> String {
    let text = Array(word.utf8)
    var marked = text
    for word in KashidaWord.words(in: text.indices, of: text).reversed() {
      marked.insert(UInt8(ascii: "|"), at: word.places[0].byte)
    }
    return String(decoding: marked, as: UTF8.self)
  }

  @Test(arguments: [
    // Behind seen and sad.
    ("السد", "الس|د"), ("رسالة", "رس|الة"), ("مصنع", "مص|نع"), ("نسي", "نس|ي"),
    // Before a final teh marbuta, dal or heh.
    ("المدينة", "المدين|ة"), ("محمد", "محم|د"), ("هذه", "ه|ذه"), ("بلدية", "بلدي|ة"),
    // Before an alef; a final lam, tah or kaf.
    ("كتاب", "كت|اب"), ("جميل", "جمي|ل"), ("نقاط", "نق|اط"),
    // Before the tooth that stands before a reh or a final yeh.
    ("كبير", "كب|ير"), ("مبني", "مب|ني"),
    // Before a waw; a final ain, qaf or feh.
    ("نوع", "ن|وع"), ("يقع", "يق|ع"),
    // Before any other final letter, but yeh.
    ("قلم", "قل|م"), ("جري", "ج|ري"), ("ولي", "ولي"), ("على", "على"),
    // Of two places that are alike, the latter.
    ("مالنا", "مالن|ا"),
    // Not behind the article.
    ("الدليل", "الدلي|ل"), ("والهاتف", "واله|اتف"),
  ])
  func theBestPlaceOfAWord(word: String, marked: String) {
    #expect(best(word) == marked)
  }

  @Test(arguments: [
    "من", "في", "دار", "وزارة", "كلام", "سلا", "CNIL", "שלום", "12 ٣٤٥", "، ؛", "ءءءء",
    // Its author lengthened it.
    "كتـــاب",
  ])
  func whatHasNone(word: String) {
    let bytes = Array(word.utf8)
    #expect(word == "سلا" || best(word) == word)
    // Lam and alef are one.
    for word in KashidaWord.words(in: bytes.indices, of: bytes) {
      #expect(word.places.allSatisfy { bytes.scalar(at: $0.byte) != "ا" })
    }
  }

  @Test func marksStayOnTheirLetters() {
    #expect(best("سَبَبٌ") == "سَ|بَبٌ")
    #expect(best("مُعَلَّمٌ") == "مُعَلَّ|مٌ")
  }

  @Test func aNonJoinerJoinsNothing() {
    #expect(best("می\u{200C}شود") == "می\u{200C}ش|ود")
    #expect(best("کتاب\u{200C}ها") == "کتاب\u{200C}ه|ا")
  }

  @Test func aTextHasTheWordsOfEachOfItsStretches() {
    let text = "«المدينة»، CNIL (الكاميرات) و30 كاميرا"
    #expect(best(text) == "«المدين|ة»، CNIL (الك|اميرات) و30 ك|اميرا")
  }

  // MARK: Lines

  private static let words = [
    "البلدية", "في", "المجلس", "من", "على", "الشارع", "كاميرا", "القانون", "سنة", "لا", "قرار",
    "المحافظ", "الوثائق", "CNIL", "2026", "كتاب", "هذا", "طلب", "يُسأل", "رسالة،", "إلى", "حقّ",
  ]

  /// A paragraph that is another one for each number.
  private static func text(_ number: Int) -> String {
    var state = UInt64(number + 1)
    return (0..<60).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return words[Int(state >> 33) % words.count]
    }.joined(separator: " ")
  }

  private func set(_ text: String, kashida: Bool, measure: Int = 160) -> [SetLine] {
    var set = SetText()
    set.look.style.language = "ar"
    set.direction = .rightToLeft
    set.measure = .points(Double(measure))
    set.habits.hyphenates = false
    set.habits.lengthensJoins = kashida
    return set(text).lines
  }

  @Test(arguments: 0..<40)
  func linesAreAsWideAndSayTheSame(number: Int) {
    let measure = 120 + number * 7
    let text = Self.text(number)
    let plain = set(text, kashida: false, measure: measure)
    let long = set(text, kashida: true, measure: measure)
    #expect(plain.map(\.text) == long.map(\.text))
    #expect(plain.map(\.bytes) == long.map(\.bytes))
    for (plain, long) in zip(plain, long) {
      // A line that was left short for want of spaces may be filled now.
      #expect(plain.width == long.width || plain.ratio > 2 && plain.width < long.width)
      let runs = long.runs.map(\.run)
      #expect(runs.reduce(.zero) { $0 + $1.advance } == long.width)
      for run in runs {
        #expect(run.clusters.reduce(0) { $0 + $1.glyphCount } == run.glyphs.count)
        #expect(run.clusters.reduce(0) { $0 + $1.byteCount } == run.text.utf8.count)
      }
      let kashidas = long.kashidaCount
      // Spaces that are well as they are stay; those that were too wide are less so, none is narrow.
      #expect(kashidas == 0 || plain.ratio > LineKashidas.easyRatio)
      #expect(kashidas == 0 ? long.ratio <= plain.ratio : long.ratio < plain.ratio)
      #expect(kashidas == 0 || long.ratio >= 0)
    }
  }

  @Test(arguments: 0..<40)
  func kashidasJoinWhatJoins(number: Int) {
    for line in set(Self.text(number), kashida: true, measure: 120 + number * 7) {
      for word in line.drawn.split(separator: " ") {
        let letters = Array(word.unicodeScalars)
        let places = letters.indices.filter { letters[$0] == "\u{640}" }
        guard let first = places.first, let last = places.last else { continue }
        // One, of six tenths of an em at most.
        #expect(last - first + 1 == places.count && places.count <= 3, "\(word)")
        let before = letters[..<first].last { !$0.isArabicMark }.flatMap(JoiningGroup.init)
        let after = last + 1 < letters.count ? JoiningGroup(letters[last + 1]) : nil
        #expect(before?.joinsNext == true && after != nil, "\(word)")
        #expect(!(before == .lam && after == .alef), "\(word)")
      }
    }
  }

  /// No line has two beside each other, nor one below that of the line before.
  @Test func kashidasKeepTheirDistance() {
    var (count, lineCount) = (0, 0)
    for number in 0..<40 {
      var above: [Length] = []
      for line in set(Self.text(number), kashida: true, measure: 120 + number * 7) {
        let words = line.drawn.split(separator: " ").filter { word in
          KashidaWord.words(in: 0..<word.utf8.count, of: Array(word.utf8)).count > 0
            || word.contains("\u{640}")
        }
        for (one, other) in zip(words, words.dropFirst()) {
          #expect(!(one.contains("\u{640}") && other.contains("\u{640}")), "\(line.drawn)")
        }
        let places = line.kashidaPlaces
        for place in places {
          #expect(above.allSatisfy { abs(($0 - place).points) > 5 }, "\(line.drawn)")
        }
        above = places
        count += places.count
        lineCount += 1
      }
    }
    // Nor are there many, but some.
    #expect(count > lineCount / 20 && count < lineCount)
  }

  @Test func otherScriptsAndSettingsHaveNone() {
    let hebrew = String(repeating: "שלום עולם ברחובות העיר ", count: 12)
    let latin = String(repeating: "mmmm mm mmmmmmm mmm ", count: 12)
    for text in [hebrew, latin] {
      #expect(set(text, kashida: true).map(\.drawn) == set(text, kashida: false).map(\.drawn))
    }
    #expect(set(Self.text(1), kashida: false).allSatisfy { $0.kashidaCount == 0 })
    var code = SetText()
    code.direction = .rightToLeft
    code.look.isVerbatim = true
    code.habits.lengthensJoins = true
    var ragged = SetText()
    ragged.direction = .rightToLeft
    ragged.habits.isRagged = true
    ragged.habits.lengthensJoins = true
    for set in [code, ragged] {
      #expect(set(Self.text(1)).lines.allSatisfy { $0.kashidaCount == 0 })
    }
  }

  @Test func aFaceWithoutTatweelHasNone() {
    var set = SetText()
    set.direction = .rightToLeft
    set.habits.lengthensJoins = true
    set.shaper.missing = ["\u{640}"]
    #expect(set(Self.text(1)).lines.allSatisfy { $0.kashidaCount == 0 })
  }

  /// To be read: how much of their stretch spaces take with them and without, and the words.
  @Test func aParagraph() {
    let text = """
      تضع البلدية كاميرا في الشارع، ثم تضع ثلاثين أخرى من غير أن تسأل أحدًا. ومن حقّ كل ساكن أن \
      يطلب الوثائق: قرار المحافظ، ومداولة المجلس البلدي، ودراسة السلامة، والعقد مع الشركة المنفّذة. \
      وإذا لم تجب الإدارة في شهر، فلكم أن تلجؤوا إلى CADA، وبعدها إلى القاضي الإداري. وفي هذا الدليل \
      رسائل للنسخ وآجال لا بدّ من احترامها.
      """
    let drawn = zip(set(text, kashida: false), set(text, kashida: true)).map { plain, long in
      "\(plain.ratio.inTenths) → \(long.ratio.inTenths)  \(long.drawn)"
    }
    expectGolden(drawn.joined(separator: "\n"), "kashida")
  }
}

extension SetLine {
  /// The letters that are drawn, in the order in which they are read.
  fileprivate var drawn: String {
    var drawn = String.UnicodeScalarView()
    for placed in runs {
      let glyphs = placed.run.isRightToLeft ? placed.run.glyphs.reversed() : placed.run.glyphs
      drawn += glyphs.compactMap { Unicode.Scalar($0.id) }
    }
    return String(drawn)
  }

  /// How far from the line's beginning each kashida begins.
  fileprivate var kashidaPlaces: [Length] {
    var (x, places, isLong) = (Length.zero, [Length](), false)
    for placed in runs {
      let glyphs = placed.run.isRightToLeft ? placed.run.glyphs.reversed() : placed.run.glyphs
      for glyph in glyphs {
        if glyph.id == 0x640, !isLong { places.append(x) }
        isLong = glyph.id == 0x640
        x += glyph.advance
      }
    }
    return places
  }

  fileprivate var kashidaCount: Int { drawn.unicodeScalars.filter { $0 == "\u{640}" }.count }
}

extension Double {
  fileprivate var inTenths: String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths < 0 ? "-" : " ")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
