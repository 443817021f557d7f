package import Geometry

/// How many pages a book is to have, and how far its design may go to meet that.
package struct CopyFit: Hashable, Sendable {
  package enum Aim: Hashable, Sendable {
    /// As many as look best.
    case natural
    /// As many as fill whole sheets of a booklet: a multiple of four.
    case sheets
    /// As many as this, covers included.
    case pages(Int)
  }

  package var aim: Aim
  /// Parts of the type size and of the leading by which they may change.
  package var size: Double
  package var leading: Double
  /// What each of the four margins may give or take.
  package var margins: Length

  /// The ranges are those of which no reader takes notice: microtype's authors set ±2 % as the
  /// limit for letters' widths on one page; a whole book may go a little further.
  package init(
    _ aim: Aim = .natural, size: Double = 0.03, leading: Double = 0.02,
    margins: Length = .millimetres(1)
  ) {
    self.aim = aim
    self.size = size
    self.leading = leading
    self.margins = margins
  }

  func allows(_ count: Int) -> Bool {
    switch aim {
    case .natural: true
    case .sheets: count % 4 == 0
    case .pages(let wanted): count == wanted
    }
  }

  /// How many pages too many or, if negative, too few; for whole sheets the nearer of the two.
  func excess(of count: Int) -> Int {
    switch aim {
    case .natural: 0
    case .sheets: count % 4 == 3 ? -1 : count % 4
    case .pages(let wanted): count - wanted
    }
  }
}

/// What was done to meet a number of pages, and what is missing.
package struct Fitting: Hashable, Sendable {
  package var pageCount = 0
  /// What the book would have had.
  package var naturalCount = 0
  /// Paragraphs that were set in a line less or more than they would have been.
  package var shorterParagraphs = 0
  package var longerParagraphs = 0
  /// Changes of the design: parts of the size and the leading, and of each margin.
  package var size = 0.0
  package var leading = 0.0
  package var margins = Length.zero
  /// About how many lines must go, or be added if negative, before the number can be met; zero
  /// where it is.
  package var missingLines = 0

  package var isMet: Bool { missingLines == 0 }
}

extension Design {
  /// The same, tighter or looser by a part of what the book allows: -1 for all of it tighter, so
  /// that more goes on a page, 1 for all of it looser.
  func adjusted(by part: Double) -> Design {
    var design = self
    let size = 1 + fit.size * part
    let leading = 1 + fit.leading * part
    design.stylesheet.textSize = stylesheet.textSize * size
    design.stylesheet.noteSize = stylesheet.noteSize * size
    design.stylesheet.leading = stylesheet.leading * leading
    design.stylesheet.noteLeading = stylesheet.noteLeading * leading
    let margin = fit.margins * part
    design.format.gutter += margin
    design.format.foreEdge += margin
    design.format.head += margin
    design.format.foot += margin
    return design
  }
}

extension Typesetter {
  /// So many steps lie between the design as it is and all that it may give.
  private static var steps: Int { 12 }

  /// The book in its own design if that has the pages asked for and is fit to print so; otherwise
  /// in the design nearest to it that has.
  func fittedSetting(of copy: Copy) -> (Setting, Fitting) {
    let own = setting(of: copy)
    guard design.fit.aim != .natural, !own.division.isWellFitted else {
      return (own, own.division.fitting)
    }
    // What cannot be met at any price as it is may be met at some price.
    let isMet = own.division.fitting.isMet
    func suffices(_ setting: Setting) -> Bool {
      isMet ? setting.division.isWellFitted : setting.division.fitting.isMet
    }
    let excess = design.fit.excess(of: own.division.fitting.naturalCount)
    let direction = excess > 0 || excess == 0 && isMet ? -1.0 : 1.0
    func attempt(_ step: Int) -> Setting {
      let part = direction * Double(step) / Double(Self.steps)
      return Typesetter(design: design.adjusted(by: part), shaper: shaper).setting(of: copy)
    }
    var (least, most) = (0, Self.steps)
    var best = attempt(most)
    guard suffices(best) else {
      // All that the design may give is not enough: nothing is changed in vain.
      var fitting = own.division.fitting
      if !isMet { fitting.missingLines = best.division.fitting.missingLines }
      return (own, fitting)
    }
    while most - least > 1 {
      let middle = (least + most) / 2
      let between = attempt(middle)
      if suffices(between) { (most, best) = (middle, between) } else { least = middle }
    }
    var fitting = best.division.fitting
    fitting.naturalCount = own.division.fitting.naturalCount
    let part = direction * Double(most) / Double(Self.steps)
    fitting.size = design.fit.size * part
    fitting.leading = design.fit.leading * part
    fitting.margins = design.fit.margins * part
    return (best, fitting)
  }
}

extension Division {
  /// It has the pages asked for, and not at the price of a spread that is not level.
  fileprivate var isWellFitted: Bool {
    fitting.isMet && cost < naturalCost + PageCosts.unlevel(by: 0)
  }
}
