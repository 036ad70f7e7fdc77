import LogitModel
import TerminalUI

/// Why something that was asked for is not done, in the viewer's language.
struct Refusal: Error, Equatable {
  let reason: Phrase

  init(_ reason: Phrase) {
    self.reason = reason
  }
}

extension Refusal {
  /// What the problem refused, in the few words that the last row has room for.
  init(_ error: ProblemError) {
    self.init(error.phrase)
  }
}

extension ProblemError {
  fileprivate var phrase: Phrase {
    switch self {
    case .tooFewClasses:
      Phrase(en: "two classes must be left", ko: "클래스가 둘 이상 남아 있어야 합니다")
    case .onlyRow:
      Phrase(en: "one row must be left", ko: "행이 하나는 남아 있어야 합니다")
    case .invalidLogit(_, let place, let value):
      Phrase(
        en:
          "the logit of \(place.shown) is \(shown(value)): type a finite number, or -inf to leave it out",
        ko: "\(place.shown)의 로짓이 \(shown(value))입니다. 유한한 수를 입력하세요 (제외: -inf)"
      )
    case .noFiniteLogit:
      Phrase(en: "one class must keep a finite logit", ko: "로짓이 유한한 클래스가 하나는 있어야 합니다")
    case .targetOutOfRange(_, let index, let classes):
      Phrase(
        en: "no class \(index): they go from 0 to \(classes - 1)",
        ko: "\(index)번 클래스가 없습니다. 번호는 0부터 \(classes - 1)까지입니다"
      )
    case .targetLength(_, let count, let expected):
      Phrase(
        en: "\(count) numbers: \(expected) are needed, one for each class",
        ko: "값이 \(count)개입니다. 클래스마다 하나씩 \(expected)개여야 합니다"
      )
    case .invalidTarget(_, let place, let value):
      Phrase(
        en: "the target of \(place.shown) is \(shown(value)): it must be 0 or more",
        ko: "\(place.shown)의 타깃이 \(shown(value))입니다. 0 이상이어야 합니다"
      )
    case .invalidTargetSum(_, let sum):
      Phrase(
        en: "the target sums to \(shown(sum)): it must sum to 1",
        ko: "타깃의 합이 \(shown(sum))입니다. 합은 1이어야 합니다"
      )
    case .invalidTemperature(let value):
      Phrase(
        en: "the temperature is \(shown(value)): it must be finite and above 0",
        ko: "온도가 \(shown(value))입니다. 0보다 큰 유한한 수여야 합니다"
      )
    case .invalidLabelSmoothing(let value):
      Phrase(
        en: "label smoothing is \(shown(value)): it must lie between 0 and 1",
        ko: "레이블 스무딩이 \(shown(value))입니다. 0 이상 1 이하여야 합니다"
      )
    case .invalidGamma(let value):
      Phrase(
        en: "γ is \(shown(value)): it must be finite and 0 or more",
        ko: "γ가 \(shown(value))입니다. 0 이상의 유한한 수여야 합니다"
      )
    case .invalidHingeMargin(let value):
      Phrase(
        en: "Δ is \(shown(value)): it must be finite and above 0",
        ko: "Δ가 \(shown(value))입니다. 0보다 큰 유한한 수여야 합니다"
      )
    case .invalidWeight(let place, let value):
      Phrase(
        en: "the weight of \(place.shown) is \(shown(value)): it must be 0 or more",
        ko: "\(place.shown)의 가중치가 \(shown(value))입니다. 0 이상이어야 합니다"
      )
    case .classIsTarget(_, let place):
      Phrase(
        en: "\(place.shown) is a target: first make another class the positive with y",
        ko: "\(place.shown): 타깃 클래스입니다. 먼저 y 키로 다른 클래스를 양성으로 지정하세요"
      )
    case .classIsIgnored(let place):
      Phrase(
        en: "\(place.shown) is the ignore index and stays",
        ko: "\(place.shown): ignore index인 클래스는 삭제할 수 없습니다"
      )
    case .probabilityOutOfRange:
      Phrase(
        en: "a probability lies above 0 and below 1",
        ko: "확률은 0보다 크고 1보다 작아야 합니다"
      )
    case .noOtherFiniteLogit:
      Phrase(
        en: "all others are left out, so its probability is 1: x brings one back",
        ko: "다른 클래스가 모두 제외되어 확률이 1입니다. x 키로 하나를 다시 포함하세요"
      )
    // No key changes the shape of a problem otherwise.
    case .noRows, .logitCount, .invalidProbability, .noProbability, .classNameCount, .targetCount,
      .weightCount, .newClassLogitCount, .rowOutOfRange, .classOutOfRange:
      Phrase(verbatim: description)
    }
  }
}

extension ProblemError.Class {
  fileprivate var shown: String { truncated(visible(name), to: 16) }
}

private func shown(_ value: Double) -> String {
  value.isNaN ? "NaN" : NumberFormat().trimmed(value)
}
