import LogitModel
import Testing

@Suite("Numbers derived for each class")
struct ClassValuesTests {
  @Test("are equal where each number is")
  func equality() {
    let squares = ClassValues(count: 4) { Double($0 * $0) }
    #expect(squares == [0, 1, 4, 9])
    #expect(squares == ClassValues([0, 1, 4, 9]))
    #expect(squares != [0, 1, 4])
    #expect(squares != [0, 1, 4, 9, 16])
    #expect(squares != [0, 1, 4, 8])
    #expect(ClassValues([.nan]) != ClassValues([.nan]))
    #expect(ClassValues([]) == [])
  }

  @Test("come in the order of the classes, as often as they are asked for")
  func iteration() {
    let halves = ClassValues(count: 5) { Double($0) / 2 }
    #expect(Array(halves) == [0, 0.5, 1, 1.5, 2])
    #expect(Array(halves) == Array(halves))
    #expect(halves.reversed() == [2, 1.5, 1, 0.5, 0])
    #expect(Array(halves[1..<3]) == [0.5, 1])
    #expect(halves.indices == 0..<5)
    #expect(halves.last == 2)
    #expect(ClassValues([]).first == nil)
  }

  @Test("stay those of the row they were taken of")
  func ownership() throws {
    var problem = try Problem(logits: [[0, 1, 2]], targets: [.index(1)])
    let evaluation = problem.evaluate(row: 0)
    let (probabilities, gradient) = (evaluation.probabilities, try #require(evaluation.gradient))
    let (before, slopes) = (Array(probabilities), Array(gradient))
    for step in 0..<3 {
      try problem.setLogit(9, row: 0, class: step)
      #expect(Array(probabilities) == before)
      #expect(Array(gradient) == slopes)
    }
  }
}
