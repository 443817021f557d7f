/// The words of slug lines. What is in no list is said in English.
struct SlugWords: Hashable {
  var signature: String
  var sheet: String
  var cover: String
  var outside: String
  var inside: String

  private init(
    _ signature: String, _ sheet: String, _ cover: String, _ outside: String, _ inside: String
  ) {
    self.signature = signature
    self.sheet = sheet
    self.cover = cover
    self.outside = outside
    self.inside = inside
  }

  /// - Parameter language: BCP 47; a region has its language's words.
  init(language: String) {
    let base = language.split(separator: "-").first.map { $0.lowercased() } ?? ""
    self = Self.byLanguage[base] ?? Self.english
  }

  private static let english = SlugWords("signature", "sheet", "cover", "outside", "inside")

  private static let byLanguage: [String: SlugWords] = [
    "ar": SlugWords("ملزمة", "ورقة", "الغلاف", "الوجه الخارجي", "الوجه الداخلي"),
    "ca": SlugWords("quadern", "full", "coberta", "exterior", "interior"),
    "de": SlugWords("Lage", "Bogen", "Umschlag", "außen", "innen"),
    "en": english,
    "es": SlugWords("cuadernillo", "pliego", "cubierta", "exterior", "interior"),
    "fr": SlugWords("cahier", "feuille", "couverture", "extérieur", "intérieur"),
    "it": SlugWords("fascicolo", "foglio", "copertina", "esterno", "interno"),
    "pt": SlugWords("caderno", "folha", "capa", "exterior", "interior"),
  ]
}
