internal import CQPDF

/// A PDF as a graph of objects: libqpdf's, owned here alone. An object is a number that means
/// nothing in another file.
///
/// libqpdf keeps an error until it is asked for and answers with null or nothing meanwhile: `check`
/// asks before an answer is relied upon, and when the file is written.
struct Objects: ~Copyable {
  typealias Object = qpdf_oh

  private var data: qpdf_data?
  private var forgives = false

  /// Of an empty file, of that version of PDF.
  init(version: String) throws(DrawingError) {
    self.init()
    qpdf_empty_pdf(data)
    self.version = version
    try check()
  }

  /// Of a finished file, whose bytes stay where they are for as long as this lives: they are read
  /// when they are asked for. Damage is an error; libqpdf would guess what was meant.
  ///
  /// - Parameter forgiving: whether what libqpdf only warns of is passed over.
  init(of file: UnsafeBufferPointer<UInt8>, forgiving: Bool = false) throws(DrawingError) {
    self.init()
    forgives = forgiving
    qpdf_set_attempt_recovery(data, 0)
    file.withMemoryRebound(to: CChar.self) {
      _ = qpdf_read_memory(data, "", $0.baseAddress, UInt64($0.count), nil)
    }
    try check()
    version = String(cString: qpdf_get_pdf_version(data))
    // From here on every page has its own resources and size, even if it shared its parent's.
    qpdf_push_inherited_attributes_to_page(data)
    pageCount = Int(qpdf_get_num_pages(data))
    try check()
  }

  /// Of a file that others made, whose bytes stay where they are for as long as this lives. What is
  /// damaged is mended as far as libqpdf can, and said in `takeWarnings`. Pages keep what they share
  /// with their parents there.
  init(mending file: UnsafeBufferPointer<UInt8>) throws(ForeignFault) {
    self.init()
    forgives = true
    file.withMemoryRebound(to: CChar.self) {
      _ = qpdf_read_memory(data, "", $0.baseAddress, UInt64($0.count), nil)
    }
    if qpdf_has_error(data) != 0 {
      let error = qpdf_get_error(data)
      throw qpdf_get_error_code(data, error) == qpdf_e_password
        ? .password : .damaged(String(cString: qpdf_get_error_message_detail(data, error)))
    }
    // Looked at first, for whoever may not print it need not know what is wrong with it.
    isLocked = qpdf_is_encrypted(data) != 0
    if isLocked {
      guard qpdf_allow_print_low_res(data) != 0 else { throw .printingForbidden }
      guard qpdf_allow_print_high_res(data) != 0 else { throw .finePrintingForbidden }
    }
    version = String(cString: qpdf_get_pdf_version(data))
    pageCount = Int(qpdf_get_num_pages(data))
    if qpdf_has_error(data) != 0 {
      let error = qpdf_get_error(data)
      throw .damaged(String(cString: qpdf_get_error_message_detail(data, error)))
    }
  }

  private init() {
    data = qpdf_init()
    // Reported as errors of our own, never on the standard error stream.
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, 1)
  }

  deinit {
    var data = data
    qpdf_cleanup(&data)
  }

  private(set) var version = ""
  /// Whether the file that was read is encrypted and says what may be done with it.
  private(set) var isLocked = false
  /// Of the file that was read.
  private(set) var pageCount = 0

  var catalog: Object { qpdf_get_root(data) }
  var trailer: Object { qpdf_get_trailer(data) }

  func check() throws(DrawingError) {
    let hasWarnings = !forgives && qpdf_more_warnings(data) != 0
    guard qpdf_has_error(data) != 0 || hasWarnings else { return }
    let error = qpdf_has_error(data) != 0 ? qpdf_get_error(data) : qpdf_next_warning(data)
    throw .objects(String(cString: qpdf_get_error_message_detail(data, error)))
  }

  /// What libqpdf had to put up with since it was last asked, in its own words.
  func takeWarnings() -> [String] {
    var warnings: [String] = []
    while qpdf_more_warnings(data) != 0 {
      let warning = qpdf_next_warning(data)
      warnings.append(String(cString: qpdf_get_error_message_detail(data, warning)))
    }
    return warnings
  }

  // MARK: Reading

  /// Counted from 0.
  func page(_ index: Int) -> Object { qpdf_get_page_n(data, index) }

  /// Nil where the dictionary has no such key.
  func value(_ key: String, of dictionary: Object) -> Object? {
    qpdf_oh_has_key(data, dictionary, key) != 0 ? qpdf_oh_get_key(data, dictionary, key) : nil
  }

  func keys(of dictionary: Object) -> [String] {
    qpdf_oh_begin_dict_key_iter(data, dictionary)
    var keys: [String] = []
    while qpdf_oh_dict_more_keys(data) != 0 {
      keys.append(String(cString: qpdf_oh_dict_next_key(data)))
    }
    return keys
  }

  func items(of array: Object) -> [Object] {
    (0..<qpdf_oh_get_array_n_items(data, array)).map { qpdf_oh_get_array_item(data, array, $0) }
  }

  func numbers(_ array: Object) -> [Double] { items(of: array).map { number($0) ?? 0 } }

  /// Nil for what is no number.
  func number(_ object: Object) -> Double? {
    qpdf_oh_is_number(data, object) != 0 ? qpdf_oh_get_numeric_value(data, object) : nil
  }

  func isStream(_ object: Object) -> Bool { qpdf_oh_is_stream(data, object) != 0 }
  func isArray(_ object: Object) -> Bool { qpdf_oh_is_array(data, object) != 0 }
  func isDictionary(_ object: Object) -> Bool { qpdf_oh_is_dictionary(data, object) != 0 }

  func isName(_ object: Object?, _ name: String) -> Bool {
    object.map { qpdf_oh_is_name_and_equals(data, $0, name) != 0 } ?? false
  }

  /// Its number in its file; nil for what stands within another object.
  func number(of object: Object) -> Int? {
    qpdf_oh_is_indirect(data, object) != 0 ? Int(qpdf_oh_get_object_id(data, object)) : nil
  }

  /// What draws the page, decoded; several streams as one, as the page would show them.
  func contents(of page: Object) throws(DrawingError) -> [UInt8] {
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    qpdf_oh_get_page_content_data(data, page, &bytes, &count)
    defer { free(bytes) }
    try check()
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// Whether what draws the page can be decoded to its end. Whoever asks has taken the warnings
  /// that were there before.
  func canDecode(contentsOf page: Object) -> Bool {
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    qpdf_oh_get_page_content_data(data, page, &bytes, &count)
    free(bytes)
    let isWhole = qpdf_has_error(data) == 0 && qpdf_more_warnings(data) == 0
    if qpdf_has_error(data) != 0 { _ = qpdf_get_error(data) }
    _ = takeWarnings()
    return isWhole
  }

  /// - Parameter decoded: whether what was compressed is wanted as it was before.
  func bytes(
    of stream: Object, decoded: Bool, fully: Bool = false
  ) throws(DrawingError) -> [UInt8] {
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    qpdf_oh_get_stream_data(
      data, stream, decoded ? (fully ? qpdf_dl_all : qpdf_dl_generalized) : qpdf_dl_none, nil,
      &bytes, &count)
    defer { free(bytes) }
    try check()
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// As it stands in the file, with the filters that its dictionary names.
  func copy(ofStream stream: Object) throws(DrawingError) -> Object {
    let dictionary = dictionary(of: stream)
    let copy = self.stream(try bytes(of: stream, decoded: false))
    for key in ["/Filter", "/DecodeParms"] {
      if let value = value(key, of: dictionary) { set(key, value, in: self.dictionary(of: copy)) }
    }
    return copy
  }

  /// Nil for what is no name; with its slash.
  func name(_ object: Object) -> String? {
    qpdf_oh_is_name(data, object) != 0 ? String(cString: qpdf_oh_get_name(data, object)) : nil
  }

  /// Nil for what is no text.
  func words(_ object: Object) -> String? {
    qpdf_oh_is_string(data, object) != 0
      ? String(cString: qpdf_oh_get_utf8_value(data, object)) : nil
  }

  /// As a file would say it, wherever it stands.
  func text(_ object: Object) -> String { String(cString: qpdf_oh_unparse_resolved(data, object)) }

  // MARK: Making

  /// A dictionary, array or whatever the text says.
  func object(_ text: String) -> Object { qpdf_oh_parse(data, text) }

  func stream(_ bytes: [UInt8]) -> Object {
    let stream = qpdf_oh_new_stream(data)
    let null = qpdf_oh_new_null(data)
    qpdf_oh_replace_stream_data(data, stream, bytes, bytes.count, null, null)
    return stream
  }

  func compressedStream(_ bytes: [UInt8]) -> Object {
    let stream = stream(Deflater().deflated(bytes))
    set("/Filter", object("/FlateDecode"), in: dictionary(of: stream))
    return stream
  }

  func dictionary(of stream: Object) -> Object { qpdf_oh_get_dict(data, stream) }

  func set(_ key: String, _ value: Object, in dictionary: Object) {
    qpdf_oh_replace_key(data, dictionary, key, value)
  }

  func remove(_ key: String, from dictionary: Object) {
    qpdf_oh_remove_key(data, dictionary, key)
  }

  /// With all that it refers to; what was copied before is referred to where it is.
  func copy(_ object: Object, of other: borrowing Objects) -> Object {
    // libqpdf copies nothing that stands within another object.
    qpdf_oh_copy_foreign_object(data, other.data, other.standalone(object))
  }

  /// The same with a number of its own, if it stood within another.
  func standalone(_ object: Object) -> Object {
    number(of: object) == nil ? qpdf_make_indirect_object(data, object) : object
  }

  func appendPage(_ page: Object) { qpdf_add_page(data, data, page, 0) }

  // MARK: Writing

  /// Whatever the catalog leads to, streams byte by byte as they were.
  ///
  /// - Parameter packing: whether objects are packed and compressed together, which takes time.
  consuming func finish(packing: Bool = false) throws(DrawingError) -> [UInt8] {
    try check()
    qpdf_init_write_memory(data)
    qpdf_set_object_stream_mode(data, packing ? qpdf_o_generate : qpdf_o_disable)
    qpdf_set_stream_data_mode(data, qpdf_s_preserve)
    qpdf_set_minimum_pdf_version(data, version)
    // The identifier is made of the contents and not of the clock.
    qpdf_set_deterministic_ID(data, 1)
    qpdf_write(data)
    try check()
    return Array(
      UnsafeBufferPointer(start: qpdf_get_buffer(data), count: qpdf_get_buffer_length(data)))
  }
}
