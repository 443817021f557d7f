internal import ArgumentParser
internal import Diagnostics
internal import Workshop

/// How the quality of pages is written on standard output.
enum QualityFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json

  func text(
    of quality: BookQuality, _ booklets: [BookletReport], in language: InterfaceLanguage,
    on screen: Screen
  ) -> String {
    switch self {
    case .text:
      screen.shown(quality.text(in: language) + booklets.text(in: language))
    case .json: quality.json(with: booklets)
    }
  }
}

extension [BookletReport] {
  fileprivate func text(in language: InterfaceLanguage) -> String {
    isEmpty
      ? ""
      : (language == .french ? "\nlivrets\n" : "\nbooklets\n")
        + map { $0.text(in: language) }.joined()
  }
}
