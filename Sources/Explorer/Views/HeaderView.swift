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
    // A lesson's question comes before the program's name.
    guard state.lesson == nil || displayWidth(program + "  " + state.title) <= left.width else {
      return canvas.put(
        truncated(state.title, to: left.width),
        in: left,
        alignment: .left,
        style: .text.bolded()
      )
    }
    guard displayWidth(program) <= left.width else { return }
    canvas.put(program, in: left, alignment: .left, style: .text.bolded())
    canvas.put(
      state.title,
      in: left.slice(x: displayWidth(program) + 2, width: left.width),
      alignment: .left
    )
  }

  private var settings: [String] {
    let settings = state.problem.settings
    let numbers = state.numbers
    var parts = [settings.loss.sign]
    switch settings.loss.words.parameter {
    case .gamma: parts.append("γ " + numbers.trimmed(settings.gamma))
    case .hingeMargin: parts.append("Δ " + numbers.trimmed(settings.hingeMargin))
    case nil: break
    }
    parts += [temperature, target]
    if settings.labelSmoothing > 0 {
      parts.append(resting("ε " + numbers.trimmed(settings.labelSmoothing)))
    }
    if let weights = settings.classWeights {
      let weight = numbers.trimmed(weights[state.focus])
      parts.append(resting("w(\(truncated(state.name(state.focus), to: 8))) \(weight)"))
    }
    if let batch = state.batch {
      parts.append(state.text(.rowOf(state.row, batch.losses.count)))
      let loss = batch.value.map { state.result(numbers.plain(state.lossInUnit($0))) } ?? "–"
      parts.append(state.text(.reduced(batch.reduction, loss)))
    }
    parts.append(state.text(.unit(state.options.unit)))
    if state.hasCurtain { parts.append(state.text(.curtained)) }
    return parts
  }

  private var temperature: String {
    let settings = state.problem.settings
    let number = state.numbers.trimmed(settings.temperature)
    guard settings.loss.activation == .identity, settings.temperature != 1 else {
      return "T " + number
    }
    return state.text(.temperatureOfSoftmax(number))
  }

  private var target: String {
    if state.evaluation.isIgnored { return state.text(.ignored) }
    switch state.problem.targets[state.row] {
    case nil: return state.text(.noTarget)
    case .index: return state.text(.oneHot)
    case .distribution(let values):
      let isOneHot = state.evaluation.positive.map { values[$0] == 1 } ?? false
      return state.text(isOneHot ? .oneHot : .softTarget)
    }
  }

  /// Weights and smoothing belong to cross entropy alone.
  private func resting(_ setting: String) -> String {
    guard !state.problem.settings.loss.usesWeightsAndSmoothing else { return setting }
    return state.text(.atRest(Phrase(verbatim: setting)))
  }
}

extension State {
  /// The lesson's or the problem's title; an example's in the viewer's language.
  var title: String {
    if let lesson {
      let name = text(Phrase(lesson.lesson.title))
      return visible(lesson.freePlay == .off ? name : name + " · " + text(.freePlayMark))
    }
    let title = problem.title
    let example = Examples.all.first { $0.title.en == title }
    return visible(example.map { text($0.title) } ?? title)
  }
}
