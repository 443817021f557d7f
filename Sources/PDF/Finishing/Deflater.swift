internal import CZlib

/// zlib's state, kept from one stream to the next, for each new one costs as much as a page.
final class Deflater {
  // On the heap, because zlib remembers where it lies.
  private let state = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

  /// Of 9. The next two would take a third longer again, for 4 % of a book's pages and 2 % of the
  /// file.
  private static let effort: Int32 = 4

  init() {
    state.initialize(to: z_stream())
    deflateInit_(state, Self.effort, zlibVersion(), Int32(MemoryLayout<z_stream>.size))
  }

  deinit {
    deflateEnd(state)
    state.deallocate()
  }

  func deflated(_ bytes: [UInt8]) -> [UInt8] {
    deflateReset(state)
    let most = Int(deflateBound(state, UInt(bytes.count)))
    return Array(unsafeUninitializedCapacity: most) { room, count in
      bytes.withUnsafeBufferPointer { bytes in
        // zlib only reads what comes in; its header does not say so.
        state.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
        state.pointee.avail_in = UInt32(bytes.count)
        state.pointee.next_out = room.baseAddress
        state.pointee.avail_out = UInt32(most)
        deflate(state, Z_FINISH)
      }
      count = most - Int(state.pointee.avail_out)
    }
  }
}
