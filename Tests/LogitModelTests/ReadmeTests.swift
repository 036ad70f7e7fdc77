import LogitModel
import Testing

@Suite("The README's example")
struct ReadmeTests {
  @Test("compiles and gives what is written beside it")
  func example() throws {
    let problem = try Problem(
      classes: ["cat", "dog", "bird"],
      logits: [[0.2, 1.5, -2]],
      targets: [.index(1)]
    )
    let row = problem.evaluate(row: 0)
    let loss = try #require(row.loss)
    #expect("\(loss)".hasPrefix("0.26446"))
    let gradient = try #require(row.gradient)
    let y = [0.0, 1, 0]
    for index in y.indices {
      #expect(abs(gradient[index] - (row.probabilities[index] - y[index])) < 1e-15)
    }
    let share = try #require(row.negatives?[0]?.share)
    #expect(abs(share - gradient[0] / (gradient[0] + gradient[2])) < 1e-15)
    let margin = try #require(row.margin)
    let shifted = try #require(row.margin(shiftingNegativesBy: 1))
    #expect(abs(shifted - (margin - 1)) < 1e-15)
  }
}
