import Geometry
import Testing
import Typesetting

/// Pages that a person can read; each golden is a drawing as `Drawing` makes it.
@Suite("Pages as text") struct PageGoldens {
  @Test func paragraphsFollowOneAnotherWithAnIndent() {
    let proof = Proof(
      """
      # Meeting

      The first paragraph of a chapter has no indent, since nothing stands before it.

      The second one has, and its lines are set to the full measure of the column.
      """)
    expectGolden(Drawing.pages(proof.body, proof.design), "paragraphs")
  }
}
