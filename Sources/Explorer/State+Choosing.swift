import LogitModel
import TerminalUI

extension State {
  /// Moves the focus along the classes that are shown, as far as that goes.
  mutating func move(by offset: Int) {
    let shown = shown
    lastPlace.place = min(max(0, focusPlace + offset), shown.count - 1)
    focus = shown[lastPlace.place]
  }

  /// Keeps where the table's window is and the focus in it, so that neither is looked for at every key.
  mutating func keepPlaces() {
    lastPlace.place = focusPlace
    tableOffset = TableView(state: self, layout: Layout(self)).offset
  }

  mutating func toggleMark() {
    if subject.marked.remove(focus) == nil { subject.marked.insert(focus) }
  }

  // MARK: Finding

  mutating func find(_ text: String) throws(Refusal) {
    guard let found = classFound(by: text, ClassSearch(problem.classes).matches(text)) else {
      throw Refusal(.noSuchClass(text))
    }
    focus = found
  }

  /// The best of what was found, else the class of that index.
  func classFound(by text: String, _ matches: ClassSearch.Matches) -> Int? {
    matches.best
      ?? Int(NumberText.trimmed(text)).flatMap { problem.classes.indices.contains($0) ? $0 : nil }
  }

  /// Goes to the next of the classes found, in the order of the table and around its end.
  mutating func moveToMatch(_ offset: Int, of matches: ClassSearch.Matches) {
    let count = order.count
    guard let from = order.place(of: focus, near: lastPlace.place) else { return }
    let places = (1...count).lazy.map { (from + ($0 * offset) % count + count) % count }
    guard let place = places.first(where: { matches.contains(order[$0]) }) else { return }
    lastPlace.place = place
    focus = order[place]
  }
}

extension ClassSearch.Matches {
  /// O(log of how many there are).
  fileprivate func contains(_ index: Int) -> Bool {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(all[middle]) < index { low = middle + 1 } else { high = middle }
    }
    return low < all.count && Int(all[low]) == index
  }
}
