import Geometry
import Testing

@testable import Typesetting

/// Lines of Chinese and Japanese: ten squares wide, a letter a square, a Latin letter half of one.
@Suite("Chinese and Japanese") struct IdeographTests {
  private func set(
    _ text: String, squares: Double = 10, hangs: Bool = false, _ language: BookLanguage = .japanese
  ) -> SetParagraph {
    var setting = SetText()
    setting.shaper.wide = Set("“”‘’".unicodeScalars)
    setting.ideographs = language.ideographs
    setting.measure = .points(squares * 10)
    setting.habits.hangsStops = hangs
    return setting(text)
  }

  private func lines(
    _ text: String, squares: Double = 10, _ language: BookLanguage = .japanese
  ) -> [String] {
    set(text, squares: squares, language).lines.map(\.text)
  }

  /// Where each letter is drawn, in squares from the line's start.
  private func places(_ line: SetLine) -> [Double] {
    var places: [Double] = []
    for placed in line.runs {
      var x = placed.x
      for glyph in placed.run.glyphs {
        places.append((x + glyph.offset.x).points / 10)
        x += glyph.advance
      }
    }
    return places.map { ($0 * 1000).rounded() / 1000 }
  }

  // MARK: Kinsoku

  @Test func linesAreFilledWithoutSpaces() {
    #expect(
      lines("春夏秋冬春夏秋冬春夏秋冬春夏秋冬春夏秋冬")
        == ["春夏秋冬春夏秋冬春夏", "秋冬春夏秋冬春夏秋冬"])
  }

  @Test(arguments: Array("、。，．」』）】〉》・ーぁっゃゅょァッャュョ々！？：；〟〕").map(String.init))
  func noLineBeginsWith(_ sign: String) {
    for before in 5...12 {
      let text = String(repeating: "字", count: before) + sign + String(repeating: "字", count: 25)
      for line in lines(text) { #expect(!line.hasPrefix(sign), "\(before)") }
    }
  }

  @Test(arguments: Array("「『（【〈《〔〝").map(String.init))
  func noLineEndsWith(_ sign: String) {
    for before in 5...12 {
      let text = String(repeating: "字", count: before) + sign + String(repeating: "字", count: 25)
      for line in lines(text) { #expect(!line.hasSuffix(sign), "\(before)") }
    }
  }

  /// Every paragraph of such signs is set in full, each line as wide as the measure.
  @Test func justifiedLinesReachTheEdge() {
    var random = SeededGenerator(state: 5)
    let letters = Array("春夏秋冬あいうっー、。「」（）・abc 12".unicodeScalars)
    for _ in 0..<200 {
      var text = "字"
      for _ in 0..<60 { text.unicodeScalars.append(letters.randomElement(using: &random)!) }
      text += "字"
      let paragraph = set(text, squares: 14)
      #expect(
        paragraph.lines.map(\.text).joined().filter { $0 != " " } == text.filter { $0 != " " })
      for line in paragraph.lines.dropLast() where line.ratio <= 4 && line.excess == .zero {
        let reach = line.right
        #expect(abs((reach - .points(140)).points) < 0.01, "\(text): \(line.text)")
      }
    }
  }

  // MARK: Blanks

  @Test func bracketsAndStopsGiveUpTheirHalves() {
    // The drawn square of an opening bracket begins half a square before its sign.
    let line = set("「春」「夏」、秋。冬", squares: 30).lines[0]
    //                  「    春   」   「   夏    」   、   秋    。   冬
    #expect(places(line) == [-0.5, 0.5, 1.5, 2.0, 3.0, 4.0, 4.5, 5.5, 6.5, 7.5])
  }

  @Test func nothingIsBlankAtTheEdges() {
    let paragraph = set("「春夏秋冬春夏秋冬」「春夏秋」春", squares: 9)
    #expect(paragraph.lines.map(\.text) == ["「春夏秋冬春夏秋冬」", "「春夏秋」春"])
    #expect(places(paragraph.lines[0]).first == -0.5)
    #expect(paragraph.lines[0].right == .points(90))
    #expect(places(paragraph.lines[1]).first == -0.5)
  }

  @Test func aQuarterStandsBesideLatin() {
    let line = set("春abc夏12秋", squares: 30).lines[0]
    #expect(places(line) == [0, 1.25, 1.75, 2.25, 3, 4.25, 4.75, 5.5])
    // But not beside its punctuation.
    #expect(places(set("(春)夏.", squares: 30).lines[0]) == [0, 0.5, 1.5, 2, 3])
    // A space that the author typed stays what it is.
    #expect(set("春 a", squares: 30).lines[0].text == "春 a")
  }

  /// JLREQ 3.2.3: the quarter stands between letters, not beside full-width signs, which have their own air.
  @Test func noQuarterStandsBesideSigns() {
    #expect(places(set("50％春", squares: 30).lines[0]) == [0, 0.5, 1, 2])
    #expect(places(set("a！b", squares: 30).lines[0]) == [0, 0.5, 1.5])
    // A Japanese colon has a quarter on either side, as the middle dot; a Chinese one half on its right.
    #expect(places(set("a：春", squares: 30).lines[0]) == [0, 0.5, 1.5])
    #expect(places(set("a：春", squares: 30, .chinese).lines[0]) == [0, 0.5, 1.5])
    #expect(places(set("春：「夏", squares: 30).lines[0]) == [0, 1, 1.5, 2.5])
  }

  /// CLREQ 3.1.6: never more than half a letter of white, whatever signs meet.
  @Test func chineseSignsGiveUpTheirHalves() {
    //                       说  ：   “    好   。   ”   又
    #expect(
      places(set("说：“好。”又", squares: 30, .chinese).lines[0]) == [0, 1, 1.5, 2.5, 3.5, 4, 5])
    //                   对  ？   ”    他
    #expect(places(set("对？”他", squares: 30, .chinese).lines[0]) == [0, 1, 1.5, 2.5])
    //                    （    ‘   你   ’   ）  好
    #expect(
      places(set("（‘你’）好", squares: 30, .chinese).lines[0]) == [-0.5, 0, 1, 2, 2.5, 3.5])
    #expect(places(set("？！好", squares: 30, .chinese).lines[0]) == [0, 0.5, 1.5])
  }

  /// UAX 14 would hold them to the letters on both sides.
  @Test func linesEndBesideCurvedMarks() {
    for before in 3...12 {
      let text =
        String(repeating: "字", count: before) + "“" + String(repeating: "字", count: 10) + "”"
        + String(repeating: "字", count: 12)
      let set = set(text, .chinese)
      for line in set.lines.dropLast() {
        #expect(line.ratio < 3, "\(line.text)")
        #expect(!line.text.hasSuffix("“") && !line.text.hasPrefix("”"))
      }
    }
  }

  // MARK: First lines

  /// By one letter in Japanese, by two in Chinese, in every paragraph.
  @Test(arguments: [("ja", 1.0), ("zh", 2.0), ("fr", 0.0)])
  func everyFirstLineStandsIn(tag: String, letters: Double) throws {
    let text = String(repeating: "字", count: 30)
    let proof = Proof(
      "# T\n\n一\(text)\n\n二\(text)\n\n- 三\(text)\n\n::: note 注\n四\(text)\n:::\n\n字[^a]\n\n[^a]: 五\(text)\(text)",
      language: try #require(BookLanguage(tag: tag)), design: .grid(columns: 60, lines: 40))
    let page = proof.body[0]
    let left = page.left(proof.design)
    func indent(_ first: String) -> Double? {
      let line = page.pieces.first { $0.text.hasPrefix(first) }
      return line.map { ($0.x - left).points / 10 }
    }
    #expect(indent("一") == letters)
    #expect(indent("二") == (letters == 0 ? proof.design.stylesheet.indent.points / 10 : letters))
    // Beside a label, no first line stands further in than the others.
    #expect(indent("三").map { $0 < 1.5 } == true)
    let note = page.pieces.filter {
      $0.isNote && $0.text.hasPrefix("五") || $0.text.hasPrefix("字字") && $0.isNote
    }
    #expect(note.count > 1 && Set(note.map(\.x)).count == 1)
    #expect(indent("四").map { $0 >= letters } == true)
  }

  @Test func middleDotsHaveQuarters() {
    #expect(places(set("春・夏", squares: 30).lines[0]) == [0, 1, 2])
    #expect(places(set("春」・夏", squares: 30).lines[0]) == [0, 1, 1.5, 2.5])
  }

  @Test func dashesStayTogether() {
    for before in 6...12 {
      let text = String(repeating: "字", count: before) + "……" + String(repeating: "字", count: 12)
      for line in lines(text) { #expect(!line.hasSuffix("字…") && !line.hasPrefix("…字")) }
    }
  }

  // MARK: Hanging

  @Test func stopsHangByChoice() {
    let text = "春夏秋冬春夏秋冬春夏。秋冬春夏"
    let hanging = set(text, hangs: true)
    #expect(hanging.lines.map(\.text) == ["春夏秋冬春夏秋冬春夏。", "秋冬春夏"])
    #expect(hanging.lines[0].right == .points(105))
    #expect(set(text).lines[0].text != hanging.lines[0].text)
  }

  // MARK: Words of both worlds

  @Test func latinWordsAreDividedAsEver() {
    let all = lines("春夏秋冬春 abcdefghi 夏秋冬春夏秋冬")
    #expect(all.joined().contains("abc"))
    #expect(all.allSatisfy { !$0.hasPrefix("。") })
  }

  @Test func sourceLinesJoinWithoutASpace() {
    #expect(visibleLine("春夏\n秋冬", .japanese) == "春夏秋冬")
    #expect(visibleLine("春夏\nabc\n秋冬", .japanese) == "春夏␣abc␣秋冬")
    #expect(visibleLine("abc\ndef", .japanese) == "abc␣def")
  }

  @Test func straightMarksBecomeCorners() {
    #expect(visibleLine(#"春は"あけぼの"という"#, .japanese) == "春は「あけぼの」という")
  }

  @Test func chaptersArePagesInTheirOrder() {
    #expect(BookLanguage.Labels.numbered(BookLanguage.japanese.labels.chapter, "3") == "第3章")
    #expect(BookLanguage.Labels.numbered(BookLanguage.chinese.labels.page, "3") == "第3页")
  }
}
