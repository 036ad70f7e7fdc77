import LogitModel

/// The names of all classes as they are searched: in small letters, one behind another, so that a text
/// is found in a quarter of a million of them before the next key.
struct ClassSearch: Equatable, Sendable {
  /// Stands behind every name, as no byte of a name does.
  private static let mark: UInt8 = 0xFF

  private let classes: ClassNames
  private var names: [UInt8] = []
  /// The classes whose names are not told by their bytes: a letter with a mark can be written in two ways.
  private var marked: [Int32] = []

  init(_ classes: ClassNames) {
    self.classes = classes
    // An array that grows is there twice for a moment.
    names.reserveCapacity(classes.reduce(0) { $0 + $1.utf8.count + 1 })
    for (index, name) in classes.enumerated() {
      if name.utf8.allSatisfy({ $0 < 0x80 }) {
        for byte in name.utf8 { names.append(Self.small(byte)) }
      } else if Self.hasMarks(name) {
        marked.append(Int32(index))
      } else {
        names += name.lowercased().utf8
      }
      names.append(Self.mark)
    }
  }

  /// What a text finds.
  struct Matches: Equatable, Sendable {
    /// The classes whose names hold it, in the order of their indices.
    fileprivate(set) var all: [Int32] = []
    /// The first whose name it is, else the first that begins with it, else the first that holds it.
    fileprivate(set) var best: Int?
    private var rank = Rank.none

    fileprivate mutating func add(_ index: Int, _ rank: Rank) {
      all.append(Int32(index))
      guard rank > self.rank else { return }
      self.rank = rank
      best = index
    }

    fileprivate mutating func merge(_ other: Matches) {
      guard !other.all.isEmpty else { return }
      all = (all + other.all).sorted()
      guard let found = other.best else { return }
      if other.rank > rank || other.rank == rank && found < best ?? .max {
        (rank, best) = (other.rank, found)
      }
    }
  }

  fileprivate enum Rank: Int, Comparable {
    case none, inside, beginning, whole

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// The classes whose names hold a text, capitals and small letters alike.
  func matches(_ text: String) -> Matches {
    let wanted = NumberText.trimmed(text).lowercased()
    guard !wanted.isEmpty else { return Matches() }
    guard !Self.hasMarks(wanted) else {
      return matchesByLetters(wanted, among: classes.indices.map { Int32($0) })
    }
    var matches = matchesByBytes(Array(wanted.utf8))
    matches.merge(matchesByLetters(wanted, among: marked))
    return matches
  }

  private func matchesByBytes(_ wanted: [UInt8]) -> Matches {
    var matches = Matches()
    names.withUnsafeBufferPointer { names in
      var index = 0
      var start = 0
      var isFound = false
      for place in names.indices {
        guard names[place] != Self.mark else {
          index += 1
          start = place + 1
          isFound = false
          continue
        }
        guard !isFound, names[place] == wanted[0],
          Self.holds(names, wanted, at: place)
        else { continue }
        isFound = true
        let isWhole = names[place + wanted.count] == Self.mark
        matches.add(index, place > start ? .inside : isWhole ? .whole : .beginning)
      }
    }
    return matches
  }

  /// The last name ends with a mark, which no text holds: nothing is read behind it.
  private static func holds(
    _ names: UnsafeBufferPointer<UInt8>,
    _ wanted: [UInt8],
    at place: Int
  ) -> Bool {
    for (offset, byte) in wanted.enumerated() where names[place + offset] != byte { return false }
    return true
  }

  private func matchesByLetters(_ wanted: String, among indices: [Int32]) -> Matches {
    var matches = Matches()
    for index in indices {
      let name = classes[Int(index)].lowercased()
      if name == wanted {
        matches.add(Int(index), .whole)
      } else if name.hasPrefix(wanted) {
        matches.add(Int(index), .beginning)
      } else if name.contains(wanted) {
        matches.add(Int(index), .inside)
      }
    }
    return matches
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 0x20 : byte
  }

  /// Whether marks follow letters, or vowels the consonants of a syllable, which one scalar can hold too.
  private static func hasMarks(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0..<0x300, 0xAC00...0xD7A3: false
      case 0x1160...0x11FF, 0xD7B0...0xD7FF: true
      default: scalar.properties.canonicalCombiningClass != .notReordered
      }
    }
  }
}

/// A search as it is typed.
struct Search: Equatable, Sendable {
  private let names: ClassSearch
  private(set) var matches = ClassSearch.Matches()

  init(_ classes: ClassNames) {
    names = ClassSearch(classes)
  }

  mutating func look(for text: String) { matches = names.matches(text) }
}
