/// The names of C classes.
///
/// Where classes are only numbered their names "0", "1" and so on are not kept: those of a million
/// classes would weigh more than their logits.
public struct ClassNames: RandomAccessCollection, Sendable {
  private enum Storage: Sendable {
    case numbered(Int)
    case named([String])
  }

  private var storage: Storage

  /// The names as they are given.
  ///
  /// - Parameter names: One for each class; they need not be unique.
  public init(_ names: [String]) { storage = .named(names) }

  /// The names "0", "1" and so on.
  ///
  /// - Parameter count: C, at least 0.
  public init(numbered count: Int) { storage = .numbered(count) }

  /// The names that were given; nil where every class is named by its index, as none were.
  public var given: [String]? {
    switch storage {
    case .numbered: nil
    case .named(let names): names
    }
  }

  /// The number of classes, C.
  public var count: Int {
    switch storage {
    case .numbered(let count): count
    case .named(let names): names.count
    }
  }

  /// 0.
  public var startIndex: Int { 0 }

  /// C.
  public var endIndex: Int { count }

  /// The name of a class.
  ///
  /// - Parameter index: The class, counted from 0; it must exist.
  /// - Complexity: O(1); where the names were not kept, setting one is O(C).
  public subscript(index: Int) -> String {
    get {
      switch storage {
      case .numbered: String(index)
      case .named(let names): names[index]
      }
    }
    set { edit { $0[index] = newValue } }
  }

  /// Where a text stands as a name, scalar for scalar.
  ///
  /// - Parameter text: A name.
  /// - Returns: The classes that have it.
  /// - Complexity: O(C); O(1) where the names were not kept.
  public func indices(ofExactly text: String) -> [Int] {
    switch storage {
    case .named(let names): return names.indices(ofExactly: text)
    case .numbered(let count):
      guard let index = Int(text), (0..<count).contains(index), text == String(index) else {
        return []
      }
      return [index]
    }
  }

  mutating func insert(_ name: String, at index: Int) { edit { $0.insert(name, at: index) } }

  mutating func remove(at index: Int) { edit { _ = $0.remove(at: index) } }

  private mutating func edit(_ change: (inout [String]) -> Void) {
    var names =
      switch storage {
      case .numbered(let count): (0..<count).map(String.init)
      case .named(let names): names
      }
    storage = .numbered(0)
    change(&names)
    storage = .named(names)
  }
}

extension ClassNames: Equatable {
  /// True where the names are equal to the scalar, whether they were given or numbered.
  ///
  /// - Parameters:
  ///   - a: Some names.
  ///   - b: Others.
  /// - Returns: Whether they are equal.
  /// - Complexity: O(C).
  public static func == (a: Self, b: Self) -> Bool {
    if case .numbered(let count) = a.storage, case .numbered(let other) = b.storage {
      return count == other
    }
    return a.elementsEqual(b) { $0.utf8.elementsEqual($1.utf8) }
  }
}

extension ClassNames: ExpressibleByArrayLiteral {
  /// The names as they are written.
  ///
  /// - Parameter elements: One for each class.
  public init(arrayLiteral elements: String...) { self.init(elements) }
}
