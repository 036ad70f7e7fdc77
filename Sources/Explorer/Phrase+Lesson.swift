import Lessons
import TerminalUI

/// What a lesson says beside its own prose.
extension Phrase {
  // MARK: Beside the text

  static func stepOf(_ step: Int, _ count: Int) -> Phrase {
    Phrase(en: "step \(step + 1) of \(count)", ko: "\(step + 1)/\(count)단계")
  }

  static func stage(_ stage: LessonVisit.Stage) -> Phrase {
    switch stage {
    case .predicting: Phrase(en: "predict", ko: "예측하기")
    case .acting: Phrase(en: "do it", ko: "해 보기")
    case .done: Phrase(en: "done ✓", ko: "완료 ✓")
    }
  }

  static func hint(_ number: Int, _ count: Int) -> Phrase {
    Phrase(en: "hint \(number) of \(count):", ko: "힌트 \(number)/\(count):")
  }

  static let predicted = Phrase(en: "predicted:", ko: "예측:")
  static let seen = Phrase(en: "seen:", ko: "실제:")
  static let yourNumber = Phrase(
    en: "type your prediction, Enter locks it in",
    ko: "예측값을 입력하고 Enter 키로 확정하세요"
  )

  static func notOnScreen(_ choice: Int) -> Phrase {
    Phrase(
      en: "not \(choice + 1): look at the screen and choose again; a hint is one key away",
      ko: "\(choice + 1)번은 답이 아닙니다. 화면을 보고 다시 골라 보세요 (힌트: ; 키)"
    )
  }

  static func notThis(_ choice: Int) -> Phrase {
    Phrase(
      en: "not \(choice + 1): choose again; a hint is one key away",
      ko: "\(choice + 1)번은 답이 아닙니다. 다시 골라 보세요 (힌트: ; 키)"
    )
  }

  static func numberIsOff(_ answer: String, by distance: String, isHigh: Bool) -> Phrase {
    Phrase(
      en: "\(answer) is \(distance) too \(isHigh ? "high" : "low"): read it off and type it again",
      ko: "\(answer): \(distance)만큼 \(isHigh ? "큽니다" : "작습니다"). 화면에서 찾아 다시 입력하세요"
    )
  }

  static func off(by distance: String, isHigh: Bool) -> Phrase {
    Phrase(
      en: "\(distance) too \(isHigh ? "high" : "low")",
      ko: "\(distance)만큼 \(isHigh ? "크게" : "작게") 예측"
    )
  }

  static let resultsAreKept = Phrase(
    en: "the results show when the task is done",
    ko: "과제를 마치면 결과가 나타납니다"
  )
  static let notThereYet = Phrase(
    en: "not there yet: the results show when it is done, and u takes back",
    ko: "아직 과제를 마치지 않았습니다. 마치면 결과가 나타납니다 (취소: u)"
  )
  static let noPrediction = Phrase(
    en: "no prediction counts here: something else came first",
    ko: "먼저 다른 값이 바뀌어 예측이 취소되었습니다. 결과만 보여 줍니다"
  )
  static let solvedBy = Phrase(en: "the solution:", ko: "풀이:")

  static let hiddenUntilPrediction = Phrase(
    en: "The results are hidden until a prediction is locked in.",
    ko: "예측을 확정할 때까지 결과를 가립니다."
  )
  static let hiddenUntilDone = Phrase(
    en: "The results are hidden until the task is done.",
    ko: "과제를 마칠 때까지 결과를 가립니다."
  )
  static let noneOfThese = Phrase(en: "none of these", ko: "보기에 없음")

  // MARK: On the last row

  static let noLesson = Phrase(
    en: "no lesson is open: leave with q, and logitscope lesson lists them",
    ko: "열린 레슨이 없습니다. q 키로 나가 logitscope lesson을 실행하면 목록이 나옵니다"
  )
  static let inFreePlay = Phrase(
    en: "this is free play: P goes back to the lesson",
    ko: "자유 조작 중입니다. P 키를 누르면 레슨으로 돌아갑니다"
  )
  static let freePlay = Phrase(
    en: "free play: every key works, nothing counts; P goes back to the lesson",
    ko: "자유 조작: 모든 키를 쓸 수 있습니다. P 키를 누르면 레슨으로 돌아갑니다"
  )
  static let freePlayMark = Phrase(en: "free play", ko: "자유 조작")
  static let backInLesson = Phrase(
    en: "back in the lesson, as it was",
    ko: "레슨으로 돌아왔습니다. 하던 곳에서 이어 가세요"
  )
  static let freePlayTells = Phrase(
    en: "free play shows the results, and the prediction is void: P again for that",
    ko: "자유 조작에서는 결과가 보이므로 예측이 취소됩니다. 계속하려면 P 한 번 더"
  )
  static let stepIsNotDone = Phrase(
    en: "this step is not done: ; gives a hint, n again skips it",
    ko: "아직 마치지 않은 단계입니다. 힌트는 ; 키, 건너뛰려면 n 키를 한 번 더 누르세요"
  )
  static let stepIsDone = Phrase(en: "this step is done: n goes on", ko: "마친 단계입니다. n 키로 넘어가세요")
  static let lastLesson = Phrase(
    en: "no lesson comes after this one: logitscope lesson lists them all",
    ko: "다음 레슨이 없습니다. logitscope lesson 명령으로 전체 목록을 볼 수 있습니다"
  )
  static let noMoreHints = Phrase(
    en: "that was the last hint; :solution does the task",
    ko: "힌트는 여기까지입니다. :solution을 입력하면 풀이를 볼 수 있습니다"
  )
  static let solutionAgain = Phrase(
    en: ":solution again, and the program does the task",
    ko: ":solution을 한 번 더 입력하면 풀이를 보여 줍니다"
  )
  static let predictionIsVoid = Phrase(
    en: "the inputs changed first, so the prediction is void",
    ko: "입력이 먼저 바뀌어 예측이 취소되었습니다"
  )
  static let nothingToPredict = Phrase(
    en: "no question is open here",
    ko: "지금은 예측할 문제가 없습니다"
  )
  static let lessonHides = Phrase(
    en: "the lesson hides the results for the prediction's sake",
    ko: "예측을 위해 레슨이 결과를 가리고 있습니다"
  )
  static let takenOver = Phrase(
    en: "it is yours: the lesson no longer plays by itself",
    ko: "자동 진행을 멈췄습니다. 이제 직접 조작하세요"
  )
  static let playing = Phrase(
    en: "playing by itself: any key takes over",
    ko: "자동 진행 중: 아무 키나 누르면 직접 조작"
  )

  static func lessonIsBroken(_ reason: Phrase) -> Phrase {
    Phrase(en: "the lesson's own script: \(reason.en)", ko: "레슨의 명령 오류: \(reason.ko)")
  }

  static let notForScripts = Phrase(
    en: "not for a script, which changes the problem and shows it",
    ko: "문제를 바꾸거나 보여 주는 명령만 쓸 수 있습니다"
  )
  static let asksInScript = Phrase(
    en: "it asks for a value; write the command with it, such as probability 0.3",
    ko: "값을 묻는 키입니다. probability 0.3처럼 값까지 쓰세요"
  )
  static let tooLargeForLessons = Phrase(
    en: "the problem grows beyond \(Lesson.logitLimit) logits",
    ko: "문제의 로짓이 \(Lesson.logitLimit)개를 넘습니다"
  )
  static let solutionMisses = Phrase(
    en: "the lesson's own solution does not reach its goal",
    ko: "레슨의 풀이로는 목표에 이르지 못합니다"
  )

  static func inScript(_ line: String, _ reason: Phrase) -> Phrase {
    Phrase { "'\(visible(line))': \(reason[$0])" }
  }

  static func needsArgument(_ name: String) -> Phrase {
    Phrase(en: "\(name) needs an argument", ko: "\(name): 인수가 필요합니다")
  }

  static func lockedByLesson(_ keys: String) -> Phrase {
    Phrase(
      en: "locked in this step; what acts: \(keys), and u takes back",
      ko: "이 단계에서는 잠긴 키입니다. 쓸 수 있는 키: \(keys)  (취소: u)"
    )
  }

  static func predictFirst(_ question: Prediction?) -> Phrase {
    guard case .choices(let choices) = question?.answer else {
      return Phrase(
        en: "predict first: type a number, Enter locks it in",
        ko: "먼저 예측하세요. 값을 입력하고 Enter 키로 확정합니다"
      )
    }
    return Phrase(
      en: "predict first: 1–\(choices.count) choose, Enter locks in",
      ko: "먼저 예측하세요. 1–\(choices.count) 키로 고르고 Enter 키로 확정합니다"
    )
  }
}
