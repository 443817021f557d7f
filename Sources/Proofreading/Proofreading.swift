// Finds what a proofreader would mark in a manuscript: Manuscript → [Diagnostic].
//
// References/ finds what would break the book, so every build looks for it. Rules/ finds slips of
// the pen, a rule to a file; `livret check` alone looks for those, and mends what it may.

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

  /// Slips of the pen, most of which no typesetter sees.
  ///
  /// - Parameter language: the tag of the language in which the manuscript is written.
  package func findSlips(in language: String, reporting diagnostics: inout [Diagnostic]) {
    for chapter in chapters {
      diagnostics += chapter.skippedHeadings + chapter.wordlessPictures + chapter.wordlessLinks
      diagnostics += chapter.headlessTables + chapter.stoppedHeadings(language: language)
      diagnostics += chapter.unknownClasses + chapter.unknownLanguages
      for section in chapter.sections(language: language) {
        for prose in section {
          diagnostics += prose.falseMidPoints + prose.doubledWords + prose.doubledSigns
          diagnostics += prose.spacesBeforeSigns + prose.brokenAddresses
        }
        diagnostics += section.unclosedSigns
      }
    }
  }
}
