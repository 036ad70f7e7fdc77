import Benchmark

private let sizes = [10, 100, 1_000, 50_257, 262_144, 1_000_000]
private let target = 3

/// Work that a benchmark changes in place from sample to sample.
private final class Box<Work> {
  var work: Work

  init(_ work: Work) { self.work = work }
}

/// A name says what is measured, over how many classes, and how many times in one sample: a sample
/// is long enough that reading the clock costs next to nothing.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock],
    warmupIterations: 20,
    maxDuration: .milliseconds(300),
    maxIterations: 100_000
  )
  for classes in sizes {
    let times = max(1, 10_000 / classes)
    Benchmark("full/\(classes)/\(times)") { _, box in
      try box.work.run(times: times)
    } setup: {
      Box(FullEvaluation(classes: classes, target: target))
    }
  }
  for classes in sizes {
    let times = 1_000
    Benchmark("one/\(classes)/\(times)") { _, box in
      try box.work.run(times: times)
    } setup: {
      Box(try OneLogit(classes: classes, target: target))
    }
  }
}
