import Lessons
import TerminalUI

/// What the keys do in a lesson now, the nearest first; the footer shows as much as it has room for.
struct LessonHints {
  private let state: State
  private let visit: LessonVisit

  /// nil where no lesson is open.
  init?(_ state: State) {
    guard let visit = state.lesson, !state.isBig else { return nil }
    self.state = state
    self.visit = visit
  }

  var all: [(keys: String, text: String)] {
    guard visit.freePlay == .off else { return [hint("free-play", .toLesson)] }
    let text = visit.isAside ? [hint("text", .toText)] : []
    switch visit.stage {
    case .predicting: return text + predicting + [hint("hint"), hint("free-play")]
    case .acting: return text + acting + [hint("hint"), hint("free-play")]
    case .done: return text + [hint("next"), hint("back"), hint("free-play")] + acting
    }
  }

  private var predicting: [(keys: String, text: String)] {
    let lockIn = (keys: Key.enter.label(state.options.glyphs), text: state.text(.locksIn))
    guard case .choices(let choices) = visit.step.prediction?.answer else { return [lockIn] }
    return [(keys: "1–\(choices.count)", text: state.text(.chooses)), lockIn]
  }

  /// What may be changed; where a step locks nothing, what changes most.
  private var acting: [(keys: String, text: String)] {
    let names = visit.step.only.map { $0.map(\.text) } ?? ["nudge", "negatives"]
    return [hint("class")] + names.map { hint($0) }
  }

  private func hint(_ name: String, _ word: Phrase? = nil) -> (keys: String, text: String) {
    let keys = LessonProse.keys(name, state.options.glyphs)
    // What is typed by its name says itself what it is.
    let word = word ?? (keys.hasPrefix(":") ? Phrase(verbatim: "") : Command.named(name)?.word)
    return (keys, state.text(word ?? Phrase(verbatim: name)))
  }
}

extension Phrase {
  fileprivate static let chooses = Phrase(en: "choose", ko: "선택")
  fileprivate static let locksIn = Phrase(en: "lock in", ko: "예측 확정")
  fileprivate static let toLesson = Phrase(en: "back to the lesson", ko: "레슨으로")
  fileprivate static let toText = Phrase(en: "lesson text", ko: "레슨 글")
}

extension Command {
  /// A word for the footer of a lesson.
  fileprivate var word: Phrase? {
    if let hint { return hint }
    return switch name {
    case "all": Phrase(en: "all", ko: "모든 로짓")
    case "logit": Phrase(en: "logit", ko: "로짓 입력")
    case "probability": Phrase(en: "probability", ko: "확률 입력")
    case "target": Phrase(en: "target", ko: "타깃")
    case "mark": Phrase(en: "mark", ko: "표시")
    case "leave-out": Phrase(en: "leave out", ko: "제외")
    case "add": Phrase(en: "add", ko: "추가")
    case "delete": Phrase(en: "delete", ko: "삭제")
    case "rename": Phrase(en: "rename", ko: "이름")
    case "temperature": Phrase(en: "temperature", ko: "온도")
    case "smoothing": Phrase(en: "smoothing", ko: "스무딩")
    case "weight": Phrase(en: "weight", ko: "가중치")
    case "loss": Phrase(en: "loss", ko: "손실")
    case "rate": Phrase(en: "rate", ko: "학습률")
    case "swap": Phrase(en: "swap", ko: "맞바꾸기")
    case "hint": Phrase(en: "hint", ko: "힌트")
    case "free-play": Phrase(en: "free play", ko: "자유 조작")
    case "next": Phrase(en: "next", ko: "다음")
    case "back": Phrase(en: "back", ko: "이전")
    // The rest is typed by its name.
    default: nil
    }
  }
}
