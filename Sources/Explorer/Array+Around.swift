extension Array where Element: Equatable {
  /// The element so many places on from another, around either end; from the first where that is not here.
  func around(_ element: Element, by offset: Int) -> Element {
    self[((firstIndex(of: element) ?? 0) + offset + count) % count]
  }
}
