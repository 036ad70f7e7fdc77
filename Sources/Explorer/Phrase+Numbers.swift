import LogitModel

/// The words of the panel of textbook arithmetic.
extension Phrase {
  static let bitsHead = Phrase(en: "bits", ko: "비트")
  static let formHead = Phrase(en: "form", ko: "방식")
  static let digitsHead = Phrase(en: "right", ko: "자리")
  static let noteHead = Phrase(en: "outcome", ko: "현상")
  static let exactRow = Phrase(en: "exact", ko: "참값")

  static func formulation(isStable: Bool) -> Phrase {
    isStable ? Phrase(en: "stable", ko: "안정") : Phrase(en: "naive", ko: "단순")
  }

  /// A column's head where naive and stable stand side by side.
  static func formulation(isStable: Bool, of symbol: String) -> Phrase {
    let formulation = formulation(isStable: isStable)
    return Phrase(en: "\(formulation.en) \(symbol)", ko: "\(formulation.ko) \(symbol)")
  }

  static func digitsLegend(_ symbol: String) -> Phrase {
    Phrase(
      en: "s is \(symbol); right digits follow",
      ko: "s는 \(symbol), 뒤의 수는 맞는 자릿수"
    )
  }

  /// A number of digits that are right.
  static func digits(_ count: Int) -> Phrase {
    switch count {
    case 17: Phrase(en: "all", ko: "전부")
    case 0: Phrase(en: "none", ko: "없음")
    default: Phrase(verbatim: String(count))
    }
  }

  // MARK: What goes wrong

  static let theLoss = Phrase(en: "the loss", ko: "손실")

  /// Where it goes wrong: "32, 16 bit, naive".
  static func forms(formats: Set<FloatingPointFormat>, formulations: Set<Bool>) -> Phrase {
    let bits = formats.map(\.rawValue).sorted(by: >).map(String.init)
    let (list, short) = (bits.joined(separator: ", "), bits.joined(separator: "·"))
    guard formulations.count == 1, let only = formulations.first else {
      return Phrase(en: "\(list) bit", ko: "\(short)비트")
    }
    let name = Phrase.formulation(isStable: only)
    return Phrase(en: "\(list) bit, \(name.en)", ko: "\(short)비트 \(name.ko)")
  }

  static func fault(_ fault: SoftmaxFault, _ numbers: NumberFormat) -> Phrase {
    switch fault {
    case .logitOutOfRange: Phrase(en: "z/T is out of range", ko: "z/T가 표현 범위를 벗어남")
    case .exponentialOverflow(let argument):
      Phrase(
        en: "exp(\(numbers.trimmed(argument))) overflows",
        ko: "exp(\(numbers.trimmed(argument))) 오버플로"
      )
    case .sumOverflow: Phrase(en: "the sum of exp overflows", ko: "exp의 합 오버플로")
    case .sumUnderflow: Phrase(en: "every exp is 0", ko: "exp가 모두 0으로 언더플로")
    }
  }

  static func badSoftmax(
    _ cause: Phrase,
    _ quantity: Phrase,
    _ value: String,
    exact: String
  ) -> Phrase {
    Phrase(
      en: "\(cause.en), \(quantity.en) is \(value); exactly \(exact)",
      ko: "\(cause.ko), \(quantity.ko) = \(value) (참값 \(exact))"
    )
  }

  static func lossIsNaN(exact: String) -> Phrase {
    Phrase(
      en: "0 × inf makes the loss NaN; exactly \(exact)",
      ko: "0 × inf 때문에 손실 = NaN (참값 \(exact))"
    )
  }

  static func badLoss(
    _ symbol: Phrase,
    _ probability: String,
    _ loss: String,
    exact: String
  ) -> Phrase {
    Phrase(
      en: "\(symbol.en) is \(probability), so the loss is \(loss); exactly \(exact)",
      ko: "\(symbol.ko) = \(probability), 손실 = \(loss) (참값 \(exact))"
    )
  }

  static func lossStops(at loss: String, exact: String) -> Phrase {
    Phrase(
      en: "with ε the loss stops at \(loss); exactly \(exact)",
      ko: "ε을 더하면 손실은 \(loss)에서 멈춤 (참값 \(exact))"
    )
  }

  static func lossBelowZero(_ loss: String, exact: String) -> Phrase {
    Phrase(
      en: "with ε the loss falls below 0, to \(loss); exactly \(exact)",
      ko: "ε을 더하면 손실이 0보다 작아짐: \(loss) (참값 \(exact))"
    )
  }

  static func probabilityVanishes(_ symbol: Phrase, exact: String) -> Phrase {
    Phrase(
      en: "\(symbol.en) underflows to 0; exactly \(exact)",
      ko: "\(symbol.ko) = 0으로 언더플로 (참값 \(exact))"
    )
  }

  static func epsilonVanishes(_ epsilon: String) -> Phrase {
    Phrase(
      en: "ε = \(epsilon) becomes 0 and protects nothing",
      ko: "ε = \(epsilon) 자체가 0으로 반올림되어 효과 없음"
    )
  }

  static func epsilonCosts(_ digits: Phrase, of all: Phrase) -> Phrase {
    Phrase(
      en: "right digits of the loss \(all.en), with ε \(digits.en)",
      ko: "손실의 맞는 자릿수 \(all.ko), ε을 더하면 \(digits.ko)"
    )
  }

  static func fewestDigits(_ digits: Phrase, of quantity: Phrase) -> Phrase {
    Phrase(
      en: "right digits of \(quantity.en) \(digits.en), the fewest here",
      ko: "\(quantity.ko)의 맞는 자릿수 \(digits.ko), 여기서 가장 적음"
    )
  }
}
