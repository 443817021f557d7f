internal import Diagnostics
internal import Geometry
internal import Markdown

/// One paragraph's inlines, flattened: its text, how each stretch looks and what it is.
struct Composition {
  var styled: StyledText
  /// In order, together the whole text.
  var segments: [Segment]
  var ideographs = IdeographicSetting()

  /// A stretch of text that has one style, one set of tags and one place in the source.
  struct Segment {
    /// UTF-8 offsets into the text.
    var bytes: Range<Int>
    var look: Look
    var origin: Origin
  }

  /// What a stretch is, besides its letters' style.
  struct Look: Hashable {
    var style: CharacterStyle
    /// How far above the baseline it stands: calls of notes.
    var raise: Length = .zero
    /// From the outermost inwards: links, references, code, another language.
    var tags: [Tag] = []
    /// Set letter for letter: no spacing rules, no hyphens.
    var isVerbatim = false
    /// Addresses and code: breaks between their parts, without a hyphen.
    var isAddress = false
    /// Its words get no hyphens.
    var isUndivided = false
    /// The names by which links lead to it.
    var anchors: [String] = []
    /// A new note that must stand at the foot of this line's page.
    var note: Int?
  }

  /// Where a stretch came from, for messages.
  struct Origin {
    var range: SourceRange
    /// The author's letters, where the range holds them one for one.
    var verbatim: String?

    /// The place of the first such character in the source.
    func place(of scalar: Unicode.Scalar) -> SourceRange {
      guard let index = verbatim?.unicodeScalars.firstIndex(of: scalar) else { return range }
      return place(at: index, length: 1)
    }

    /// The place of the first such word in the source.
    func place(of word: String) -> SourceRange {
      guard let verbatim, let index = verbatim.firstScalarIndex(of: word) else { return range }
      return place(at: index, length: word.unicodeScalars.count)
    }

    private func place(at index: String.Index, length: Int) -> SourceRange {
      let scalars = verbatim?.unicodeScalars ?? "".unicodeScalars
      let column = scalars.distance(from: scalars.startIndex, to: index)
      var start = range.lowerBound
      start.column += column
      var end = start
      end.column += length
      return start..<end
    }
  }

  /// The segment in which a byte stands.
  func segment(at byte: Int) -> Segment? {
    let index = firstSegment(endingAfter: byte)
    return index < segments.count ? segments[index] : segments.last
  }

  /// The segments of which some bytes are in the range.
  func segments(in bytes: Range<Int>) -> ArraySlice<Segment> {
    let first = firstSegment(endingAfter: bytes.lowerBound)
    return segments[first...].prefix { $0.bytes.lowerBound < bytes.upperBound }
  }

  private func firstSegment(endingAfter byte: Int) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].bytes.upperBound <= byte { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension String {
  /// Where the scalars of `word` first stand in this text.
  fileprivate func firstScalarIndex(of word: String) -> String.Index? {
    let scalars = Array(unicodeScalars)
    let wanted = Array(word.unicodeScalars)
    guard !wanted.isEmpty, scalars.count >= wanted.count else { return nil }
    for start in 0...(scalars.count - wanted.count)
    where scalars[start] == wanted[0] && Array(scalars[start..<(start + wanted.count)]) == wanted {
      return unicodeScalars.index(unicodeScalars.startIndex, offsetBy: start)
    }
    return nil
  }
}

/// A paragraph's letters while spaces are still being put right: a letter knows its segment.
struct Letter {
  var scalar: Unicode.Scalar
  var segment: Int32
}

extension Composition {
  /// Puts letters and their segments' looks together.
  init(
    letters: [Letter], looks: [Look], origins: [Origin], direction: Direction,
    ideographs: IdeographicSetting = IdeographicSetting()
  ) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(letters.count + letters.count / 8)
    var segments: [Segment] = []
    var current: Int32 = -1
    func endSegment() {
      guard let last = segments.indices.last else { return }
      segments[last].bytes = segments[last].bytes.lowerBound..<bytes.count
    }
    for letter in letters {
      if letter.segment != current {
        endSegment()
        current = letter.segment
        segments.append(
          Segment(
            bytes: bytes.count..<bytes.count, look: looks[Int(current)],
            origin: origins[Int(current)]))
      }
      if letter.scalar.isASCII {
        bytes.append(UInt8(truncatingIfNeeded: letter.scalar.value))
      } else {
        bytes.append(contentsOf: UTF8.encode(letter.scalar)!)
      }
    }
    endSegment()
    var runs: [StyledText.Run] = []
    for segment in segments {
      if let last = runs.last, last.style == segment.look.style {
        runs[runs.count - 1].bytes = last.bytes.lowerBound..<segment.bytes.upperBound
      } else {
        runs.append(StyledText.Run(bytes: segment.bytes, style: segment.look.style))
      }
    }
    self.init(
      styled: StyledText(
        text: String(decoding: bytes, as: UTF8.self), runs: runs, direction: direction),
      segments: segments, ideographs: ideographs)
  }
}

extension Composition {
  /// Stretches of code, whose columns keep their width.
  var code: [Range<Int>] {
    segments.filter { $0.look.tags.contains { $0.role == .code } }.map(\.bytes)
  }
}
