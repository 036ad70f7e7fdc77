/// A number for each class, derived when it is asked for.
///
/// A row of a million classes is shown a screenful at a time, so nothing is kept but what every
/// class's number is made of.
public struct ClassValues: RandomAccessCollection, Sendable {
  /// The number of classes, C.
  public let count: Int

  private let value: @Sendable (Int) -> Double
  private let allAtOnce: (@Sendable () -> [Double])?

  /// Numbers of which all may be had at once in less time than one by one.
  package init(
    count: Int,
    allAtOnce: (@Sendable () -> [Double])? = nil,
    _ value: @escaping @Sendable (Int) -> Double
  ) {
    self.count = count
    self.value = value
    self.allAtOnce = allAtOnce
  }

  package init(_ values: [Double]) {
    self.init(count: values.count, allAtOnce: { values }, { values[$0] })
  }

  /// The numbers of all classes.
  ///
  /// - Complexity: O(C).
  package var all: [Double] { allAtOnce?() ?? Array(self) }

  /// 0.
  public var startIndex: Int { 0 }

  /// C.
  public var endIndex: Int { count }

  /// The number of a class.
  ///
  /// - Parameter index: The class, counted from 0; it must exist.
  /// - Complexity: O(1).
  public subscript(index: Int) -> Double { value(index) }
}

extension ClassValues: Equatable {
  /// True where the numbers of every class are equal.
  ///
  /// - Parameters:
  ///   - a: Some numbers.
  ///   - b: Others.
  /// - Returns: Whether they are equal.
  /// - Complexity: O(C).
  public static func == (a: Self, b: Self) -> Bool { a.elementsEqual(b) }
}

extension ClassValues: ExpressibleByArrayLiteral {
  /// The numbers as they are written.
  ///
  /// - Parameter elements: One for each class.
  public init(arrayLiteral elements: Double...) { self.init(elements) }
}
