internal import Diagnostics
internal import Localization
internal import Workshop

/// A passage about which someone has to do something, with its places.
struct WaitingPassage {
  var state: PassageState
  var language: String
  /// Of the translation, and of the source where it has the passage.
  var file: String
  var sourceFile: String?
  /// After which passage a missing one belongs.
  var neighbour: Passage?
  /// The memory's file.
  var memory: String
}

extension TranslationWork {
  /// In the order of the source.
  func waiting(in translation: Translation) -> [WaitingPassage] {
    let neighbours = translation.neighboursOfMissing
    return translation.state.passages.filter { !$0.isSettled }.map { state in
      WaitingPassage(
        state: state, language: translation.language, file: translation.file(of: state),
        sourceFile: translation.sourceFile(of: state),
        neighbour: state.translation == nil ? state.source.flatMap { neighbours[$0] } : nil,
        memory: translation.memoryFile)
    }
  }

  /// Of the passages that were named.
  private var waiting: [WaitingPassage] {
    translations.flatMap { translation in
      waiting(in: translation).filter { isNamed($0.state, in: translation) }
    }
  }

  /// What waits, passage by passage: where, why, the source's change word by word, the translation.
  func differences(in language: InterfaceLanguage, on screen: Screen) -> String {
    waiting.map { $0.difference(in: language, on: screen) }.joined()
  }

  /// The same for programs; a key may be added to version 1, none changes or goes.
  var differencesJSON: JSON {
    .object([
      "passages": .array(
        waiting.map { passage in
          var members = passage.members
          members["language"] = .string(passage.language)
          members["source-change"] = JSON(
            from: passage.state.confirmedSource, to: passage.state.source)
          members["translation-change"] = JSON(
            from: passage.state.confirmedTranslation, to: passage.state.translation)
          return .object(members)
        }),
      "version": .number(1),
    ])
  }
}

extension WaitingPassage {
  /// Its places, hash and words.
  var members: [String: JSON] {
    [
      "after": neighbour?.range.json ?? .null,
      "confirmed": state.confirmedSource.map(JSON.string) ?? .null,
      "confirmed-translation": state.confirmedTranslation.map(JSON.string) ?? .null,
      "file": .string(file),
      "hash": state.source.map { .string($0.normalForm.hash) } ?? .null,
      "place": .string(state.place?.description ?? ""),
      "proposal": state.proposal.map(JSON.string) ?? .null,
      "range": state.translation?.range.json ?? .null,
      "source": state.source.map { .string($0.text) } ?? .null,
      "source-file": sourceFile.map(JSON.string) ?? .null,
      "source-range": state.source?.range.json ?? .null,
      "state": .string(state.freshness.rawValue),
      "translation": state.translation.map { .string($0.text) } ?? .null,
    ]
  }

  fileprivate func difference(in language: InterfaceLanguage, on screen: Screen) -> String {
    let line =
      (state.translation?.range.lowerBound ?? neighbour?.range.upperBound)
      .map { ":\($0.line)" } ?? ""
    var text = "\(file)\(line): \(wording.inLanguage(language))\n"
    if let source = state.source {
      text += "  \(screen.marked(source.text, since: state.confirmedSource))\n"
    }
    if state.translation != nil || state.confirmedTranslation != nil {
      let words = state.translation?.text ?? ""
      text += "  \(screen.marked(words, since: state.confirmedTranslation))\n"
    }
    if let proposal = state.proposal {
      text += "  \(memory): \(screen.marked(proposal, since: state.translation?.text))\n"
    }
    return text + "\n"
  }

  private var wording: Wording {
    let state = state.freshness.wording
    if self.state.proposal != nil {
      return Wording(
        en: "\(state.english), edited in the memory", fr: "\(state.french), modifié dans la mémoire"
      )
    }
    guard self.state.translation == nil, let source = self.state.source, let sourceFile else {
      return state
    }
    let place = "\(sourceFile):\(source.range.lowerBound.line)"
    return neighbour == nil
      ? Wording(en: "\(state.english) (\(place))", fr: "\(state.french) (\(place))")
      : Wording(
        en: "\(state.english) after this (\(place))", fr: "\(state.french) après ceci (\(place))")
  }
}

extension JSON {
  /// A change word by word; null where nothing is known of before or of now.
  fileprivate init(from earlier: String?, to now: Passage?) {
    guard let earlier, let now else {
      self = .null
      return
    }
    self = .array(
      WordDiff(from: earlier, to: now.text).parts.map { part in
        let change =
          switch part.change {
          case .same: "same"
          case .removed: "removed"
          case .added: "added"
          }
        return .object([change: .string(part.text)])
      })
  }
}

extension Screen {
  /// Words that went in [- -], words that came in {+ +}, as `git diff --word-diff` writes them.
  fileprivate func marked(_ text: String, since earlier: String?) -> String {
    guard let earlier else { return shown(text.onOneLine) }
    return WordDiff(from: earlier, to: text).parts.map { part in
      let words = shown(part.text.onOneLine)
      return switch part.change {
      case .same: words
      case .removed: painted("[-\(words)-]", for: .error)
      case .added: painted("{+\(words)+}", for: .warning)
      }
    }.joined()
  }
}

extension String {
  fileprivate var onOneLine: String { replacing("\n", with: " ") }
}
