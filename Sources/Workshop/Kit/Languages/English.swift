extension KitWords {
  static let english = KitWords(
    tag: "en",
    instructions: "How to make this booklet",
    printing: Printing(
      file: "File", paper: "Paper", scale: "Size", fullSize: "100\u{A0}%, “actual size”",
      sides: "Sides", bothShort: "both, flip on the short edge",
      bothLong: "both, flip on the long edge", one: "one side only",
      backAsItCame:
        "Put the pile back into the tray as it came out, neither turned over nor turned round.",
      backTurnedOver:
        "Turn the pile over as you turn a page, the tops staying where they are, and put it back into the tray.",
      equalCounts: "Both files have the same number of pages.",
      mayBeReversed: "If the pile comes out in reverse order, put it right again.",
      cover: "The cover is a sheet of its own: {paper}."),
    places: Places(
      left: "on the left", right: "on the right", top: "at the top", bottom: "at the bottom",
      topLeft: "at the top left", topRight: "at the top right",
      bottomLeft: "at the bottom left", bottomRight: "at the bottom right",
      page: "page\u{A0}{page} {place}", blank: "a blank page {place}", comma: ", ",
      onTop: "On top: {pages}.",
      underneath: "Underneath: {pages}."),
    titles: Titles(
      print: "Print", fronts: "Print the fronts", backs: "Print the backs",
      check: "Check the pile", heaps: "Count off signatures", fold: "Fold",
      foldIn: "Put into one another", gather: "Stack", staple: "Staple", sew: "Sew", glue: "Glue",
      leaves: "Bind", slit: "Slit", trim: "Trim", cut: "Cut", stack: "Stack",
      crease: "Crease", slitMiddle: "Slit", push: "Push together", cover: "Add the cover"),
    making: Making(
      heaps:
        "Start at the sheet with page\u{A0}{page} and count off, in sheets: {counts}. Each heap is a signature.",
      leftOverRight: "Fold the left half over the right.",
      rightOverLeft: "Fold the right half over the left.",
      topDown: "Fold the top half down.", together: "Fold all sheets together, as one.",
      singly: "Fold each sheet alone.", foldedPageOnTop: "Page {page} is now on top.",
      nest: "Put each into the one before it. From the outside in, they begin with pages {pages}.",
      gather:
        "Lay the signatures on one another. From the top down, they begin with pages {pages}.",
      staple:
        "Open at the middle. Staple twice from outside through the fold, {distance} from each end of the paper.",
      sew:
        "Pierce each fold at these distances from the head of the untrimmed paper, in mm: {distances}. Sew.",
      glue:
        "Knock up square, clamp between boards, brush the spine with glue twice. The spine is {thickness} thick.",
      coverUnder:
        "Lay the cover under the pile, page\u{A0}{page} facing down. It is folded and stapled with the rest.",
      coverRound: "Fold the cover in half, page\u{A0}{page} outside, and put it round the rest.",
      wrapCover: "Wrap the cover round it and glue it to the spine.",
      bindLeaves: "Knock up square. Staple, punch or comb-bind {place}.",
      slitHead: "Slit the closed edge at the head with a knife.",
      slitHeadAndEdge: "Slit the closed edges at the head and at the side with a knife.",
      trim: "The inner sheets stand out by {creep}. Leave them, or trim the edge straight.",
      trimCreep:
        "The inner sheets stand out by {creep}. Trim the edge straight: the pages are shifted for that.",
      trimAtMarks: "Trim the three edges other than the spine, along the crop marks.",
      trimTo:
        "Trim the three edges other than the spine to {size}, as much at either end of the spine.",
      trimPlain: "Press it flat under books overnight. Trim the edge if you like.",
      frontUp: "Turn the pile so that page\u{A0}{page} is on top.",
      cutLines: "Cut the whole pile along the lines.",
      cutFromLeft: "Cut the whole pile at these distances from the left edge, in mm: {distances}.",
      cutFromTop: "Cut the whole pile at these distances from the top edge, in mm: {distances}.",
      cutAcross: "Cut the pile across the middle.",
      twoCopies: "Each half is a booklet of its own.",
      stackHalves: "Lay the bottom half on the top half, without turning it.",
      nestStrips:
        "Sheet by sheet from below: turn its bottom half round by half a turn, lay it on its top half, and the next pair on that.",
      stackPiles: "Lay the piles on one another. From the top down, they begin with pages {pages}.",
      creaseAll: "Fold along every line, press, and open again.",
      creaseEighths:
        "Fold in half lengthwise and open. Fold in half across, and each half in half again: eight equal fields. Press, and open again.",
      slitMiddle: "Fold in half and cut from the fold along the middle to the next crease.",
      push: "Open, fold lengthwise, and push the ends together until a cross stands.",
      foldZine: "Lay the pages round. Page {page} is in front.",
      freeBack: "The back is free for a poster: print or draw it first."),
    supplies: SupplyWords(
      copies: "Copies", sheets: "Sheets of {paper}", coverSheets: "Covers",
      reams: "Reams of 500", cost: "At {price} a sheet", weight: "At {weight}",
      thickness: "Thickness, closed"),
    test: Test(
      title: "Printer test",
      print: "Print both pages of this file on one sheet of {paper}, at 100\u{A0}%, on both sides.",
      byHand:
        "If the printer prints one side only: print page 1. Put the sheet back into the tray as it came out, neither turned over nor turned round. Print page 2.",
      turn: "Hold this page upright and turn the sheet over as you turn the page of a book.",
      read: "On page 2, only one half is upright. It says what to type.",
      ruler: "Both rulers are 100\u{A0}mm long. If not, choose “actual size” and print again.",
      margin:
        "The smallest number whose line is printed on all four sides is your margin. Type margin= and that number.",
      register:
        "Against the light, page 2 facing you and upright, see where the cross of page 1 falls on the scales. Type back= and the two numbers, across/down: back=0.5/-1",
      inOneGo: "Both sides in one go:", blankSide: "By hand, 2 is behind 1:",
      sameSide: "By hand, 2 is on the same side as 1:",
      sameSideHint: "Before the backs, turn the pile over as you turn a page.",
      orientation: "These answers are for sheets printed this way round."),
    dummy: Dummy(
      title: "Dummy", frontCover: "front cover", backCover: "back cover"),
    numbers: Numbers(decimalMark: ".", group: ",", putsCurrencyFirst: true))
}
