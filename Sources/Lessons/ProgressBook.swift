import ProblemFiles

/// How far a learner has come in every lesson, as it outlasts a run.
///
/// A bundled lesson goes by its name, one from a file by its real path.
package struct ProgressBook: Equatable, Sendable {
  private static let version = 1

  private var lessons: [String: Progress] = [:]

  package init() {}

  /// Where the learner is in a lesson; nil where it was never begun.
  package subscript(key: String) -> Progress? {
    get { lessons[key] }
    set { lessons[key] = newValue }
  }

  /// Brings in what was done in a lesson since it was last kept; what others have kept meanwhile stays.
  package mutating func merge(_ progress: Progress, of key: String, since last: Progress?) {
    var done = lessons[key]?.done ?? []
    done.formUnion(progress.done)
    if let last { done.subtract(last.done.subtracting(progress.done)) }
    lessons[key] = Progress(step: progress.step, done: done)
  }
}

extension ProgressBook {
  /// Reads what `json` wrote, and nothing else.
  ///
  /// It is nil for what a later program wrote: that must not be replaced by what this one understands of it.
  package init?(json text: String) throws(FileError) {
    let document = try JSONReader.read(text)
    if Self.isLater(document) { return nil }
    let fields = try Fields(document, among: ["version", "lessons"])
    let version = try fields.required("version", as: Node.count)
    guard version == Self.version else {
      throw FileError(line: document.line, "there was no version \(version)")
    }
    lessons = try fields.required("lessons", as: Node.lessons)
  }

  /// Whether it has a later version, which may have other keys.
  private static func isLater(_ document: Node) -> Bool {
    guard case .map(let members) = document.value,
      let version = members.first(where: { $0.key == "version" })
    else { return false }
    return (try? version.node.count()).map { $0 > Self.version } ?? false
  }

  /// The book as JSON, the lessons in the order of their keys.
  package var json: String {
    let entries = lessons.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value.json) }
    var text = ""
    JSONValue.object([("version", .integer(Self.version)), ("lessons", .object(entries))])
      .write(to: &text)
    return text
  }
}

extension Progress {
  /// Where to go on in a lesson of so many steps: at the step kept, else at the first that is not done, and once
  /// more from the first where all are.
  package func resumed(steps count: Int) -> Progress {
    let steps = 0..<count
    let open = steps.filter { !done.contains($0) }
    let next = open.contains(step) ? step : open.first ?? 0
    // The lesson may have lost steps since.
    return Progress(step: next, done: done.intersection(steps))
  }

  fileprivate init(_ node: Node) throws(FileError) {
    let fields = try Fields(node, among: ["step", "done"])
    self.init(
      step: try fields.required("step", as: Node.count),
      done: Set(try fields.required("done", as: Node.steps))
    )
  }

  fileprivate var json: JSONValue {
    .object([
      ("step", .integer(step)), ("done", .list(done.sorted().map { .integer($0) })),
    ])
  }
}

extension Node {
  fileprivate func lessons() throws(FileError) -> [String: Progress] {
    guard case .map(let members) = value else {
      throw FileError(line: line, "an object of lessons was expected, found \(kind)")
    }
    var lessons: [String: Progress] = [:]
    for (key, _, node) in members {
      lessons[key] = try Progress(node)
    }
    return lessons
  }

  fileprivate func steps() throws(FileError) -> [Int] {
    try list("a list of steps", each: "entry", of: Node.count)
  }

  /// A whole number from 0.
  fileprivate func count() throws(FileError) -> Int {
    let count = try index()
    guard count >= 0 else {
      throw FileError(line: line, "a whole number from 0 was expected, found \(kind)")
    }
    return count
  }
}
