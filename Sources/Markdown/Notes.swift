internal import Diagnostics

/// Holds the calls of notes against their definitions.
extension BlockReader {
  mutating func checkNotes() {
    var used: Set<String> = []
    var hinted = 0
    for call in calls {
      let key = References.key(call.label)
      if noteLabels[key] != nil {
        used.insert(key)
      } else {
        // A file with very many unknown labels has another fault than misspelling.
        let mayHint = hinted < 50 && noteLabels.count <= 500
        hinted += 1
        let labels = mayHint ? notes.map(\.label) : []
        let nearest = NearestWord(to: call.label, among: labels).word
        diagnostics.append(
          .noteUndefined(call.label, file: file, range: call.range, nearest: nearest))
      }
    }
    for note in notes {
      let key = References.key(note.label)
      // A second definition has been reported as such.
      guard !used.contains(key), let place = noteLabels[key],
        place.lowerBound == note.range.lowerBound
      else { continue }
      diagnostics.append(.noteUnused(note.label, file: file, range: place))
    }
  }
}

extension Diagnostic {
  fileprivate static func noteUndefined(
    _ label: String, file: String, range: SourceRange, nearest: String?
  ) -> Diagnostic {
    let write = Wording(
      en: "write the note on a line of its own: [^\(label)]: words",
      fr: "écrivez la note sur une ligne à elle : [^\(label)]: texte")
    let mean = nearest.map {
      Wording(en: "did you mean [^\($0)]?", fr: "vouliez-vous dire [^\($0)] ?")
    }
    return Diagnostic(
      .error, "note-undefined", file: file, range: range,
      Wording(
        en: "no footnote is called “\(label)”",
        fr: "aucune note ne s’appelle « \(label) »"),
      hints: [mean ?? write])
  }

  fileprivate static func noteUnused(
    _ label: String, file: String, range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, "note-unused", file: file, range: range,
      Wording(
        en: "nothing calls the footnote “\(label)”",
        fr: "rien n’appelle la note « \(label) »"),
      hints: [
        Wording(
          en: "write [^\(label)] where it belongs, or remove the note",
          fr: "écrivez [^\(label)] là où elle doit être appelée, ou retirez la note")
      ])
  }

  static func noteMalformed(file: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "note-malformed", file: file, range: range,
      Wording(
        en: "a footnote can’t have this name; the line stays text",
        fr: "une note ne peut pas porter ce nom ; la ligne reste du texte"),
      hints: [
        Wording(
          en: "use a name without spaces or brackets, the same where the note is called",
          fr: "employez un nom sans espaces ni crochets, le même là où la note est appelée")
      ])
  }

  static func noteDefinedTwice(
    _ label: String, file: String, range: SourceRange, first: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "note-defined-twice", file: file, range: range,
      Wording(
        en: "two footnotes are called “\(label)”",
        fr: "deux notes s’appellent « \(label) »"),
      notes: [
        Note(
          Wording(en: "the first is here", fr: "la première est ici"), file: file, range: first)
      ],
      hints: [
        Wording(en: "give one of them another name", fr: "donnez un autre nom à l’une d’elles")
      ])
  }
}
