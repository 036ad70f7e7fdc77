// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "logitscope",
  products: [
    .library(name: "LogitModel", targets: ["LogitModel"]),
    .executable(name: "logitscope", targets: ["logitscope"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    .target(name: "CNcurses"),
    .target(name: "CSoftmax"),
    .target(
      name: "LogitModel",
      dependencies: ["CSoftmax", .product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: strict
    ),
    .target(name: "TerminalUI", swiftSettings: strict),
    .target(
      name: "ProblemFiles",
      dependencies: [
        "LogitModel",
        .product(name: "SwiftCSV", package: "SwiftCSV"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "Lessons",
      dependencies: ["LogitModel", "ProblemFiles"],
      resources: [.embedInCode("Bundled"), .embedInCode("Template.yaml")],
      swiftSettings: strict
    ),
    .target(
      name: "Explorer",
      dependencies: ["Lessons", "LogitModel", "TerminalUI"],
      swiftSettings: strict
    ),
    .target(
      name: "NcursesTerminal",
      dependencies: ["TerminalUI", "CNcurses"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "logitscope",
      dependencies: [
        "Explorer", "Lessons", "LogitModel", "NcursesTerminal", "ProblemFiles", "TerminalUI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "LogitModelTests",
      dependencies: ["LogitModel", .product(name: "RealModule", package: "swift-numerics")],
      resources: [.copy("Resources")],
      swiftSettings: strict
    ),
    .testTarget(name: "TerminalUITests", dependencies: ["TerminalUI"], swiftSettings: strict),
    .testTarget(
      name: "ProblemFilesTests",
      dependencies: ["ProblemFiles", "LogitModel"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "LessonsTests",
      dependencies: ["Lessons", "LogitModel", "ProblemFiles"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ExplorerTests",
      dependencies: ["Explorer", "Lessons", "LogitModel", "ProblemFiles", "TerminalUI"],
      exclude: ["Snapshots"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "NcursesTerminalTests",
      dependencies: ["CNcurses", "NcursesTerminal", "TerminalUI"],
      swiftSettings: strict
    ),
    // These two start the built program as a person would.
    .testTarget(name: "CommandTests", dependencies: ["logitscope"], swiftSettings: strict),
    .testTarget(name: "EndToEndTests", dependencies: ["logitscope"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
