/// In which order the classes of the table stand, or the rows of the batch.
///
/// In the order of their indices nothing is kept; in another, four bytes of each.
struct TableOrder: RandomAccessCollection, Equatable, Sendable {
  let count: Int
  private let sorted: [Int32]?

  /// The order of the indices.
  init(count: Int) {
    self.count = count
    sorted = nil
  }

  /// The largest key first, equal ones in the order of their indices.
  ///
  /// O(n log n), about 150 ms for a million.
  init(largestFirst keys: [Double]) {
    var indices = keys.indices.map { Int32($0) }
    keys.withUnsafeBufferPointer { keys in
      indices.sort { a, b in
        let (first, second) = (keys[Int(a)], keys[Int(b)])
        return first == second ? a < b : first > second
      }
    }
    self.init(sorted: indices)
  }

  /// An order that was kept before; every index stands in it once.
  init(_ indices: [Int]) {
    self.init(sorted: indices.map { Int32($0) })
  }

  private init(sorted: [Int32]) {
    count = sorted.count
    // One that is no other than that of the indices equals it.
    let isByIndex = sorted.indices.allSatisfy { sorted[$0] == $0 }
    self.sorted = isByIndex ? nil : sorted
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(place: Int) -> Int { sorted.map { Int($0[place]) } ?? place }

  /// Where an index stands, if among the first; looked at first is the place where it may be.
  ///
  /// O(first) where it is elsewhere.
  func place(of index: Int, near place: Int = 0, amongFirst first: Int? = nil) -> Int? {
    let end = Swift.min(first ?? count, count)
    guard let sorted else { return (0..<end).contains(index) ? index : nil }
    if (0..<end).contains(place), sorted[place] == index { return place }
    return sorted[..<end].firstIndex(of: Int32(truncatingIfNeeded: index))
  }
}

/// Where to look first for something: it saves time and says nothing, and so all of them are equal.
struct PlaceHint: Equatable, Sendable {
  var place = 0

  static func == (a: Self, b: Self) -> Bool { true }
}
