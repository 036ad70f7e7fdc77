import Lessons

/// A lesson under way: where the learner is in it, and what of the step is done.
struct LessonVisit: Equatable, Sendable {
  enum Stage: Equatable, Sendable {
    /// The question is open; nothing can be changed.
    case predicting
    /// The task is to be done.
    case acting
    case done
  }

  /// What has to be asked for twice.
  enum Request: Equatable, Sendable {
    case solution, skip, freePlay
  }

  let lesson: Lesson
  var progress: Progress
  var stage: Stage
  var guess = Guess()
  var hintsShown = 0
  /// What the last command would have done, had it been the second of its kind.
  var request: Request?
  /// Whether anything has been changed since the step began.
  var hasActed = false
  /// Whether the program did the task.
  var wasSolved = false
  /// Whether a panel has the place of the text where there is no room for both.
  var isAside = false
  /// What free play will return to.
  var freePlay = FreePlay.off
  var player: LessonPlayer?

  init(_ lesson: Lesson, progress: Progress) {
    self.lesson = lesson
    self.progress = progress
    let step = lesson.steps[progress.step]
    stage = step.prediction != nil ? .predicting : step.goal != nil ? .acting : .done
  }

  var step: LessonStep { lesson.steps[progress.step] }

  var isLastStep: Bool { progress.step == lesson.steps.count - 1 }

  /// Whether the results would tell the answer of a question that is still open.
  var hidesResults: Bool {
    guard step.prediction != nil, !guess.isVoid, freePlay == .off else { return false }
    switch stage {
    case .predicting: return guess.answers.isEmpty
    case .acting: return true
    case .done: return false
    }
  }
}

/// The learner's prediction.
struct Guess: Equatable, Sendable {
  enum Answer: Equatable, Sendable {
    case choice(Int)
    case number(Double)
  }

  /// Chosen, and not locked in yet.
  var choice: Int?
  /// Locked in: the prediction itself, and behind it what was read off the screen after it was wrong.
  var answers: [Answer] = []
  /// Whether the inputs changed before they could tell.
  var isVoid = false
  /// The right answer, once it is shown, and whether it was the first one given.
  var truth: Answer?
  var wasRight = false
}

/// The lesson's state while the learner plays.
indirect enum FreePlay: Equatable, Sendable {
  case off
  case on(State)
}

/// A lesson that carries itself out.
struct LessonPlayer: Equatable, Sendable {
  /// How long each screen stands.
  let pace: Duration
  /// How many lines of the step's solution have been carried out.
  var line = 0
  /// Ticks to let pass first, for something to be read.
  var rest = reading

  static let reading = 3
}
