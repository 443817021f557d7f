import Geometry
import Typesetting

/// The first paragraph of a chapter on a long line, its spaces made visible: ␣ is a plain space, ⍽
/// a no-break one (U+00A0), ⋅ a thin one (U+202F).
func visibleLine(_ markdown: String, _ language: BookLanguage) -> String {
  let proof = Proof(
    "# T\n\n\(markdown)", language: language, design: .grid(columns: 100, lines: 20))
  let pieces = proof.body[0].pieces.filter {
    !$0.isArtifact && !$0.isHeading && !$0.isNote && !$0.isCall
  }
  return pieces.map(\.text).joined().unicodeScalars.map { scalar in
    switch scalar {
    case " ": "␣"
    case "\u{A0}": "⍽"
    case "\u{202F}": "⋅"
    default: String(Character(scalar))
    }
  }.joined()
}
