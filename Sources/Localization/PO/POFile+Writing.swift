extension POFile {
  /// The file as `msgcat` leaves it unchanged: wrapped at 80 columns of display as gettext wraps, no
  /// clock, no line numbers.
  package var text: String {
    var blocks: [String] = []
    var head = headerComments.map { $0.isEmpty ? "#\n" : "# \($0)\n" }.joined()
    head += "msgid \"\"\nmsgstr \"\"\n"
    for field in header { head += "\"\("\(field.name): \(field.value)\n".poEscaped)\"\n" }
    blocks.append(head)
    blocks += entries.map(\.text)
    var text = blocks.joined(separator: "\n")
    if !obsolete.isEmpty { text += "\n" + obsolete.joined(separator: "\n") + "\n" }
    return text
  }
}

extension POFile.Entry {
  fileprivate var text: String {
    var text = ""
    for comment in translatorComments { text += comment.isEmpty ? "#\n" : "# \(comment)\n" }
    for comment in extractedComments { text += comment.isEmpty ? "#.\n" : "#. \(comment)\n" }
    for reference in references { text += "#: \(reference)\n" }
    if !flags.isEmpty { text += "#, \(flags.joined(separator: ", "))\n" }
    if let previousID { text += field("msgid", previousID, prefix: "#| ") }
    if let context { text += field("msgctxt", context) }
    text += field("msgid", id)
    text += field("msgstr", translation)
    return text
  }

  /// One line, whatever its length (`no-wrap`): a change of one word is then a change of one line.
  private func field(_ keyword: String, _ value: String, prefix: String = "") -> String {
    guard value.dropLast().contains("\n") else {
      return "\(prefix)\(keyword) \"\(value.poEscaped)\"\n"
    }
    var lines = "\(prefix)\(keyword) \"\"\n"
    var rest = value[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: "\n").map { rest.index(after: $0) } ?? rest.endIndex
      lines += "\(prefix)\"\(String(rest[..<end]).poEscaped)\"\n"
      rest = rest[end...]
    }
    return lines
  }
}

extension String {
  fileprivate var poEscaped: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += "\\n"
      case "\t": escaped += "\\t"
      case "\r": escaped += "\\r"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
