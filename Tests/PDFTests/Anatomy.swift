import Foundation
import PDF
import TestSupport
import Testing

/// A file taken apart by qpdf: its objects, its structure, and what each of its elements says.
final class Anatomy {
  typealias Dictionary = [String: Any]

  struct Element {
    var type: String
    var parent: Int?
    var children: [Int] = []
    /// Pages and numbers of its marked contents, its children's left out.
    var contents: [(page: Int, number: Int)] = []
    /// The numbers of the objects of its annotations.
    var annotations: [String] = []
    var entries: Dictionary
    /// What it says, with what its children say.
    var words = ""
  }

  let objects: Dictionary
  let catalog: Dictionary
  private(set) var pages: [Dictionary] = []
  private(set) var readings: [ContentReading] = []
  private(set) var elements: [Element] = []
  /// What is said, piece by piece as it is read, with the element that holds it.
  private var parts: [(element: Int, words: String)] = []
  private var pageNumbers: [String: Int] = [:]

  init(_ bytes: [UInt8]) throws {
    let json = try Inspection(bytes).run(
      "qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", "@")
    let whole = try #require(
      JSONSerialization.jsonObject(with: Data(json.bytes)) as? Dictionary)
    objects = try #require((whole["qpdf"] as? [Any])?.last as? Dictionary)
    let trailer = (objects["trailer"] as? Dictionary)?["value"] as? Dictionary
    let root = try #require(trailer?["/Root"] as? String)
    catalog = try #require((objects["obj:\(root)"] as? Dictionary)?["value"] as? Dictionary)
    for page in try #require(whole["pages"] as? [Dictionary]) {
      let reference = try #require(page["object"] as? String)
      pageNumbers[reference] = pages.count
      let entries = try #require(value(reference) as? Dictionary)
      pages.append(entries)
      readings.append(read(entries))
    }
    if let root = value(catalog["/StructTreeRoot"]) as? Dictionary {
      for child in list(root["/K"]) { walk(child, parent: nil, page: nil) }
    }
  }

  // MARK: Objects

  /// What a reference leads to; the entries of a stream.
  func value(_ object: Any?) -> Any? {
    guard let reference = object as? String, reference.hasSuffix(" R"),
      let found = objects["obj:\(reference)"] as? Dictionary
    else { return object }
    return found["value"] ?? (found["stream"] as? Dictionary)?["dict"]
  }

  func dictionary(_ object: Any?) -> Dictionary { value(object) as? Dictionary ?? [:] }

  func list(_ object: Any?) -> [Any] {
    let value = value(object)
    return value as? [Any] ?? (value == nil ? [] : [object!])
  }

  /// A text string, without the mark of its kind.
  func text(_ object: Any?) -> String? {
    (value(object) as? String).map { String($0.dropFirst(2)) }
  }

  func name(_ object: Any?) -> String? { (value(object) as? String).map { String($0.dropFirst()) } }

  func data(_ object: Any?) -> [UInt8] {
    guard let reference = object as? String,
      let stream = (objects["obj:\(reference)"] as? Dictionary)?["stream"] as? Dictionary,
      let text = stream["data"] as? String, let data = Data(base64Encoded: text)
    else { return [] }
    return Array(data)
  }

  /// The entries of all streams and dictionaries of that type.
  func all(ofType type: String) -> [Dictionary] {
    objects.keys.sorted().compactMap { key in
      let entries = dictionary(key.dropFirst(4).description)
      return entries["/Type"] as? String == "/\(type)" ? entries : nil
    }
  }

  /// The contents of the drawings that pages show by name.
  var forms: [[UInt8]] {
    objects.keys.sorted().compactMap { key in
      let reference = key.dropFirst(4).description
      return dictionary(reference)["/Subtype"] as? String == "/Form" ? data(reference) : nil
    }
  }

  // MARK: Pages

  private func read(_ page: Dictionary) -> ContentReading {
    let fonts = dictionary(dictionary(page["/Resources"])["/Font"])
    return ContentReading(
      list(page["/Contents"]).flatMap(data),
      fonts: fonts.reduce(into: [:]) { result, font in
        let entries = dictionary(font.value)
        let table = LetterTable(
          String(decoding: data(entries["/ToUnicode"]), as: UTF8.self),
          codeLength: entries["/Subtype"] as? String == "/Type0" ? 2 : 1)
        result[String(font.key.dropFirst())] = table.text
      })
  }

  // MARK: Structure

  private func walk(_ object: Any, parent: Int?, page: Int?) {
    let entries = dictionary(object)
    let index = elements.count
    elements.append(Element(type: name(entries["/S"]) ?? "?", parent: parent, entries: entries))
    if let parent { elements[parent].children.append(index) }
    let page = (entries["/Pg"] as? String).flatMap { pageNumbers[$0] } ?? page
    for child in list(entries["/K"]) {
      if let number = child as? Int {
        add(number, on: page, to: index)
        continue
      }
      let inner = dictionary(child)
      let innerPage = (inner["/Pg"] as? String).flatMap { pageNumbers[$0] } ?? page
      switch name(inner["/Type"]) {
      case "MCR": add(inner["/MCID"] as? Int ?? -1, on: innerPage, to: index)
      case "OBJR": elements[index].annotations.append(inner["/Obj"] as? String ?? "")
      default:
        let first = elements.count
        walk(child, parent: index, page: nil)
        elements[index].words += elements[first].words
      }
    }
  }

  private func add(_ number: Int, on page: Int?, to element: Int) {
    let page = page ?? -1
    elements[element].contents.append((page, number))
    guard readings.indices.contains(page) else { return }
    let words = readings[page].words[.content(number)] ?? ""
    elements[element].words += words
    parts.append((element, words))
  }

  /// What each element says itself, without the titles that the contents repeat.
  var inReadingOrder: [(ownWords: String, isContents: Bool)] {
    func isContents(_ index: Int?) -> Bool {
      index.map { elements[$0].type == "TOC" || isContents(elements[$0].parent) } ?? false
    }
    return parts.map { ($0.words, isContents($0.element)) }
  }

  /// The tree with what it says, drawn as lines: what stands in an element of its own is indented.
  var outline: String {
    func depth(_ index: Int) -> Int { elements[index].parent.map { depth($0) + 1 } ?? 0 }
    return elements.indices.map { index in
      let element = elements[index]
      let isLeaf = element.children.isEmpty
      return String(repeating: "  ", count: depth(index)) + element.type
        + (isLeaf ? " \"\(element.words)\"" : "") + "\n"
    }.joined()
  }
}

extension Anatomy {
  /// What the rules of PDF/UA ask, read from the file itself.
  var facts: AccessFacts {
    var facts = AccessFacts()
    facts.title = metadata(of: "dc:title")
    facts.language = text(catalog["/Lang"])
    facts.isMarked = dictionary(catalog["/MarkInfo"])["/Marked"] as? Bool == true
    facts.isSuspect = dictionary(catalog["/MarkInfo"])["/Suspects"] as? Bool == true
    facts.showsTitle =
      dictionary(catalog["/ViewerPreferences"])["/DisplayDocTitle"] as? Bool == true
    facts.hasMetadata = name(dictionary(catalog["/Metadata"])["/Type"]) == "Metadata"
    facts.elements = elements.map(element)
    facts.pages = pages.indices.map(page)
    for (index, page) in pages.enumerated() {
      for annotation in list(page["/Annots"]) { facts.links.append(link(annotation, on: index)) }
    }
    for font in all(ofType: "Font") {
      let descendants = list(font["/DescendantFonts"])
      let described = descendants.first.map { dictionary($0) } ?? font
      let descriptor = dictionary(described["/FontDescriptor"])
      // Those that are parts of others say nothing themselves.
      guard name(font["/Subtype"])?.hasPrefix("CIDFont") == false else { continue }
      facts.fonts.append(
        AccessFacts.Font(
          name: name(font["/BaseFont"]) ?? "?",
          isEmbedded: descriptor.keys.contains { $0.hasPrefix("/FontFile") },
          saysItsLetters: !data(font["/ToUnicode"]).isEmpty,
          numbersItsGlyphs: name(described["/Subtype"]) != "CIDFontType2"
            || described["/CIDToGIDMap"] != nil))
    }
    return facts
  }

  private func element(_ element: Element) -> AccessFacts.Element {
    var fact = AccessFacts.Element(type: element.type, parent: element.parent)
    fact.children = element.children
    fact.holdsContents = !element.contents.isEmpty
    fact.alternative = text(element.entries["/Alt"])
    fact.spoken = text(element.entries["/ActualText"])
    fact.language = text(element.entries["/Lang"])
    fact.identifier = text(element.entries["/ID"])
    for attributes in list(element.entries["/A"]) {
      let entries = dictionary(attributes)
      fact.scope = name(entries["/Scope"]) ?? fact.scope
      fact.numbering = name(entries["/ListNumbering"]) ?? fact.numbering
    }
    return fact
  }

  private func page(_ index: Int) -> AccessFacts.Page {
    var fact = AccessFacts.Page()
    fact.unmarkedContents = readings[index].drawings[.unmarked] ?? 0
    fact.mixedMarks = readings[index].mixedMarks
    let held = elements.flatMap(\.contents).filter { $0.page == index }.map(\.number)
    // Each is held once, and the page's own list leads back to who holds it.
    fact.orphanContents =
      held.sorted() == readings[index].contents.sorted()
        && Set(held).count == held.count && parents(ofContentsOn: index) == held.count ? 0 : 1
    fact.hasAnnotations = !list(pages[index]["/Annots"]).isEmpty
    fact.tabs = name(pages[index]["/Tabs"])
    return fact
  }

  /// How many contents of a page lead to the element that holds them.
  private func parents(ofContentsOn page: Int) -> Int {
    let parents = list(parent(numbered: pages[page]["/StructParents"] as? Int))
    return elements.reduce(0) { sum, element in
      sum
        + element.contents.filter { content in
          content.page == page && parents.indices.contains(content.number)
            && NSDictionary(dictionary: dictionary(parents[content.number]))
              == NSDictionary(dictionary: element.entries)
        }.count
    }
  }

  func parent(numbered number: Int?) -> Any? {
    let root = dictionary(catalog["/StructTreeRoot"])
    let numbers = list(dictionary(root["/ParentTree"])["/Nums"])
    guard let number,
      let place = stride(from: 0, to: numbers.count, by: 2).first(where: {
        numbers[$0] as? Int == number
      })
    else { return nil }
    return numbers[place + 1]
  }

  private func link(_ annotation: Any, on page: Int) -> AccessFacts.Link {
    let entries = dictionary(annotation)
    let holder = elements.first { $0.annotations.contains(annotation as? String ?? "") }
    let parent = dictionary(parent(numbered: entries["/StructParent"] as? Int))
    let agree = name(parent["/S"]) == holder?.type
    return AccessFacts.Link(
      page: page + 1, elementType: agree ? holder?.type : nil,
      description: text(entries["/Contents"]))
  }

  /// What a property of the XMP says, without its markup.
  func metadata(of property: String) -> String? {
    let packet = String(decoding: data(catalog["/Metadata"]), as: UTF8.self)
    guard let start = packet.range(of: "<\(property)>"),
      let end = packet.range(of: "</\(property)>")
    else { return nil }
    return packet[start.upperBound..<end.lowerBound].split(separator: ">").compactMap {
      $0.first == "<" ? nil : $0.split(separator: "<").first.map(String.init)
    }.first
  }
}
