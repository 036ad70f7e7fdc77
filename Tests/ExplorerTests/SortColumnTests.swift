import LogitModel
import Testing

@testable import Explorer

@Suite struct SortColumnTests {
  private func order(
    _ column: SortColumn,
    _ logits: [Double],
    from before: [Double]? = nil,
    target: Target? = nil
  ) throws -> [Int] {
    let problem = try Problem(logits: [logits], targets: [target])
    let baseline = try Problem(logits: [before ?? logits], targets: [target])
    let order = column.order(
      problem.settings.loss,
      evaluation: problem.evaluate(row: 0),
      baseline: baseline.evaluate(row: 0)
    )
    return Array(order)
  }

  @Test func `by index nothing moves`() throws {
    #expect(try order(.index, [1, 3, 2]) == [0, 1, 2])
  }

  @Test(arguments: [SortColumn.logit, .probability])
  func `the largest comes first, equal ones by index, a class left out last`(
    column: SortColumn
  ) throws {
    #expect(try order(column, [1, -.infinity, 3, 1, -800, 2]) == [2, 5, 0, 3, 4, 1])
  }

  @Test func `probabilities that both round to 0 are still told apart`() throws {
    #expect(try order(.probability, [0, -900, -800]) == [0, 2, 1])
  }

  @Test func `a gradient counts by its size`() throws {
    #expect(try order(.gradient, [0, 1, 0.5], target: .index(1)) == [1, 2, 0])
  }

  @Test func `shares are those of the negatives, and the positive comes last`() throws {
    let logits: [Double] = [1, -.infinity, 3, 1, -800, 2]
    #expect(try order(.share, logits, target: .index(2)) == [5, 0, 3, 4, 1, 2])
    #expect(try order(.share, logits, target: .index(1)) == [2, 5, 0, 3, 4, 1])
    #expect(try order(.share, logits) == [0, 1, 2, 3, 4, 5])
  }

  @Test(arguments: Losses.all.map(\.name))
  func `under every loss the shares fall, whatever their sign`(name: String) throws {
    let loss = try #require(Losses.named(name))
    var state = try State.under(loss, logits: [-1, 0.5, 2, 1.5, -3, 4, 0.25])
    state.command("sort share")
    let shares = state.order.dropLast().map { abs(LossEffects(state)[$0]?.share ?? .nan) }
    #expect(shares.count == 6 && shares == shares.sorted(by: >))
    #expect(state.order.last == 2)
    #expect(Array(state.order.dropLast()) == LossEffects(state).largest(6))
  }

  @Test func `without a target there is no gradient to sort by`() throws {
    #expect(try order(.gradient, [3, 1, 2]) == [0, 1, 2])
  }

  @Test func `a change counts by its size, whichever its sign`() throws {
    #expect(try order(.change, [0, -2, 1, 5], from: [0, 0, 0, 5]) == [1, 2, 0, 3])
  }

  @Test func `a class left out has changed most, one left out before not at all`() throws {
    #expect(
      try order(.change, [1, -.infinity, -.infinity], from: [0, -.infinity, 0]) == [2, 0, 1]
    )
  }

  @Test func `beside a baseline of other classes nothing has changed`() throws {
    #expect(try order(.change, [1, 2, 9], from: [1, 1]) == [0, 1, 2])
  }

  @Test(arguments: SortColumn.allCases)
  func `every class stands in the order once`(column: SortColumn) throws {
    let logits = (0..<200).map { Double(($0 * 7919) % 13) }
    #expect(try order(column, logits, target: .index(3)).sorted() == Array(0..<200))
  }
}
