extension [Diagnostic] {
  /// An object with all `findings`, one to a line, and the `version` of their form.
  ///
  /// A key may be added to version 1, none changes or goes. Lines and columns count from 1, columns
  /// Unicode scalars; an end stands just behind what is meant. `range` is null for a whole file.
  package var json: String {
    JSON.object(["findings": .array(map(\.json)), "version": .number(1)]).lines
  }
}

extension Diagnostic {
  package var json: JSON {
    .object([
      "code": .string(code),
      "file": .string(file),
      "fix": .array(fix.map(\.json)),
      "hints": .array(hints.map(\.json)),
      "message": message.json,
      "notes": .array(notes.map(\.json)),
      "range": range?.json ?? .null,
      "severity": .string(severity.rawValue),
    ])
  }
}

extension Diagnostic.Note {
  fileprivate var json: JSON {
    .object(["file": .string(file), "message": message.json, "range": range?.json ?? .null])
  }
}

extension SourceEdit {
  fileprivate var json: JSON {
    .object(["range": range.json, "replacement": .string(replacement)])
  }
}

extension Wording {
  /// In each language the tool speaks: whoever shows it knows its reader.
  package var json: JSON { .object(["en": .string(english), "fr": .string(french)]) }
}

extension SourceLocation {
  package var json: JSON { .object(["column": .number(column), "line": .number(line)]) }
}

extension SourceRange {
  package var json: JSON { .object(["end": upperBound.json, "start": lowerBound.json]) }
}
