import Geometry
import Testing

@testable import Typesetting

/// What stands where on paper, of what is typed; see `PaperOrder` for how to read it.
@Suite(.enabled(if: PaperOrder.hasFonts, "needs the book's fonts"))
struct BidiTests {
  private func paper(_ tag: String) throws -> PaperOrder {
    PaperOrder(
      language: try #require(BookLanguage(tag: tag)), shaper: try PaperOrder.fonts())
  }

  @Test(arguments: [
    // Numbers glued to a small word.
    ("بـ2 500 أو بـ3 000", "3 000γ β 2 500α"),
    ("و45 000 يورو", "β 45 000α"),
    ("هاتفه:01 53 73 22 22", "01 53 73 22 22:α"),
    ("هاتف 01 53 73 22 22 الآن", "β 01 53 73 22 22 α"),
    ("اتصل: +33 1 53 73 22 22.", ".+33 1 53 73 22 22 :α"),
    ("القسم 2.1 ثم 2.2.", ".2.2 β 2.1 α"),
    ("المادة L. 251-1 من", "β L. 251-1 α"),
    ("بتاريخ 2026-11-24", "2026-11-24 α"),
    ("في OpenStreetMap. وفي CADA", "CADA β .OpenStreetMap α"),
    ("من CADA. 15 شخصا", "β 15 .CADA α"),
    ("جريدة 20 Minutes هنا", "β 20 Minutes α"),
    ("مقال «Vidéo : quelles règles ?» هنا", "β «? Vidéo : quelles règles» α"),
    // Signs and units.
    ("−5", "−5"), ("و−5 درجات", "β −5α"), ("-5 درجات", "α -5"),
    ("29% أو 29 % أو 12,5 %", "12,5 % β 29 % α 29%"),
    ("1° و11°", "11°α 1°"), ("20 °C هنا", "α 20 °C"),
    ("٥٪ هنا", "α ٪٥"), ("هاتف ٠١ ٥٣ ٧٣ ٢٢ ٢٢ الآن", "β ٠١ ٥٣ ٧٣ ٢٢ ٢٢ α"),
    ("100 € أو $100", "$100 α € 100"),
    ("بين 2019–2021 فقط", "β 2021–2019 α"),
    ("الورق 148 × 210 mm هنا", "β 148 × 210 mm α"),
    // Words of another script.
    ("هيئة (CNIL) هنا", "β (CNIL) α"),
    ("اكتب `a[0] = (b + 1);` هنا", "β a[0] = (b + 1); α"),
    ("`/usr/bin/x`", "/usr/bin/x"), ("`-x`", "-x"),
    ("لافتة [! Vous êtes filmés]{lang=fr} هنا", "β ! Vous êtes filmés α"),
    ("لافتة [Vous, êtes, filmés !]{lang=fr} هنا", "β Vous, êtes, filmés ! α"),
    ("انظر <https://example.org/a-b/?x=1> هنا.", ".β example.org/a-b/?x=1 α"),
    ("لغة C++ أو #mot أو --draft.", ".--draft γ #mot β C++ α"),
    ("\u{2066}a, b!\u{2069} هنا \u{2067}كذا", "β α a, b!"),
  ])
  func arabic(text: String, paper: String) throws {
    #expect(try self.paper("ar").lines(text) == [paper])
  }

  private static let notes = "\n\n[^1]: أ\n[^2]: ب\n[^3]: ج"

  @Test(arguments: [
    ("انظر (CADA)[^1]، كلام.", ".β ،¹(CADA) α"),
    ("انظر «CADA»[^1] كلام.", ".β ¹«CADA» α"),
    ("عام 2019[^1].", ".¹2019 α"),
    ("نسبة 1,13%[^1] هنا", "β ¹1,13% α"),
    ("هيئة CADA[^1]", "¹CADA α"),
    ("كلام[^1][^2] هنا", "β ²,¹α"),
    ("مرة[^1]!", "!¹α"),
    // The call follows the whole word.
    ("[مك](https://e.org)توب هنا", "β ¹α"),
    ("[CNIL](https://e.org) هنا", "α ¹CNIL"),
  ])
  func arabicCalls(text: String, paper: String) throws {
    #expect(try self.paper("ar").lines(text + Self.notes) == [paper])
  }

  @Test(arguments: [
    ("סעיף 322-1, L254-1", "L254-1 ,322-1 α"),
    ("סעיפים 2.1, 2.2", "2.2 ,2.1 α"),
    ("24/11/2026, 24.11.2026", "24.11.2026 ,24/11/2026"),
    ("בשנים 1939–1945, 50–60 איש", "β 60–50 ,1945–1939 α"),
    ("ב־1939, 1,500 ₪", "₪ 1,500 ,1939־α"),
    ("₪100, $100", "$100 ,₪100"),
    ("(CADA), https://example.org", "https://example.org ,(CADA)"),
    ("exemple.org, nom@exemple.org", "nom@exemple.org ,exemple.org"),
    ("(−5%) או −5", "−5 α (−5%)"), ("ב-5 ימים", "β 5-α"),
    ("טלפון 03-123-4567; 050-1234567", "050-1234567 ;03-123-4567 α"),
    ("עמודים 12; 14; 16", "16 ;14 ;12 α"),
    ("הרשות CNIL, CADA, וגם", "β ,CADA ,CNIL α"),
    ("בשעה 14:30, חדר 2/3", "2/3 β ,14:30 α"),
    ("Marks & Spencer ו־a = b", "a = b־α Marks & Spencer"),
  ])
  func hebrew(text: String, paper: String) throws {
    #expect(try self.paper("he").lines(text) == [paper])
  }

  @Test(arguments: [
    ("(−۵٪) است", "α (−۵٪)"), ("تلفن ۰۲۱-۸۸۷۷۶۶۵۵ است", "β ۰۲۱-۸۸۷۷۶۶۵۵ α"),
    ("بخش ۲.۱، ۲.۲", "۲.۲ ،۲.۱ α"), ("سال ۲۰۲۴[^1] بود", "β ¹۲۰۲۴ α"),
    ("۲۴/۱۱/۲۰۲۶ بود", "α ۲۴/۱۱/۲۰۲۶"),
  ])
  func persian(text: String, paper: String) throws {
    #expect(try self.paper("fa").lines(text + Self.notes) == [paper])
  }
}

/// What goes on on the next line keeps its direction.
@Suite(.enabled(if: PaperOrder.hasFonts, "needs the book's fonts"))
struct BrokenBidiTests {
  private func lines(_ text: String, _ measure: Double) throws -> String {
    PaperOrder(
      language: .arabic, shaper: try PaperOrder.fonts()
    ).lines(text, measure: .points(measure)).joined(separator: " / ")
  }

  @Test(arguments: [
    // A hyphen stands at the end of the letters before it; a mark with the words it belongs to.
    (
      "كلمة [Les dispositions applicables !]{lang=fr} هنا", 95.0,
      "Les dispositions ap- α / β plicables !"
    ),
    ("كلمة `a[0] = (b + 1);` هنا", 62.0, "a[0] = (b α / β + 1);"),
    // An address that has room on a line is not parted before the dots of its name.
    (
      "انظر <https://www.legifrance.gouv.fr/codes/article> هنا.", 140.0,
      "www.legifrance.gouv.fr/codes/ α / .β article"
    ),
    (
      "انظر <https://www.legifrance.gouv.fr/codes> هنا.", 90.0,
      "www.legifrance α / .β .gouv.fr/codes"
    ),
    ("انظر <https://www.cnil.fr/fr> هنا.", 62.0, "α / www.cnil.fr/fr / .β"),
    ("رقم 01 53 73 22 22 هنا", 68.0, "α / 01 53 73 22 22 / β"),
    ("أو (CADA)، انظر OpenStreetMap France هنا", 75.0, "β ،(CADA) α / OpenStreetMap / γ France"),
  ])
  func arabic(text: String, measure: Double, paper: String) throws {
    let lines = try lines(text, measure)
    #expect(lines == paper)
  }
}
