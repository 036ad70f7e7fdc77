import LogitModel
import Testing

@Suite("The Jacobian of a sigmoid for each class")
struct SigmoidJacobianTests {
  private func evaluation(_ logits: [Double], temperature: Double = 1) throws -> Evaluation {
    try Problem(logits: [logits], settings: Problem.Settings(temperature: temperature))
      .evaluate(row: 0)
  }

  /// Logits, the temperature, and the derivative of the first.
  static let known: [([Double], Double, Double)] = [
    ([0, 3], 1, 0.25),
    ([0, 3], 4, 0.0625),
    ([40, 0], 1, 4.248354255291589e-18),
    ([-40, 0], 1, 4.248354255291589e-18),
    ([-.infinity, 0], 1, 0),
    ([1e308, 0], 1e-300, 0),
  ]

  @Test("the diagonal is σ(1 − σ) / T, exact where σ rounds to 1", arguments: known)
  func diagonal(logits: [Double], temperature: Double, expected: Double) throws {
    let value = try evaluation(logits, temperature: temperature).sigmoidJacobian(0, 0)
    #expect((value - expected).magnitude <= 2 * expected.ulp)
  }

  @Test("no class reaches another")
  func uncoupled() throws {
    let evaluation = try evaluation([0.3, -2, 5])
    for i in 0..<3 {
      for j in 0..<3 where i != j { #expect(evaluation.sigmoidJacobian(i, j) == 0) }
    }
  }

  @Test("it is the slope of the sigmoid", arguments: [-8, -1, -0.15, 0.2, 3.5])
  func slope(logit: Double) throws {
    let step = 0x1p-17
    let temperature = 0.7
    let slope =
      (sigmoid((logit + step) / temperature) - sigmoid((logit - step) / temperature)) / (2 * step)
    let value = try evaluation([logit, 0], temperature: temperature).sigmoidJacobian(0, 0)
    #expect((value - slope).magnitude <= 1e-8 * value)
  }

  @Test("it is the Hessian of binary cross entropy, but for T")
  func hessian() throws {
    let step = 0x1p-17
    let settings = Problem.Settings(temperature: 2, loss: BinaryCrossEntropy())
    func gradient(_ logit: Double) throws -> Double {
      let problem = try Problem(logits: [[logit, 1]], targets: [.index(1)], settings: settings)
      return try #require(problem.evaluate(row: 0).gradient)[0]
    }
    let hessian = (try gradient(-0.4 + step) - gradient(-0.4 - step)) / (2 * step)
    let value = try evaluation([-0.4, 1], temperature: 2).sigmoidJacobian(0, 0)
    #expect((value / 2 - hessian).magnitude <= 1e-8)
  }
}
