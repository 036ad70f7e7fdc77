/// How far a learner has come in one lesson.
package struct Progress: Equatable, Sendable {
  /// The step to go on with, from 0.
  package var step: Int
  /// The steps that are done.
  package var done: Set<Int>

  package init(step: Int = 0, done: Set<Int> = []) {
    self.step = step
    self.done = done
  }
}
