extension BookLanguage {
  /// Modern Standard Arabic, with the months' names that are understood in most countries.
  package static let arabic = BookLanguage(
    tag: "ar", direction: .rightToLeft,
    labels: Labels(
      contents: "المحتويات", chapter: "الفصل", page: "الصفحة", openQuote: "«", closeQuote: "»",
      asOf: "المعلومات بتاريخ",
      callouts: [
        "note": "للعلم", "warning": "تنبيه", "example": "مثال", "letter": "نموذج رسالة",
        "steps": "خطوة بخطوة", "qr": "للمسح",
      ],
      colophon: "هذا الكتيّب"),
    apparatus: ApparatusWords(
      figure: "الشكل", table: "الجدول", figureCaption: "الشكل", tableCaption: "الجدول",
      notes: "الهوامش", see: "انظر", seeAlso: "انظر أيضًا", code: "رمز الاستجابة السريعة"),
    dates: DateWords(
      "D M Y",
      months: [
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
        "نوفمبر", "ديسمبر",
      ]),
    quotation: Quotation(.guillemets, .double, .single, variesGuillemets: true))
}
