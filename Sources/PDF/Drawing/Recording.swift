internal import CCairo
internal import Synchronization

/// What librsvg drew when a picture was tried, kept for the first document that shows it: most runs
/// draw one. Cairo's surface belongs to one document at a time, hence it is taken and not shared.
final class Recording: Sendable {
  /// The surface's address; 0 once it is taken.
  private let address: Atomic<UInt>

  init(_ surface: OpaquePointer) {
    address = Atomic(UInt(bitPattern: surface))
  }

  deinit {
    if let surface = take() { cairo_surface_destroy(surface) }
  }

  /// The caller destroys it; nil for all but the first.
  func take() -> OpaquePointer? {
    OpaquePointer(bitPattern: address.exchange(0, ordering: .acquiringAndReleasing))
  }
}
