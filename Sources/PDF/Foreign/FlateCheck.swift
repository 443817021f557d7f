internal import CZlib

extension Objects {
  /// Whether what draws the page is as it was pressed. libqpdf does not mind a wrong check sum, as
  /// readers do not; but then bytes have changed, and what is drawn of them is anything.
  func isUnchanged(contentsOf page: Object) -> Bool {
    guard let contents = value("/Contents", of: page) else { return true }
    let parts = isStream(contents) ? [contents] : isArray(contents) ? items(of: contents) : []
    return parts.allSatisfy { part in
      guard isStream(part), let filter = value("/Filter", of: dictionary(of: part)) else {
        return true
      }
      let first = isArray(filter) ? items(of: filter).first : filter
      guard isName(first, "/FlateDecode"), var bytes = try? bytes(of: part, decoded: false) else {
        return true
      }
      return bytes.inflatesToItsEnd()
    }
  }
}

extension [UInt8] {
  /// What ends too early is for libqpdf to tell.
  fileprivate mutating func inflatesToItsEnd() -> Bool {
    // On the heap, because zlib remembers where it lies.
    let state = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    state.initialize(to: z_stream())
    defer { state.deallocate() }
    guard
      inflateInit_(state, zlibVersion(), Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return true }
    defer { inflateEnd(state) }
    return withUnsafeMutableBufferPointer { input in
      state.pointee.next_in = input.baseAddress
      state.pointee.avail_in = UInt32(input.count)
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 65_536) { output in
        while true {
          state.pointee.next_out = output.baseAddress
          state.pointee.avail_out = UInt32(output.count)
          let result = inflate(state, Z_NO_FLUSH)
          if result == Z_DATA_ERROR { return false }
          if result != Z_OK { return true }
        }
      }
    }
  }
}
