import Lessons
import LogitModel
import TerminalUI

/// The explorer: a state that takes events in and shows itself on a canvas.
package struct Explorer: Sendable {
  private var state: State

  package init(
    problem: Problem,
    baseline: Problem? = nil,
    panel: Panel = .negatives,
    options: ViewOptions,
    size: Size
  ) {
    state = State(problem: problem, baseline: baseline, panel: panel, options: options, size: size)
  }

  /// Opens the very state that a share line describes.
  ///
  /// Of the options the unit belongs to the state, unless another one is asked for.
  package init(
    stateCode: String,
    unit: Unit? = nil,
    options: ViewOptions,
    size: Size
  ) throws(StateCodeError) {
    state = try State(code: stateCode)
    let unit = unit ?? state.options.unit
    state.options = options
    state.options.unit = unit
    state.size = size
  }

  /// Opens a lesson at the step that progress leads to.
  package init(lesson: Lesson, progress: Progress, options: ViewOptions, size: Size) {
    state = State(lesson: lesson, progress: progress, options: options, size: size)
  }

  /// Goes from one lesson to another.
  package mutating func open(_ lesson: Lesson, progress: Progress) {
    _ = state.begin(lesson, at: progress)
  }

  /// Has the lesson carry itself out, a command with every tick, until a key is pressed.
  ///
  /// - Parameter pace: How long each screen stands.
  package mutating func play(pace: Duration) { state.lesson?.player = LessonPlayer(pace: pace) }

  /// Whether a lesson is what the keys act on, and not its free play.
  package var isInLesson: Bool { state.lessonStep != nil }

  package mutating func handle(_ event: Event) -> [Effect] {
    let effects = state.update(event)
    state.keepPlaces()
    return effects
  }

  package func canvas() -> Canvas { Screen(state).canvas().folded(state.options.glyphs) }

  /// The screen as an SVG picture.
  package func figure(palette: Palette) -> String {
    let title = state.title.isEmpty ? "logitscope" : "logitscope: " + state.title
    return canvas().svg(palette: palette, title: title)
  }

  /// Says on the last row what came of saving.
  ///
  /// - Parameters:
  ///   - content: What was to be saved.
  ///   - path: The file.
  ///   - readsLogits: Whether it is a program that reads the logits from a file of their own.
  ///   - failure: What kept it from being saved, if anything.
  package mutating func noteSaved(
    _ content: SavedContent,
    _ path: String,
    readsLogits: Bool = false,
    failure: SaveFailure? = nil
  ) {
    state.message =
      failure.map { .notSaved(content, path, $0) }
      ?? .saved(content, path, readsLogits: readsLogits)
    if case .problem(_, let format) = content, failure == nil, [.json, .yaml].contains(format) {
      state.isSaved = true
    }
  }

  /// Says on the last row that a program is on the clipboard.
  package mutating func noteCopied(_ language: CodeLanguage, readsLogits: Bool) {
    state.message = .codeCopied(language, readsLogits: readsLogits)
  }

  /// Says on the last row why there is no program to copy.
  package mutating func noteNotCopied(_ refusal: SaveRefusal) { state.message = .refused(refusal) }

  /// Says on the last row what has become of the learner's progress.
  package mutating func noteProgress(_ trouble: ProgressTrouble) {
    state.message = .progress(trouble)
  }

  /// Says on the last row that no lesson comes after the one that is open.
  package mutating func noteLastLesson() { state.message = .lastLesson }

  /// The command line that reopens exactly this state; nil where it would be too long.
  package var shareLine: String? { state.shareLine }

  /// How long the screen stands before it moves by itself; nil while it does not.
  package var tickInterval: Duration? {
    state.run == nil ? state.lesson?.player?.pace : Self.frame
  }

  /// About 30 frames a second.
  private static let frame = Duration.milliseconds(33)

  /// Whether leaving would lose anything.
  package var hasEdits: Bool { state.hasEdits }
}
