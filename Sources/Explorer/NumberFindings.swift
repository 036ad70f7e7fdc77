import LogitModel
import TerminalUI

/// One thing that goes wrong in a textbook form.
struct NumberFinding: Equatable {
  /// The worst first.
  enum Kind: Int, CaseIterable {
    /// The softmax is NaN.
    case noSoftmax
    /// The softmax's sum is lost, and what is made of it wrong without being NaN.
    case wrongSoftmax
    /// A product of 0 and an infinity makes the loss NaN.
    case noLoss
    case infiniteLoss
    /// Epsilon is all that the logarithm sees.
    case cappedLoss
    case zeroLoss
    case negativeLoss
    case zeroProbability
    /// Epsilon is 0 in the format.
    case zeroEpsilon
    /// Epsilon costs digits that the loss had.
    case coarseEpsilon
    /// Nothing breaks, only digits are lost.
    case fewestDigits
  }

  let kind: Kind
  let form: FloatingPointForm
}

extension FloatingPointForms {
  /// What goes wrong, the worst first, and of each kind what happens in the widest format; one finding
  /// at least.
  var findings: [NumberFinding] {
    let kinds = forms.map { self.kinds(of: $0) }
    let findings = NumberFinding.Kind.allCases.flatMap { kind in
      zip(forms, kinds).filter { $1.contains(kind) }.map { NumberFinding(kind: kind, form: $0.0) }
    }
    let isWhole = findings.allSatisfy { [.zeroEpsilon, .coarseEpsilon].contains($0.kind) }
    let fewest = isWhole ? forms.min { digits(of: $0) < digits(of: $1) } : nil
    return findings + (fewest.map { [NumberFinding(kind: .fewestDigits, form: $0)] } ?? [])
  }

  /// The digits that are right of the loss, or of the probability where there is none.
  private func digits(of form: FloatingPointForm) -> Int {
    (form.loss ?? form.probability).correctDigits
  }

  private func kinds(of form: FloatingPointForm) -> Set<NumberFinding.Kind> {
    if form.fault != nil {
      if form.probability.outcome == .notANumber { return [.noSoftmax] }
      // A class far below what overflowed may be 0 by right; its loss is not infinite by right.
      let isWrong = (form.loss ?? form.probability).outcome != .number
      return isWrong ? [.wrongSoftmax] : []
    }
    var kinds: Set<NumberFinding.Kind> = []
    switch form.loss?.outcome {
    case .notANumber: kinds.insert(.noLoss)
    case .overflow: kinds.insert(.infiniteLoss)
    case .underflow: kinds.insert(.zeroLoss)
    default: if form.probability.outcome == .underflow { kinds.insert(.zeroProbability) }
    }
    guard let loss = form.loss, let epsilonLoss = form.epsilonLoss else { return kinds }
    guard form.format.rounded(epsilon) > 0 else { return kinds.union([.zeroEpsilon]) }
    switch epsilonLoss.outcome {
    case .capped: kinds.insert(.cappedLoss)
    case .belowZero: kinds.insert(.negativeLoss)
    case .number where epsilonLoss.correctDigits < loss.correctDigits:
      kinds.insert(.coarseEpsilon)
    default: break
    }
    return kinds
  }
}

/// The findings in words.
struct FindingTexts {
  let state: State
  let numbers: FloatingPointForms

  /// One sentence for each thing that happens, the worst first, with the forms that it happens to.
  var sentences: [String] {
    var events: [(event: Phrase, forms: [FloatingPointForm])] = []
    for finding in numbers.findings {
      let event = event(finding.kind, finding.form)
      if let last = events.indices.last(where: { events[$0].event == event }) {
        events[last].forms.append(finding.form)
      } else {
        events.append((event, [finding.form]))
      }
    }
    return events.flatMap { event in
      places(event.forms).map { state.text($0) + ": " + state.text(event.event) }
    }
  }

  /// The formats of both forms, then those of one alone.
  private func places(_ forms: [FloatingPointForm]) -> [Phrase] {
    let formats = [false, true].map { isStable in
      Set(forms.filter { $0.isStable == isStable }.map(\.format))
    }
    let both = formats[0].intersection(formats[1])
    let places: [(formats: Set<FloatingPointFormat>, formulations: Set<Bool>)] = [
      (both, [false, true]), (formats[0].subtracting(both), [false]),
      (formats[1].subtracting(both), [true]),
    ]
    return places.filter { !$0.formats.isEmpty }.map(Phrase.forms)
  }

  /// What happens, in the numbers of one form.
  private func event(_ kind: NumberFinding.Kind, _ form: FloatingPointForm) -> Phrase {
    let value = loss(form.loss?.value)
    let exact = loss(numbers.loss)
    switch kind {
    case .noSoftmax:
      return .badSoftmax(cause(form), symbol, probability(of: form), exact: exactProbability)
    case .wrongSoftmax where form.loss == nil:
      return .badSoftmax(cause(form), symbol, probability(of: form), exact: exactProbability)
    case .wrongSoftmax: return .badSoftmax(cause(form), .theLoss, value, exact: exact)
    case .noLoss: return .lossIsNaN(exact: exact)
    case .infiniteLoss, .zeroLoss:
      return .badLoss(symbol, probability(of: form), value, exact: exact)
    case .cappedLoss: return .lossStops(at: loss(form.epsilonLoss?.value), exact: exact)
    case .negativeLoss: return .lossBelowZero(loss(form.epsilonLoss?.value), exact: exact)
    case .zeroProbability: return .probabilityVanishes(symbol, exact: exactProbability)
    case .zeroEpsilon: return .epsilonVanishes(state.numbers.trimmed(numbers.epsilon))
    case .coarseEpsilon:
      return .epsilonCosts(
        .digits(form.epsilonLoss?.correctDigits ?? 0),
        of: .digits(form.loss?.correctDigits ?? 0)
      )
    case .fewestDigits:
      let digits = Phrase.digits((form.loss ?? form.probability).correctDigits)
      return .fewestDigits(digits, of: form.loss == nil ? symbol : .theLoss)
    }
  }

  private func cause(_ form: FloatingPointForm) -> Phrase {
    form.fault.map { .fault($0, state.numbers) } ?? Phrase(verbatim: "")
  }

  /// The class as the argument of s.
  private var symbol: Phrase {
    Phrase(verbatim: "s(\(truncated(state.name(numbers.index), to: 12)))")
  }

  private func loss(_ nats: Double?) -> String {
    nats.map { state.numbers.plain(state.inUnit($0)) } ?? ""
  }

  private func probability(of form: FloatingPointForm) -> String {
    state.numbers.textbookProbability(form.probability.value)
  }

  private var exactProbability: String {
    state.numbers.probability(numbers.probability, complement: numbers.complement)
  }
}

extension NumberFormat {
  /// A probability that arithmetic has made what it is: where that is 0 or 1, so is the text.
  func textbookProbability(_ value: Double) -> String {
    value.isNaN ? plain(value) : probability(value, complement: 1 - value)
  }
}
