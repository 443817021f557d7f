internal import CPango
internal import Glibc
internal import Typesetting

/// A face as its file describes it.
struct Face {
  var name: FaceName
  /// All names of its family: "EB Garamond SemiBold" beside "EB Garamond".
  var families: [String]
  var file: FontFile

  func bears(_ asked: FaceName) -> Bool {
    asked.weight == name.weight && asked.isItalic == name.isItalic
      && families.contains(asked.family)
  }
}

/// A private configuration of fontconfig that knows the fonts of one folder.
///
/// Nothing of /etc/fonts is read: no aliases, no made-up bold, no fallback to what this machine
/// happens to have. Owns the `FcConfig`.
final class FontConfiguration {
  let handle: OpaquePointer
  /// Sorted by file.
  let faces: [Face]

  init(folder: FontFolder, cache: String?) throws(FontError) {
    for file in folder.files where !FontFileCheck.isWhole(file) {
      throw FontError(path: file, reason: .notAFont)
    }
    let handle = Self.cached(folder, cache: cache) ?? Self.read(folder)
    let faces = Self.faces(in: handle)
    let found = Set(faces.map(\.file.path))
    for file in folder.files where !found.contains(file) {
      FcConfigDestroy(handle)
      throw FontError(path: file, reason: .notAFont)
    }
    self.handle = handle
    self.faces = faces
    // Pango starts fontconfig's default configuration in a thread unless there is a current one.
    // Fontconfig keeps its own hold on it until another takes its place.
    FcConfigSetCurrent(handle)
  }

  deinit { FcConfigDestroy(handle) }

  func index(ofFile path: String, index: Int) -> Int? {
    faces.firstIndex { $0.file.path == path && $0.file.index == index }
  }

  /// Reads the files one by one, which needs no cache and says nothing on stderr.
  private static func read(_ folder: FontFolder) -> OpaquePointer {
    let configuration = FcConfigCreate()!
    for file in folder.files { FcConfigAppFontAddFile(configuration, file) }
    return configuration
  }

  /// Lets fontconfig scan the folder once and remember it; nil where that cannot be.
  private static func cached(_ folder: FontFolder, cache: String?) -> OpaquePointer? {
    guard let cache, !cache.isEmpty else { return nil }
    let place = cache + "/fonts-" + String(folder.fingerprint, radix: 16)
    // Fontconfig complains on stderr about a cache it cannot write and about control characters
    // in XML, so both are looked at beforehand.
    guard !(folder.path + place).utf8.contains(where: { $0 < 0x20 }), makeFolder(place),
      access(place, W_OK | X_OK) == 0
    else { return nil }
    let configuration = FcConfigCreate()!
    let refused = ["woff", "woff2", "pfa", "pfb", "cff", "dfont", "pcf", "bdf", "fon", "fnt", "gz"]
    let globs = refused.map { "<glob>*.\($0)</glob>" }.joined()
    let description = """
      <?xml version="1.0"?><fontconfig><dir>\(escaped(folder.path))</dir>\
      <cachedir>\(escaped(place))</cachedir>\
      <selectfont><rejectfont>\(globs)</rejectfont></selectfont></fontconfig>
      """
    guard FcConfigParseAndLoadFromMemory(configuration, description, 0) != 0,
      FcConfigBuildFonts(configuration) != 0
    else {
      FcConfigDestroy(configuration)
      return nil
    }
    return configuration
  }

  private static func makeFolder(_ path: String) -> Bool {
    var end = path.utf8.startIndex
    while end != path.utf8.endIndex {
      end =
        path.utf8[path.utf8.index(after: end)...].firstIndex(of: UInt8(ascii: "/"))
        ?? path.utf8.endIndex
      guard mkdir(String(path[..<end]), 0o755) == 0 || errno == EEXIST else { return false }
    }
    return true
  }

  private static func escaped(_ path: String) -> String {
    // Scalar by scalar: "<" with an accent on it would be another Character.
    path.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  private static func faces(in configuration: OpaquePointer) -> [Face] {
    var faces: [Face] = []
    for kind in [FcSetSystem, FcSetApplication] {
      guard let set = FcConfigGetFonts(configuration, kind)?.pointee else { continue }
      for position in 0..<Int(set.nfont) {
        if let pattern = set.fonts[position], let face = Face(pattern) { faces.append(face) }
      }
    }
    return faces.sorted {
      if $0.file.path.utf8.elementsEqual($1.file.path.utf8) {
        return $0.file.index < $1.file.index
      }
      return $0.file.path.utf8.lexicographicallyPrecedes($1.file.path.utf8)
    }
  }
}

extension Face {
  /// Nil for a variable font as a whole: only its named instances can be asked for.
  init?(_ pattern: OpaquePointer) {
    guard let file = FontFile(pattern) else { return nil }
    var variable: FcBool = 0
    FcPatternGetBool(pattern, FC_VARIABLE, 0, &variable)
    guard variable == 0 else { return nil }
    var families: [String] = []
    var name: UnsafeMutablePointer<FcChar8>?
    while FcPatternGetString(pattern, FC_FAMILY, Int32(families.count), &name) == FcResultMatch,
      let found = name
    {
      families.append(String(cString: found))
    }
    guard let family = families.first else { return nil }
    var weight = 80.0
    FcPatternGetDouble(pattern, FC_WEIGHT, 0, &weight)
    var slant: Int32 = 0
    FcPatternGetInteger(pattern, FC_SLANT, 0, &slant)
    self.init(
      name: FaceName(
        family: family, weight: Int(FcWeightToOpenTypeDouble(weight).rounded()),
        isItalic: slant > 0),
      families: families, file: file)
  }
}

extension FontFile {
  init?(_ pattern: OpaquePointer) {
    var path: UnsafeMutablePointer<FcChar8>?
    guard FcPatternGetString(pattern, FC_FILE, 0, &path) == FcResultMatch, let path
    else { return nil }
    var index: Int32 = 0
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index)
    self.init(path: String(cString: path), index: Int(index))
  }
}
