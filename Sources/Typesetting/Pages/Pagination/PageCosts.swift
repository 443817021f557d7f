/// What pages are judged by, in one unit. A paragraph that is set a line longer or
/// shorter than it would be best costs some tens to some hundreds (`Takes.demeritsPerCost`).
enum PageCosts {
  /// Every page costs a little, so that none is made without need.
  static let page = 10

  /// Of a page that is so many lines shorter than the others, or longer if negative. One line is
  /// seen by few, two lines by many: squares say so.
  static func shortness(_ lines: Int) -> Int {
    // A longer page comes near its folio: sooner a shorter one.
    lines < 0 ? 120 : 60 * lines * lines + 10 * max(0, lines - 2) * lines * lines
  }

  /// Of facing pages of unequal depth: more than any way to set a paragraph that is fit to print.
  static func unlevel(by lines: Int) -> Int { 12_000 + 200 * lines * lines }

  /// Of a gap that is a line more or less than its like: seen, but no reader stumbles.
  static let unevenGap = 1_000

  /// Of a word divided at the end of a right-hand page, whose rest is over the leaf.
  static let hyphenOverLeaf = 9_000

  /// Of a figure at the top of the page after the one where it is spoken of.
  static let figurePutOff = 200
  /// The same over the leaf: the reader must turn back and forth.
  static let figureOverLeaf = 3_000

  /// A chapter's last page may be short, but not a few lines lost on white.
  static func lastPage(_ lines: Int) -> Int {
    lines < fewestLastLines ? 20_000 : lines < 9 ? 60 * (9 - lines) : 0
  }

  static let fewestLastLines = 5

  /// Of parting what must not be parted: worse than all else together.
  static let forced = 1_000_000
}
