import LogitModel
import TerminalUI

/// Entropies of the target and of the softmax, the classes of the largest probabilities, and beside them
/// what softmax forgets: the size of the logits.
struct InformationPanel {
  let state: State

  func draw(in rect: Rect, on canvas: inout Canvas) {
    var area = rect
    if rect.height >= Self.tallHeight {
      bar.draw(in: inner(rect.slice(y: 0, height: 1)), on: &canvas)
      area = rect.slice(y: 2, height: rect.height - 2)
    }
    let isTall = area != rect
    let measures = measures(hasBar: !isTall)
    let leaders = LeadersView(state: state)
    // What has no room beside the others stands below them.
    let widths = measures.map { $0.width(state) } + [leaders.width]
    var place = (x: Self.indent, y: 0, height: 0)
    for (index, width) in widths.enumerated() {
      if place.x > Self.indent, place.x + width > area.width {
        place = (Self.indent, place.y + place.height + 1, 0)
      }
      let isLast = index == widths.count - 1
      let cell = area.slice(x: place.x, width: isLast ? area.width - place.x - 1 : width)
        .slice(y: place.y, height: area.height - place.y)
      let height =
        isLast
        ? leaders.draw(in: cell, on: &canvas)
        : measures[index].draw(in: cell, state, on: &canvas)
      place = (place.x + width + gap(area.width, widths), place.y, max(place.height, height))
    }
    let below = place.y + place.height + 1
    let note = inner(area.slice(y: below, height: area.height - below))
    TextBlock([StyledText(state.text(elephant), style: .faint)]).draw(in: note, on: &canvas)
  }

  private static let indent = 3
  private static let tallHeight = 10

  private func inner(_ row: Rect) -> Rect {
    row.slice(x: Self.indent, width: row.width - Self.indent - 1)
  }

  /// The air between the parts, which grows with the width.
  private func gap(_ width: Int, _ widths: [Int]) -> Int {
    let spare = width - Self.indent - 1 - widths.reduce(0, +)
    return min(8, max(2, spare / max(1, widths.count - 1)))
  }

  // MARK: Numbers

  private var bar: InformationBar { InformationBar(state: state) }

  private func measures(hasBar: Bool) -> [MeasureList] {
    let softmax = MeasureList(
      title: .softmaxInformation(state.options.unit),
      bar: hasBar && state.evaluation.target == nil ? bar : nil,
      measures: softmaxMeasures
    )
    guard let measures = targetMeasures else { return [softmax] }
    let target = MeasureList(
      title: .targetInformation(state.options.unit),
      bar: hasBar ? bar : nil,
      measures: measures
    )
    return [target, softmax]
  }

  private var targetMeasures: [Measure]? {
    let now = state.evaluation
    guard let entropy = now.targetEntropy, let divergence = now.klDivergence,
      let crossEntropy = now.crossEntropy, let perplexity = now.perplexity
    else { return nil }
    return [
      Measure(Phrase(verbatim: "H(y)"), information(entropy), part: .entropy),
      Measure(Phrase(verbatim: "KL(y‖s)"), information(divergence), part: .divergence),
      Measure(.crossEntropy, information(crossEntropy)),
      Measure(.perplexity, state.numbers.plain(perplexity)),
    ]
  }

  private var softmaxMeasures: [Measure] {
    let now = state.evaluation
    let largest = state.numbers.probability(
      now.probabilities[now.argmax],
      complement: now.complements[now.argmax]
    )
    return [
      Measure(
        .softmaxEntropy,
        information(now.entropy),
        part: now.target == nil ? .entropy : nil
      ),
      Measure(.effectiveClasses, state.numbers.plain(now.effectiveClasses)),
      Measure(Phrase(verbatim: "logsumexp"), state.numbers.plain(now.shownLogSumExp)),
      Measure(.largestProbability, largest),
    ]
  }

  private func information(_ nats: Double) -> String {
    state.numbers.plain(state.inUnit(nats))
  }

  // MARK: Words

  /// What happened to logsumexp and to nothing else, or how to see it happen.
  private var elephant: Phrase {
    let now = state.evaluation
    let before = state.baselineEvaluation
    let change = difference(now.logSumExp, before.logSumExp)
    guard change != 0, now.logits.count == before.logits.count,
      zip(now.probabilities, before.probabilities).allSatisfy({ difference($0, $1) == 0 })
    else { return .elephant }
    return .forgotten(state.numbers.signed(change))
  }
}
