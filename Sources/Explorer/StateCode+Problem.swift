import LogitModel

/// A problem as the texts of a state code, so that equal texts are equal bits.
struct ProblemTexts {
  private var title: String
  private var classes: [String]
  private var rows: [[String]]
  private var targets: [String]
  private var settings: [String: String]

  /// Stands for a target or for class weights that are not there.
  private static let none = "_"
  private static let settingNames = [
    "T", "eps", "w", "ignore", "gamma", "hinge", "loss", "reduction",
  ]

  init(_ problem: Problem) {
    title = StateCodeText.encode(problem.title)
    classes = problem.classes.map(StateCodeText.encode)
    rows = problem.logits.map { $0.map(NumberText.plain) }
    targets = problem.targets.map(Self.text)
    settings = Self.texts(problem.settings)
  }

  /// What a problem has that says nothing but its logits.
  private init(title: String, rows: [[String]], settings: [String: String]) {
    self.title = title
    self.rows = rows
    self.settings = settings
    classes = (rows.first ?? []).indices.map(String.init)
    targets = Array(repeating: Self.none, count: rows.count)
  }

  static let blank = ProblemTexts(title: "", rows: [], settings: texts(Problem.Settings()))

  private static func texts(_ settings: Problem.Settings) -> [String: String] {
    [
      "T": NumberText.plain(settings.temperature),
      "eps": NumberText.plain(settings.labelSmoothing),
      "w": settings.classWeights?.map(NumberText.plain).joined(separator: ",") ?? none,
      "ignore": String(settings.ignoreIndex),
      "gamma": NumberText.plain(settings.gamma),
      "hinge": NumberText.plain(settings.hingeMargin),
      "loss": settings.loss.name,
      "reduction": settings.reduction.rawValue,
    ]
  }

  private static func text(_ target: Target?) -> String {
    switch target {
    case nil: none
    case .index(let index): String(index)
    case .distribution(let values): values.map(NumberText.plain).joined(separator: ",")
    }
  }

  /// The same, with the logits of the baseline that an example of this shape begins with.
  func baseline(of example: Example?) -> ProblemTexts {
    guard let baseline = example?.baseline.map(ProblemTexts.init), hasShape(of: baseline.rows)
    else { return self }
    var result = self
    result.rows = baseline.rows
    return result
  }

  private func hasShape(of other: [[String]]) -> Bool {
    rows.count == other.count && rows.first?.count == other.first?.count
  }

  /// What is left of this problem for one of other rows: of another shape, its title and settings.
  private func base(for rows: [[String]]) -> ProblemTexts {
    if hasShape(of: rows) { return self }
    var base = ProblemTexts(title: title, rows: rows, settings: settings)
    base.settings["w"] = Self.none
    return base
  }
}

// MARK: Writing

extension ProblemTexts {
  /// The fields that make this problem from another one.
  func changes(from other: ProblemTexts, prefix: String) -> [(name: String, value: String)] {
    let base = other.base(for: rows)
    let isOfShape = other.hasShape(of: rows)
    let logits = rows.indices.map { index in
      let whole = rows[index].joined(separator: ",")
      let change =
        isOfShape
        ? StateCodeList.classes("z").write(rows[index], base: other.rows[index]) : whole
      return StateCodeList.Item(whole: whole, change: change)
    }
    let fields: [(name: String, value: String?)] =
      [
        ("title", title == base.title ? nil : title),
        ("z", StateCodeList.rows("z").write(logits, hasBase: isOfShape)),
        ("classes", StateCodeList.classes("classes").write(classes, base: base.classes)),
        ("y", StateCodeList.rows("y").write(targets, base: base.targets)),
      ]
      + Self.settingNames.map {
        ($0, settings[$0] == base.settings[$0] ? nil : settings[$0])
      }
    return fields.compactMap { field in field.value.map { (prefix + field.name, $0) } }
  }
}

// MARK: Reading

extension ProblemTexts {
  /// This problem with the changes that the fields say.
  func changed(
    by fields: inout StateCodeFields,
    prefix: String
  ) throws(StateCodeError) -> ProblemTexts {
    let logits = StateCodeList.rows(prefix + "z")
    let row = StateCodeList.classes(prefix + "z")
    var result = self
    if let text = fields.take(prefix + "z") {
      let rows = try logits.read(text, base: rows) { item, old throws(StateCodeError) in
        try row.read(item, base: old ?? []) { text, _ in String(text) }
      }
      result = base(for: rows)
      result.rows = rows
    }
    result.title = fields.take(prefix + "title") ?? result.title
    if let text = fields.take(prefix + "classes") {
      result.classes = try StateCodeList.classes(prefix + "classes")
        .read(text, base: result.classes) { text, _ in String(text) }
    }
    if let text = fields.take(prefix + "y") {
      result.targets = try StateCodeList.rows(prefix + "y")
        .read(text, base: result.targets) { text, _ in String(text) }
    }
    for name in Self.settingNames {
      result.settings[name] = fields.take(prefix + name) ?? result.settings[name]
    }
    return result
  }

  /// The problem that the texts say.
  func problem(_ which: String, prefix: String) throws(StateCodeError) -> Problem {
    let title = try StateCodeText.decode(title, in: prefix + "title")
    var classes: [String] = []
    for name in self.classes {
      classes.append(try StateCodeText.decode(name, in: prefix + "classes"))
    }
    var logits: [[Double]] = []
    for row in rows {
      logits.append(try numbers(row, in: prefix + "z"))
    }
    var targets: [Target?] = []
    for text in self.targets {
      targets.append(try target(text, in: prefix + "y"))
    }
    let settings = try settings(prefix: prefix)
    do {
      return try Problem(
        title: title,
        classes: classes,
        logits: logits,
        targets: targets,
        settings: settings
      )
    } catch {
      throw .refused(which, error)
    }
  }

  private func numbers(
    _ texts: [some StringProtocol],
    in field: String
  ) throws(StateCodeError) -> [Double] {
    var numbers: [Double] = []
    for text in texts {
      numbers.append(try StateCodeText.number(text, in: field))
    }
    return numbers
  }

  private func list(_ text: String) -> [Substring] {
    text.split(separator: ",", omittingEmptySubsequences: false)
  }

  private func target(_ text: String, in field: String) throws(StateCodeError) -> Target? {
    if text == Self.none { return nil }
    guard text.contains(",") else {
      guard let index = Int(text) else {
        throw .wrongField(field, text: text, expected: "a class's index, numbers or _")
      }
      return .index(index)
    }
    return .distribution(try numbers(list(text), in: field))
  }

  private func settings(prefix: String) throws(StateCodeError) -> Problem.Settings {
    var result = Problem.Settings()
    func text(_ name: String) -> String { settings[name] ?? "" }
    result.temperature = try StateCodeText.number(text("T"), in: prefix + "T")
    result.labelSmoothing = try StateCodeText.number(text("eps"), in: prefix + "eps")
    if text("w") != Self.none {
      result.classWeights = try numbers(list(text("w")), in: prefix + "w")
    }
    guard let ignoreIndex = Int(text("ignore")) else {
      throw .wrongField(prefix + "ignore", text: text("ignore"), expected: "a whole number")
    }
    result.ignoreIndex = ignoreIndex
    result.gamma = try StateCodeText.number(text("gamma"), in: prefix + "gamma")
    result.hingeMargin = try StateCodeText.number(text("hinge"), in: prefix + "hinge")
    guard let loss = Losses.named(text("loss")) else {
      throw .wrongField(
        prefix + "loss",
        text: text("loss"),
        expected: "one of " + Losses.all.map(\.name).joined(separator: ", ")
      )
    }
    result.loss = loss
    guard let reduction = Reduction(rawValue: text("reduction")) else {
      throw .wrongField(
        prefix + "reduction",
        text: text("reduction"),
        expected: "one of " + Reduction.allCases.map(\.rawValue).joined(separator: ", ")
      )
    }
    result.reduction = reduction
    return result
  }
}

extension Examples {
  /// The examples with as many rows and classes as the problem: it may differ from these by little.
  static func all(ofShape problem: Problem) -> [Example] {
    all.filter {
      $0.problem.logits.count == problem.logits.count
        && $0.problem.classes.count == problem.classes.count
    }
  }
}
