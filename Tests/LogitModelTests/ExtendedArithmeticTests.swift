import LogitModel
import Testing

@Suite("Pairs and compensated sums")
struct ExtendedArithmeticTests {
  @Test("a sum and a product keep what rounding drops")
  func exactness() {
    #expect(Pair(sum: 1, 0x1p-80) == Pair(1, correction: 0x1p-80))
    let next = 1.0.nextUp
    #expect(Pair(product: next, next) - 1 - 0x1p-51 == Pair(0x1p-104))
    let third = Pair(1) / 3
    #expect((third * 3 - 1).value.magnitude < 1e-32)
  }

  @Test("an infinity never becomes a NaN")
  func infinities() {
    let infinite = Pair(.infinity)
    #expect((infinite + 1).value == .infinity)
    #expect((infinite * 2).value == .infinity)
    #expect((infinite * Pair(2)).value == .infinity)
    #expect((-infinite - 1).value == -.infinity)
    #expect((infinite / 3).value == .infinity)
    #expect(Pair(sum: .greatestFiniteMagnitude, .greatestFiniteMagnitude).value == .infinity)
  }

  @Test("a compensated sum is that of the exact terms")
  func compensated() {
    var sum = CompensatedSum()
    for term in [1, 1e100, 1, -1e100] {
      sum.add(term)
    }
    #expect(sum.value == 2)
    sum.add(.infinity)
    sum.add(1)
    #expect(sum.value == .infinity)
  }

  @Test("a sum without its largest term has lost nothing beside it")
  func leaveOneOut() {
    let sum = LeaveOneOutSum([1e-30, 1, 2e-30])
    #expect(sum.largest == 1)
    #expect(sum.without(1).value == 1e-30 + 2e-30)
    #expect(sum.without(0).value == 1)
    #expect(sum.total.value == 1)
    #expect(LeaveOneOutSum([0, 0]).without(1) == .zero)
  }
}
