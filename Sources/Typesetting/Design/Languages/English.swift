extension BookLanguage {
  package static let english = BookLanguage(
    tag: "en",
    labels: Labels(
      contents: "Contents", chapter: "Chapter", page: "page", openQuote: "“", closeQuote: "”",
      asOf: "Facts as of",
      callouts: [
        "note": "Note", "warning": "Warning", "example": "Example", "letter": "Model letter",
        "steps": "Step by step", "qr": "Scan me",
      ],
      colophon: "This booklet"),
    apparatus: ApparatusWords(
      figure: "figure", table: "table", figureCaption: "Fig.", tableCaption: "Table",
      notes: "Notes", see: "see", seeAlso: "see also", code: "QR code"),
    dates: DateWords(
      "D M Y",
      months: [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]),
    held: HeldWords(
      beforeWords: ["Mr", "Mrs", "Ms", "Dr", "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "§"],
      beforeNumbers: [
        "No.", "no.", "Nos.", "nos.", "p.", "pp.", "vol.", "ch.", "art.", "Art.", "fig.", "Fig.",
        "s.", "ss.",
      ]),
    groupsDigits: false)

  /// Oxford's rules: single marks outside, spaced en rules.
  package static let britishEnglish = {
    var language = english
    language.tag = "en-GB"
    language.labels.openQuote = "‘"
    language.labels.closeQuote = "’"
    return language
  }()

  /// Chicago's: double marks outside, em dashes that touch the words.
  package static let americanEnglish = {
    var language = english
    language.tag = "en-US"
    language.dash = .closed
    language.dates.pattern = "M D, Y"
    return language
  }()
}
