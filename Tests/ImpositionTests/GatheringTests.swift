import Geometry
import Imposition
import Testing

@Suite struct GatheringTests {
  /// The pages of each signature.
  private func lengths(_ gathering: Gathering, _ pages: Int) -> [Int] {
    Binding(style: .signatures(gathering)).impose(pages).map(\.pages.count)
  }

  @Test func theLastSignatureIsShort() {
    #expect(lengths(.sheets(4), 40) == [16, 16, 8])
    #expect(lengths(.sheets(4), 16) == [16])
    #expect(lengths(.sheets(4), 1) == [4])
  }

  /// Ten sheets, no more than four in one: 4, 3, 3.
  @Test func evenedSignaturesDifferByASheetAtMost() throws {
    #expect(lengths(.evened(atMost: 4), 40) == [16, 12, 12])
    #expect(lengths(.evened(atMost: 4), 20) == [12, 8])
    for most in 1...9 {
      for pages in 1...200 {
        let lengths = lengths(.evened(atMost: most), pages)
        try #require(lengths.reduce(0, +) == (pages + 3) / 4 * 4)
        try #require(lengths.max()! <= 4 * most && lengths.max()! - lengths.min()! <= 4)
        try #require(lengths.count == ((pages + 3) / 4 + most - 1) / most)
      }
    }
  }

  /// 61 pages are 64, two signatures of 32; a number that nothing divides gets more sheets.
  @Test func signaturesOfARangeAreAllAlike() throws {
    #expect(lengths(.pages(20...60), 61) == [32, 32])
    #expect(lengths(.pages(20...60), 52) == [52])
    #expect(lengths(.pages(20...40), 68) == [36, 36])
    #expect(lengths(.pages(20...40), 7) == [20])
    for pages in 1...400 {
      let lengths = lengths(.pages(16...32), pages)
      try #require(lengths.reduce(0, +) >= pages && Set(lengths).count == 1)
      try #require((16...32).contains(lengths[0]))
    }
  }

  @Test func numbersOutOfRangeAreTakenForTheNearest() {
    #expect(lengths(.sheets(0), 8) == [4, 4])
    #expect(lengths(.evened(atMost: -3), 8) == [4, 4])
    #expect(lengths(.pages(1...3), 8) == [4, 4])
    for style in [
      Binding.Style.signatures(.sheets(0)), .quarto(.singly, .evened(atMost: 0)),
      .octavo(.together, .pages(4...12)),
    ] {
      let pagesPerSheet = style == .signatures(.sheets(0)) ? 4 : style.isQuarto ? 8 : 16
      let faults = Binding(style: style, pageSize: Paper.a7.size).faults(pageCount: 32)
      #expect(faults == [.signatureTooShort(pagesPerSheet: pagesPerSheet)])
    }
  }
}

extension Binding.Style {
  fileprivate var isQuarto: Bool {
    if case .quarto = self { true } else { false }
  }
}
