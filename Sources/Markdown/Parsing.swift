package import Diagnostics

extension Chapter {
  /// Parses one source file; never fails, reports what it could not understand and keeps it as text.
  package init(parsing source: String, file: String, reporting diagnostics: inout [Diagnostic]) {
    self.init(file: file, blocks: [])
  }
}
