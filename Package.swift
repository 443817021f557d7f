// swift-tools-version: 6.1
import PackageDescription

// "make check" lets no warning pass in our own targets; packages' warnings are not ours to mend.
let warnings: [SwiftSetting] =
  Context.environment["LIVRET_WARNINGS"] == "errors"
  ? [.unsafeFlags(["-warnings-as-errors"])] : []

// The floors of the house: a target may only use targets below it.
// Floors 0 to 2 are pure: values in, values out, no C library, no file, no clock.
let house: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + warnings

// What pkg-config says of Pango and librsvg holds -pthread, at which SwiftPM warns on every build.
// It comes with GIO alone: we ask for what they stand on, and name their own folders, which are
// the same on every Debian.
func headers(in folders: String...) -> [SwiftSetting] {
  [.unsafeFlags(folders.flatMap { ["-Xcc", "-I/usr/include/\($0)"] })]
}

func room(
  _ name: String, uses below: [Target.Dependency] = [], holding resources: [Resource] = [],
  reading headers: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: below, resources: resources, swiftSettings: house + headers)
}

func tests(_ name: String, of rooms: [Target.Dependency], resources: [Resource] = []) -> Target {
  .testTarget(
    name: name, dependencies: rooms, exclude: [], resources: resources, swiftSettings: house)
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "livret",
  products: [.executable(name: "livret", targets: ["livret"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Floor 7
    .executableTarget(
      name: "livret",
      dependencies: [
        "Workshop", "Markdown", "Typesetting", "Web", "Localization", "Diagnostics",
        argumentParser,
      ],
      swiftSettings: house),
    // Floor 5
    room(
      "Workshop",
      uses: [
        "Diagnostics", "Geometry", "Markdown", "Typesetting", "Imposition", "Localization",
        "Proofreading", "Fonts", "Codes", "PDF", yams,
      ], holding: [.embedInCode("Locales")]),
    // Floor 4
    room(
      "PDF",
      uses: [
        "Diagnostics", "Geometry", "Typesetting", "Imposition", "CCairo", "CRSVG", "CQPDF", "CZlib",
      ],
      reading: headers(in: "librsvg-2.0", "gdk-pixbuf-2.0")),
    // Floor 3
    room(
      "Fonts", uses: ["Diagnostics", "Geometry", "Typesetting", "CPango", "CHyphen"],
      reading: headers(in: "pango-1.0")),
    room("Codes", uses: ["Typesetting", "CQREncode"]),
    // Floor 2
    room("Typesetting", uses: ["Diagnostics", "Geometry", "Markdown"]),
    room("Web", uses: ["Diagnostics", "Markdown"]),
    room("Localization", uses: ["Diagnostics", "Markdown"]),
    room("Proofreading", uses: ["Diagnostics", "Markdown"]),
    // Floor 1
    room("Markdown", uses: ["Diagnostics"]),
    room("Imposition", uses: ["Geometry"]),
    // Floor 0
    room("Diagnostics"),
    room("Geometry"),

    // The C libraries, each let in by one room only.
    .systemLibrary(
      name: "CPango", path: "Sources/CLibraries/CPango", pkgConfig: "cairo-ft harfbuzz",
      providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(
      name: "CCairo", path: "Sources/CLibraries/CCairo", pkgConfig: "cairo-ft",
      providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(
      name: "CRSVG", path: "Sources/CLibraries/CRSVG", pkgConfig: "cairo-ft",
      providers: [.apt(["librsvg2-dev"])]),
    .systemLibrary(
      name: "CQPDF", path: "Sources/CLibraries/CQPDF", pkgConfig: "libqpdf",
      providers: [.apt(["libqpdf-dev"])]),
    .systemLibrary(
      name: "CQREncode", path: "Sources/CLibraries/CQREncode", pkgConfig: "libqrencode",
      providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(
      name: "CZlib", path: "Sources/CLibraries/CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"])]),
    // libhyphen ships no pkg-config file; the module map names the library to link.
    .systemLibrary(
      name: "CHyphen", path: "Sources/CLibraries/CHyphen",
      providers: [.apt(["libhyphen-dev"])]),

    .target(
      name: "TestSupport", dependencies: ["Diagnostics"], path: "Tests/Support",
      swiftSettings: house),
    tests("DiagnosticsTests", of: ["Diagnostics", "TestSupport"]),
    tests("GeometryTests", of: ["Geometry"]),
    tests("ImpositionTests", of: ["Imposition", "Geometry"]),
    tests(
      "TypesettingTests",
      of: ["Typesetting", "Markdown", "Diagnostics", "Geometry", "Workshop", "Fonts"],
      resources: [.copy("Goldens")]),
    tests("FontsTests", of: ["Fonts", "Typesetting", "Geometry", "Diagnostics"]),
    tests("CodesTests", of: ["Codes", "Typesetting"]),
    tests("PictureHeaderTests", of: ["Geometry", "Typesetting"]),
    // Whole books are made too, to be read aloud from their files.
    tests(
      "PDFTests",
      of: [
        "PDF", "Geometry", "Typesetting", "Imposition", "CCairo", "Workshop", "TestSupport",
      ]),
    tests(
      "MarkdownTests", of: ["Markdown", "Web", "Diagnostics", "TestSupport"],
      resources: [.copy("Specs")]),
    tests("LocalizationTests", of: ["Localization", "Markdown", "Diagnostics", "TestSupport"]),
    tests("ProofreadingTests", of: ["Proofreading", "Markdown", "Diagnostics", "TestSupport"]),
    tests(
      "WorkshopTests",
      of: [
        "Workshop", "Typesetting", "Imposition", "Localization", "Geometry", "Diagnostics", "Fonts",
        "PDF", "TestSupport",
      ]),
    tests("CommandTests", of: ["livret", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)
