// Finds what a proofreader would mark in a manuscript: Manuscript → [Diagnostic].

package import Diagnostics
package import Markdown

extension Manuscript {
  /// What is wrong across the whole manuscript, or in its links.
  package func proofread(reporting diagnostics: inout [Diagnostic]) {
    let anchors = Anchors(in: self, reporting: &diagnostics)
    for chapter in chapters {
      chapter.checkLinks(against: anchors, reporting: &diagnostics)
    }
  }
}
