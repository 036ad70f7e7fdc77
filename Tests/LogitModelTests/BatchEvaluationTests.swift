import LogitModel
import Testing

@Suite("Reductions")
struct BatchEvaluationTests {
  private static let logits: [[Double]] = [[0, 0], [0, 0], [0, 0], [0, 0]]
  private static let targets: [Target?] = [.index(0), .index(1), .index(-100), nil]
  private static let log2 = 0.6931471805599453

  private func batch(
    _ reduction: Reduction,
    weights: [Double]? = nil,
    targets: [Target?] = targets
  ) throws -> BatchEvaluation {
    let settings = Problem.Settings(classWeights: weights, reduction: reduction)
    return try Problem(logits: Self.logits, targets: targets, settings: settings).evaluateBatch()
  }

  @Test("an ignored row loses 0, a row without a target nothing at all")
  func losses() throws {
    let batch = try batch(.none)
    #expect(batch.losses == [Self.log2, Self.log2, 0, nil])
    #expect(batch.weights == [1, 1, 0, 0])
    #expect(batch.value == nil)
  }

  @Test("sum and mean leave both out of the divisor")
  func sumAndMean() throws {
    #expect(try batch(.sum).value == 2 * Self.log2)
    #expect(try batch(.mean).value == Self.log2)
    #expect(try batch(.mean).denominator == 2)
  }

  @Test("a mean divides by the weights of index targets")
  func weightedMean() throws {
    let batch = try batch(.mean, weights: [1, 3])
    #expect(batch.weights == [1, 3, 0, 0])
    #expect(batch.denominator == 4)
    #expect(batch.value == Self.log2)
  }

  @Test("a mean divides by the number of distributions")
  func distributions() throws {
    let targets: [Target?] = [.distribution([0.5, 0.5]), .distribution([1, 0]), nil, nil]
    let batch = try batch(.mean, weights: [1, 3], targets: targets)
    #expect(batch.denominator == 2)
    #expect(batch.losses == [2 * Self.log2, Self.log2, nil, nil])
  }

  @Test("a mean over nothing is nil", arguments: [[Target?.none], [.index(-100)]])
  func nothing(target: [Target?]) throws {
    let targets = Self.logits.flatMap { _ in target }
    let batch = try batch(.mean, targets: targets)
    #expect(batch.value == nil)
    #expect(batch.reduce(gradient: [1, -1]) == nil)
    #expect(try self.batch(.sum, targets: targets).value == 0)
  }

  @Test("a mean over weights that sum to 0 is nil")
  func weightless() throws {
    #expect(try batch(.mean, weights: [0, 0]).value == nil)
  }

  @Test("only the mean scales the gradient")
  func gradient() throws {
    #expect(try batch(.none).reduce(gradient: [3, -3]) == [3, -3])
    #expect(try batch(.sum).reduce(gradient: [3, -3]) == [3, -3])
    #expect(try batch(.mean).reduce(gradient: [3, -3]) == [1.5, -1.5])
  }
}
