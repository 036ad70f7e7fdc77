// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who builds logitscope builds what measures it.
let package = Package(
  name: "LogitModelBenchmarks",
  platforms: [.macOS(.v13)],
  dependencies: [
    .package(name: "logitscope", path: "../.."),
    // Exact, because compare.py reads what it prints; without its counts of allocations, which would
    // slow down what is measured.
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "LogitModelBenchmarks",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "LogitModel", package: "logitscope"),
      ],
      path: "Benchmarks/LogitModelBenchmarks",
      swiftSettings: [.treatAllWarnings(as: .error)],
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    )
  ],
  swiftLanguageModes: [.v6]
)
