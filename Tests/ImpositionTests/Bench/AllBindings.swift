import Geometry
import Imposition
import Testing

/// A binding and a name a person can read.
struct NamedBinding: CustomTestStringConvertible, Sendable {
  var name: String
  var binding: Binding
  var testDescription: String { name }
}

extension NamedBinding {
  private static func named(
    _ name: String, _ style: Binding.Style, paper: Paper = .a4, page: Paper = .a6,
    _ change: (inout Binding) -> Void = { _ in }
  ) -> NamedBinding {
    var binding = Binding(style: style, paper: paper, pageSize: page.size)
    change(&binding)
    return NamedBinding(name: name, binding: binding)
  }

  /// Every way to fold, cut and gather, bound on the left, for a printer that flips the short edge.
  static let all: [NamedBinding] = [
    named("saddle", .saddleStitch, page: .a5),
    named("saddle, blanks at the end", .saddleStitch, page: .a5) { $0.blanks = .atTheEnd },
    named("saddle, cover, flyleaves", .saddleStitch, page: .a5) {
      $0.cover = .ownSheet(.a4)
      $0.flyleaves = 1
    },
    named("saddle, A4 pages made smaller", .saddleStitch, page: .a4) { $0.scale = 0.7 },
    named("signatures of 2", .signatures(.sheets(2)), page: .a5),
    named("signatures, evened, cover", .signatures(.evened(atMost: 4)), page: .a5) {
      $0.cover = .ownSheet(.a4)
    },
    named("signatures, 20 to 60 pages", .signatures(.pages(20...60)), paper: .a3, page: .a4),
    named("quarto, together", .quarto(.together, .oneSignature)),
    named("quarto, singly", .quarto(.singly, .oneSignature)),
    named("quarto, together, of 3", .quarto(.together, .sheets(3))),
    named("quarto, singly, evened", .quarto(.singly, .evened(atMost: 2))),
    named("octavo, together", .octavo(.together, .oneSignature), page: .a7),
    named("octavo, singly", .octavo(.singly, .oneSignature), page: .a7),
    named("octavo, together, evened", .octavo(.together, .evened(atMost: 2)), page: .a7),
    named("octavo, singly, of 2", .octavo(.singly, .sheets(2)), page: .a7),
    named("cut and stack", .cutAndStack, page: .a6),
    named("cut and stack, A5", .cutAndStack, page: .a5),
    named("cut and stack, A7 on A4", .cutAndStack, page: .a7) { $0.blanks = .atTheEnd },
    named("strips, two copies", .cutSaddle(.twoCopies)),
    named("strips, stacked", .cutSaddle(.stacked)),
    named("strips, nested", .cutSaddle(.nested)),
    named("perfect leaves, cover", .perfectLeaves, page: .a5) { $0.cover = .ownSheet(.a3) },
    named("perfect, gathered", .perfectGathered(.sheets(4)), page: .a5),
    named("perfect, gathered, cover", .perfectGathered(.evened(atMost: 3)), page: .a5) {
      $0.cover = .ownSheet(.a3)
      $0.flyleaves = 2
    },
  ]

  static let zines: [NamedBinding] = [
    named("zine, heads at the middle", .miniZine(.atTheMiddle), page: .a7),
    named("zine, heads at the edges", .miniZine(.atTheEdges), page: .a7),
  ]

  /// Bound at each edge that the binding can be bound at, for printers that flip either edge.
  var everyEdgeAndFlip: [NamedBinding] {
    let edges: [Binding.BoundEdge] = canBeBoundAtTheTop ? [.left, .right, .top] : [.left, .right]
    return edges.flatMap { edge in
      [PrinterProfile.Flip.shortEdge, .longEdge].map { flip in
        var variant = self
        variant.binding.boundEdge = edge
        variant.binding.printer.flip = flip
        // Two pages stand one above the other on a sheet or a cover that is folded at the top.
        if edge == .top, isFoldedOnce || binding.style == .perfectLeaves {
          variant.binding.pageSize = binding.pageSize.turned
        }
        variant.name += ", \(edge), \(flip)"
        return variant
      }
    }
  }

  private var canBeBoundAtTheTop: Bool {
    switch binding.style {
    case .saddleStitch, .signatures, .perfectGathered, .perfectLeaves, .cutAndStack: true
    case .quarto, .octavo, .cutSaddle, .miniZine: false
    }
  }
}
