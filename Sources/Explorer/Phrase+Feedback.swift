import Lessons

/// What is said of a goal that is not reached.
extension Phrase {
  /// What a quantity is now; a name takes a verb, a formula a sign.
  static func stands(_ what: Phrase, isName: Bool, at value: String, _ unit: Phrase) -> Phrase {
    let verb = Phrase { isName ? $0 == .en ? " is " : " " : " = " }
    return Phrase { what[$0] + verb[$0] + value + unit[$0] }
  }

  static func behindNumber(_ unit: Unit) -> Phrase {
    let name = Phrase.unit(unit)
    return Phrase { ($0 == .en ? " " : "") + name[$0] }
  }

  static func asked(_ what: Phrase, _ wanted: Phrase, amount: Phrase?) -> Phrase {
    let said = Phrase { "\(what[$0]): \(wanted[$0])" }
    guard let amount else { return said }
    return Phrase { $0 == .en ? "\(said.en), \(amount.en)" : "\(said.ko) (\(amount.ko))" }
  }

  static func wanted(
    _ relation: Condition.Relation,
    _ target: Phrase,
    _ isClass: Bool
  ) -> Phrase {
    let (en, ko) = (target.en, target.ko)
    return switch relation {
    case .less: Phrase(en: "below \(en) is asked", ko: "\(ko)보다 작아야 합니다")
    case .lessOrEqual: Phrase(en: "at most \(en) is asked", ko: "\(ko) 이하여야 합니다")
    case .greater: Phrase(en: "above \(en) is asked", ko: "\(ko)보다 커야 합니다")
    case .greaterOrEqual: Phrase(en: "at least \(en) is asked", ko: "\(ko) 이상이어야 합니다")
    case .equal where isClass: Phrase(en: "\(en) is asked", ko: "목표는 \(ko) 클래스입니다")
    case .equal: Phrase(en: "\(en) is asked", ko: "목표는 \(ko)입니다")
    case .notEqual where isClass:
      Phrase(en: "a class other than \(en) is asked", ko: "\(ko) 말고 다른 클래스여야 합니다")
    case .notEqual: Phrase(en: "a value other than \(en) is asked", ko: "\(ko) 말고 다른 값이어야 합니다")
    }
  }

  static func amount(_ size: String, isMore: Bool, ofThings: Bool) -> Phrase {
    switch (isMore, ofThings) {
    case (true, false): Phrase(en: "\(size) more", ko: "\(size) 더 높이세요")
    case (false, false): Phrase(en: "\(size) less", ko: "\(size) 더 낮추세요")
    case (true, true): Phrase(en: "\(size) more", ko: "\(size) 더 늘리세요")
    case (false, true): Phrase(en: "\(size) fewer", ko: "\(size) 더 줄이세요")
    }
  }

  // MARK: Where there is no number

  static func noValue(_ what: Phrase, _ cause: Phrase) -> Phrase {
    Phrase(en: "\(what.en) has no value: \(cause.en)", ko: "\(what.ko): 값이 없습니다 (\(cause.ko))")
  }

  static let rowIsIgnored = Phrase(en: "the row is ignored", ko: "무시된 행입니다")
  static let rowHasNoTarget = Phrase(en: "the row has no target", ko: "타깃이 없는 행입니다")
  static let noOnePositive = Phrase(
    en: "no class is the only positive",
    ko: "양성 클래스가 하나로 정해지지 않았습니다"
  )
  static let notDefinedHere = Phrase(en: "it is not defined here", ko: "여기서는 정의되지 않습니다")

  static func isThePositive(_ name: String) -> Phrase {
    Phrase(en: "\(name) is the positive", ko: "\(name) 클래스가 양성입니다")
  }

  static func noQuantity(_ name: String) -> Phrase {
    Phrase(en: "no quantity “\(name)”", ko: "“\(name)”: 없는 값입니다")
  }

  static func cannotTell(_ comparison: Phrase) -> Phrase {
    Phrase(
      en: "\(comparison.en): there is nothing to compare",
      ko: "\(comparison.ko): 비교할 값이 없습니다"
    )
  }
}
