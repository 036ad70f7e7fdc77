import Lessons
import LogitModel

/// How the numbers of a term are written.
enum TermForm {
  /// Of no quantity, and so like what it is compared with.
  case constant
  case plain
  case probability
  case nats
  case count
  case setting
  case index
  case row

  init(of term: Expression.Term, _ state: State) {
    switch term {
    case .number, .nan: self = .constant
    case .quantity(let quantity): self.init(LessonQuantity.named(quantity.name)?.kind, state)
    case .negated(let term), .call(.abs, let term), .call(.sum, let term):
      self = Self(of: term, state).calculated
    case .call(.max, let term), .call(.min, let term): self.init(of: term, state)
    case .call(.log, let term), .call(.exp, let term):
      self = Self(of: term, state) == .constant ? .constant : .plain
    case .count: self = .count
    case .operation(let sign, let left, let right):
      let (left, right) = (Self(of: left, state), Self(of: right, state))
      switch sign {
      case .plus, .minus: self = left.joined(right).calculated
      case .times: self = left.times(right)
      case .over: self = right == .nats ? .plain : left.times(right)
      }
    }
  }

  private init(_ kind: LessonQuantity.Kind?, _ state: State) {
    switch kind {
    case .plain, nil: self = .plain
    case .probability: self = .probability
    case .nats: self = .nats
    case .loss: self = state.problem.settings.loss.isInNats ? .nats : .plain
    case .lossNamed(let name): self = Losses.named(name)?.isInNats == true ? .nats : .plain
    case .count: self = .count
    case .setting: self = .setting
    case .index: self = .index
    case .row: self = .row
    }
  }

  /// What a sum or a comparison of two has.
  func joined(_ other: Self) -> Self {
    if self == .constant || self == other { return other }
    return other == .constant ? self : .plain
  }

  /// A difference of probabilities, classes or rows is none.
  private var calculated: Self {
    self == .probability || isOrdinal ? .plain : self
  }

  /// Whether its numbers only tell which, not how many or how much.
  var isOrdinal: Bool { self == .index || self == .row }

  private func times(_ other: Self) -> Self {
    if self == .constant && other == .constant { return .constant }
    return (self == .nats) != (other == .nats) ? .nats : .plain
  }

  func write(_ value: Double, _ state: State) -> String {
    let numbers = state.numbers
    switch self {
    case .constant, .plain, .nats: return numbers.plain(value)
    case .probability:
      return (0...1).contains(value) ? numbers.textbookProbability(value) : numbers.plain(value)
    case .count, .setting, .row: return numbers.trimmed(value)
    case .index:
      guard let index = Int(exactly: value), state.problem.classes.indices.contains(index) else {
        return numbers.trimmed(value)
      }
      return state.shortName(index)
    }
  }

  /// A difference between two, without a sign.
  func distance(_ size: Double, _ state: State) -> String {
    switch self {
    case .count, .setting: state.numbers.trimmed(size)
    default: state.numbers.plain(size)
    }
  }
}
