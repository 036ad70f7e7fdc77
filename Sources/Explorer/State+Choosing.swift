import LogitModel

extension State {
  /// Moves the focus along the table's order, as far as that goes.
  mutating func move(by offset: Int) {
    let place = (order.firstIndex(of: focus) ?? 0) + offset
    focus = order[min(max(0, place), order.count - 1)]
  }

  mutating func find(_ text: String) throws(Refusal) {
    guard let found = classFound(by: text) else { throw Refusal(.noSuchClass(text)) }
    focus = found
  }

  /// The class of that name, else the first that contains the text, else the one of that index.
  func classFound(by text: String) -> Int? {
    let wanted = NumberText.trimmed(text).lowercased()
    guard !wanted.isEmpty else { return nil }
    let names = problem.classes.lazy.map { $0.lowercased() }
    return names.firstIndex(of: wanted)
      ?? names.firstIndex { $0.hasPrefix(wanted) }
      ?? names.firstIndex { $0.contains(wanted) }
      ?? Int(wanted).flatMap { problem.classes.indices.contains($0) ? $0 : nil }
  }

  mutating func toggleMark() {
    if subject.marked.remove(focus) == nil { subject.marked.insert(focus) }
  }

  mutating func showRow(_ index: Int) throws(Refusal) {
    let rows = problem.logits.count
    guard (0..<rows).contains(index) else { throw Refusal(.noSuchRow(rows)) }
    stopRun()
    row = index
    receipt = nil
    refresh(edited: false)
  }
}
