import LogitModel
import TerminalUI

/// The first row: what is looked at, and under which settings.
struct HeaderView {
  let state: State

  func draw(in rect: Rect, on canvas: inout Canvas) {
    let settings = settings.joined(separator: " · ")
    let room = rect.width - 2
    let settingsWidth = min(displayWidth(settings), room)
    canvas.put(
      settings,
      in: Rect(x: rect.maxX - 1 - settingsWidth, y: rect.y, width: settingsWidth, height: 1),
      alignment: .right,
      style: .faint
    )
    let left = rect.slice(x: 1, width: room - settingsWidth - 2)
    let program = "logitscope"
    canvas.put(program, in: left, alignment: .left, style: .text.bolded())
    canvas.put(
      title,
      in: left.slice(x: displayWidth(program) + 2, width: left.width),
      alignment: .left
    )
  }

  /// The problem's title; an example's in the viewer's language.
  private var title: String {
    let title = state.problem.title
    let example = Examples.all.first { $0.title.en == title }
    return visible(example.map { state.text($0.title) } ?? title)
  }

  private var settings: [String] {
    let settings = state.problem.settings
    let numbers = state.numbers
    var parts = [settings.loss.sign, "T " + numbers.trimmed(settings.temperature), target]
    if settings.labelSmoothing > 0 {
      parts.append(resting("ε " + numbers.trimmed(settings.labelSmoothing)))
    }
    if settings.classWeights != nil { parts.append(resting(state.text(.weighted))) }
    if state.problem.logits.count > 1 {
      parts.append(state.text(.rowOf(state.row, state.problem.logits.count)))
    }
    parts.append(state.text(.unit(state.options.unit)))
    if state.isCurtained { parts.append(state.text(.curtained)) }
    return parts
  }

  private var target: String {
    if state.evaluation.isIgnored { return state.text(.ignored) }
    switch state.problem.targets[state.row] {
    case nil: return state.text(.noTarget)
    case .index: return state.text(.oneHot)
    case .distribution: return state.text(.softTarget)
    }
  }

  /// Weights and smoothing belong to cross entropy alone.
  private func resting(_ setting: String) -> String {
    guard !state.problem.settings.loss.usesWeightsAndSmoothing else { return setting }
    return state.text(.atRest(Phrase(verbatim: setting)))
  }
}
