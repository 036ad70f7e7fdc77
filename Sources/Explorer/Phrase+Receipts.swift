import LogitModel

/// What the last edit was, in a few words.
extension Phrase {
  static let undone = Phrase(en: "undone", ko: "실행 취소")
  static let redone = Phrase(en: "redone", ko: "다시 실행")
  static let targetSet = Phrase(en: "target set", ko: "타깃 변경")
  static let baselineSet = Phrase(en: "baseline set", ko: "기준 설정")
  static let swapped = Phrase(en: "swapped with the baseline", ko: "기준과 맞바꿈")
  static let wasReset = Phrase(en: "reset", ko: "초기화")

  static func nudged(_ name: String, _ delta: Double) -> Phrase {
    Phrase(verbatim: "\(name) \(NumberFormat().delta(delta))")
  }

  static func shiftedNegatives(_ delta: Double) -> Phrase {
    let delta = NumberFormat().delta(delta)
    return Phrase(en: "negatives \(delta)", ko: "음성 \(delta)")
  }

  static func shiftedMarked(_ count: Int, _ delta: Double) -> Phrase {
    let delta = NumberFormat().delta(delta)
    return Phrase(en: "\(count) marked \(delta)", ko: "표시한 \(count)개 \(delta)")
  }

  static func shiftedAll(_ delta: Double) -> Phrase {
    let delta = NumberFormat().delta(delta)
    return Phrase(en: "every logit \(delta)", ko: "모든 로짓 \(delta)")
  }

  static func logitSet(_ name: String, _ value: Double) -> Phrase {
    Phrase(verbatim: "z(\(name)) = \(NumberFormat().plain(value))")
  }

  static func probabilitySet(_ name: String, _ value: Double) -> Phrase {
    Phrase(verbatim: "s(\(name)) = \(NumberFormat().probability(value, complement: 1 - value))")
  }

  static func leftOut(_ name: String) -> Phrase {
    Phrase(en: "without \(name)", ko: "제외: \(name)")
  }

  static func broughtBack(_ name: String) -> Phrase {
    Phrase(en: "\(name) is back", ko: "다시 포함: \(name)")
  }

  static func madePositive(_ name: String) -> Phrase {
    Phrase(en: "positive: \(name)", ko: "양성: \(name)")
  }

  static func temperatureSet(_ value: Double) -> Phrase {
    Phrase(verbatim: "T = \(NumberFormat().trimmed(value))")
  }

  static func smoothingSet(_ value: Double) -> Phrase {
    Phrase(verbatim: "ε = \(NumberFormat().trimmed(value))")
  }

  static func weightSet(_ name: String, _ value: Double) -> Phrase {
    Phrase(verbatim: "w(\(name)) = \(NumberFormat().trimmed(value))")
  }

  static func gammaSet(_ value: Double) -> Phrase {
    Phrase(verbatim: "γ = \(NumberFormat().trimmed(value))")
  }

  static func hingeMarginSet(_ value: Double) -> Phrase {
    Phrase(verbatim: "Δ = \(NumberFormat().trimmed(value))")
  }

  static func reductionSet(_ reduction: Reduction) -> Phrase {
    Phrase(en: "reduction: \(reduction.rawValue)", ko: "집계 방식: \(reduction.rawValue)")
  }

  static func classAdded(_ name: String) -> Phrase { Phrase(en: "new: \(name)", ko: "추가: \(name)") }

  static func classDeleted(_ name: String) -> Phrase {
    Phrase(en: "deleted: \(name)", ko: "삭제: \(name)")
  }

  static func renamed(_ old: String, _ new: String) -> Phrase {
    Phrase(verbatim: "\(old) → \(new)")
  }
}
