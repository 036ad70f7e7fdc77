/// A list in a state code: written whole, or only where it differs from another one.
///
/// Whole: `1,2,3`. Only what differs: `0=1,2=3`. The rows of a problem stand between `:` and are marked
/// with `@` instead, so that a list of lists stays readable: `0@1=-2.5:4@1=7`.
struct StateCodeList {
  let separator: Character
  let marker: Character
  let field: String

  static func classes(_ field: String) -> StateCodeList {
    StateCodeList(separator: ",", marker: "=", field: field)
  }

  static func rows(_ field: String) -> StateCodeList {
    StateCodeList(separator: ":", marker: "@", field: field)
  }

  /// An element as it stands alone, and what says it from the base's; nil there if it is the base's.
  struct Item {
    let whole: String
    let change: String?
  }

  /// The shorter way to say the items, of equals the sparse one; nil if each is the base's.
  func write(_ items: [Item], hasBase: Bool) -> String? {
    let whole = items.map { $0.change ?? $0.whole }.joined(separator: String(separator))
    guard hasBase else { return whole }
    let changes = items.enumerated().compactMap { index, item in
      item.change.map { "\(index)\(marker)\($0)" }
    }
    guard !changes.isEmpty else { return nil }
    let sparse = changes.joined(separator: String(separator))
    return sparse.utf8.count <= whole.utf8.count ? sparse : whole
  }

  /// The shorter way to say a list of texts; nil if it is the base, which has as many or is nil.
  func write(_ list: [String], base: [String]?) -> String? {
    let items = list.enumerated().map { index, text in
      Item(whole: text, change: text == base?[index] ? nil : text)
    }
    return write(items, hasBase: base != nil)
  }

  /// The list that the text says; `read` makes an element from its text and from the base's element.
  func read<Element>(
    _ text: some StringProtocol,
    base: [Element],
    read: (Substring, Element?) throws(StateCodeError) -> Element
  ) throws(StateCodeError) -> [Element] {
    let items = items(text)
    guard items.first?.contains(marker) == true else {
      var list: [Element] = []
      for (index, item) in items.enumerated() {
        list.append(try read(item, index < base.count ? base[index] : nil))
      }
      return list
    }
    var list = base
    for (index, item) in try places(items, count: base.count) {
      list[index] = try read(item, base[index])
    }
    return list
  }

  func items(_ text: some StringProtocol) -> [Substring] {
    Substring(text).split(separator: separator, omittingEmptySubsequences: false)
  }

  /// The marked items with their places, each place once.
  func places(
    _ items: [Substring],
    count: Int
  ) throws(StateCodeError) -> [(index: Int, text: Substring)] {
    var seen: Set<Int> = []
    var places: [(index: Int, text: Substring)] = []
    for item in items {
      guard let mark = item.firstIndex(of: marker) else {
        throw .wrongField(field, text: String(item), expected: "a place, \(marker) and a value")
      }
      let index = try StateCodeText.integer(item[..<mark], in: field, from: 0..<count)
      guard seen.insert(index).inserted else {
        throw .repeated("place \(index) of field \(field)")
      }
      places.append((index, item[mark...].dropFirst()))
    }
    return places
  }
}
