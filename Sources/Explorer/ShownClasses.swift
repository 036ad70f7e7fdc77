/// The classes that the table shows, in its order: all of them, or as many as are asked for.
///
/// Of these some are shown wherever they stand, in the place of the last.
struct ShownClasses: RandomAccessCollection {
  private let order: TableOrder
  /// How many stand here as they do in the order; behind them come those that are shown all the same.
  private let leading: Int
  private let kept: [Int]

  /// The fewest that can be asked for: the positive and the class in focus.
  static let fewest = 2

  /// - Parameters:
  ///   - order: Of all classes.
  ///   - top: How many to show, ``fewest`` at least; nil for all.
  ///   - wanted: Those that are shown in any case, at most ``fewest``.
  init(_ order: TableOrder, top: Int?, keeping wanted: [Int]) {
    self.order = order
    guard let top, top < order.count else {
      leading = order.count
      kept = []
      return
    }
    var leading = top
    var kept: [Int] = []
    // Each that is kept takes the place of another, which may be one to be kept.
    repeat {
      leading = top - kept.count
      kept = wanted.filter { order.place(of: $0, amongFirst: leading) == nil }
    } while leading + kept.count > top
    self.leading = leading
    self.kept = kept
  }

  var startIndex: Int { 0 }
  var endIndex: Int { leading + kept.count }

  subscript(place: Int) -> Int { place < leading ? order[place] : kept[place - leading] }

  /// Where a class stands; looked at first is the place where it may be.
  func place(of index: Int, near place: Int) -> Int? {
    kept.firstIndex(of: index).map { leading + $0 }
      ?? order.place(of: index, near: place, amongFirst: leading)
  }

  /// How many classes are not shown.
  var hidden: Int { order.count - count }

  /// The indices of the classes that are not shown, as ranges that hold all of them in their order.
  var hiddenRanges: [Range<Int>] {
    guard hidden > 0 else { return [] }
    var ranges: [Range<Int>] = []
    var start = 0
    for index in sorted() {
      if index > start { ranges.append(start..<index) }
      start = index + 1
    }
    if start < order.count { ranges.append(start..<order.count) }
    return ranges
  }
}

extension State {
  /// The classes that the table shows, and the panels that follow it.
  var shown: ShownClasses {
    var wanted = [focus]
    if let positive = evaluation.positive, positive != focus { wanted.insert(positive, at: 0) }
    return ShownClasses(order, top: top, keeping: wanted)
  }

  /// Where the class in focus stands among those that are shown.
  var focusPlace: Int { shown.place(of: focus, near: lastPlace.place) ?? 0 }

  /// How many classes are shown at most, and the line of the others.
  var tableLines: Int {
    guard let top, top < order.count else { return order.count }
    return top + 1
  }
}
