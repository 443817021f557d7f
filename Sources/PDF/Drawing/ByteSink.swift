internal import CCairo

/// Where Cairo's stream ends up. A class, because Cairo keeps its address; it lives as long as what
/// writes to it.
final class ByteSink {
  private(set) var bytes: [UInt8] = []

  /// To be handed to Cairo with the sink's address.
  static let write: cairo_write_func_t = { sink, bytes, count in
    guard let sink, let bytes else { return CAIRO_STATUS_WRITE_ERROR }
    let buffer = UnsafeBufferPointer(start: bytes, count: Int(count))
    Unmanaged<ByteSink>.fromOpaque(sink).takeUnretainedValue().bytes.append(contentsOf: buffer)
    return CAIRO_STATUS_SUCCESS
  }
}
