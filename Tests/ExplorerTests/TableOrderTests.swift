import Testing

@testable import Explorer

@Suite struct TableOrderTests {
  @Test func `by index nothing is kept, and every place is its own index`() {
    let order = TableOrder(count: 4)
    #expect(Array(order) == [0, 1, 2, 3])
    #expect(order == TableOrder([0, 1, 2, 3]) && order != TableOrder([1, 0, 2, 3]))
    #expect(order.place(of: 3) == 3 && order.place(of: 4) == nil && order.place(of: -1) == nil)
    #expect(order.place(of: 2, amongFirst: 2) == nil)
  }

  @Test func `the largest key comes first, equal ones by index`() {
    let order = TableOrder(largestFirst: [1, 3, -.infinity, 3, 0, -0.0])
    #expect(Array(order) == [1, 3, 0, 4, 5, 2])
  }

  @Test(arguments: 0..<20)
  func `a place is found wherever one looks first`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let indices = (0..<30).shuffled(using: &random)
    let order = TableOrder(indices)
    for place in -1...30 {
      #expect(order.place(of: indices[7], near: place) == 7)
      #expect(order.place(of: indices[7], near: place, amongFirst: 7) == nil)
      #expect(order.place(of: indices[7], near: place, amongFirst: 8) == 7)
    }
  }
}
