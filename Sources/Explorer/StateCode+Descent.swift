import LogitModel

/// The rate and the path of gradient descent in a state code; a run that goes on is no part of it.
extension State {
  var descentFields: [(name: String, value: String)] {
    var fields: [(name: String, value: String?)] = [
      ("rate", rate == DescentPath.initialRate ? nil : NumberText.plain(rate))
    ]
    if let descent = presentDescent, let place = descentPlace {
      let origin = descent.origin.map(NumberText.plain)
      let base = subject.baseline.logits[row].map(NumberText.plain)
      fields += [
        ("path", String(descent.steps)),
        ("at", place == descent.steps ? nil : String(place)),
        ("from", StateCodeList.classes("from").write(origin, base: base)),
      ]
    }
    return fields.compactMap { field in field.value.map { (field.name, $0) } }
  }

  /// Descends the path again, and refuses one that does not lead to the logits there are.
  mutating func readDescent(_ fields: inout StateCodeFields) throws(StateCodeError) {
    if let text = fields.take("rate") {
      rate = try StateCodeText.number(text, in: "rate")
      guard rate > 0, rate.isFinite else {
        throw .wrongField("rate", text: text, expected: "a number above 0")
      }
    }
    guard let steps = try fields.integer("path", from: 1..<DescentPath.limit + 1) else { return }
    let place = try fields.integer("at", from: 0..<steps + 1) ?? steps
    var origin = subject.baseline.logits[row]
    if let text = fields.take("from") {
      origin = try StateCodeList.classes("from")
        .read(text, base: origin) { item, _ throws(StateCodeError) in
          try StateCodeText.number(item, in: "from")
        }
    }
    descent = path(of: steps, from: origin, leadingHereAt: place)
    guard descentPlace == place else {
      let text = String(steps)
      throw .wrongField("path", text: text, expected: "a path that leads to these logits")
    }
  }

  private func path(
    of steps: Int,
    from origin: [Double],
    leadingHereAt place: Int
  ) -> DescentPath? {
    var start = problem
    guard (try? start.setLogits(origin, row: row)) != nil,
      var path = try? DescentPath(start, row: row, rate: rate)
    else { return nil }
    while true {
      if path.descent.steps == place { adopt(&path) }
      if path.descent.steps == steps { return path }
      guard (try? path.step()) != nil else { return nil }
    }
  }

  /// Another machine's exponential may round otherwise: logits that agree but for that are the same.
  private func adopt(_ path: inout DescentPath) {
    let logits = problem.logits[row]
    let agree = zip(logits, path.descent.runner.logits).allSatisfy { now, then in
      now == then || abs(now - then) <= 1e-9 * max(1, abs(now), abs(then))
    }
    if agree { path.adopt(logits, at: path.descent.steps) }
  }
}
