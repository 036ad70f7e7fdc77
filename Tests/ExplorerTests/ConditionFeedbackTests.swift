import Lessons
import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct ConditionFeedbackTests {
  /// What is said of the only comparison that does not hold.
  private func feedback(
    _ text: String,
    _ state: State,
    tolerance: Double = 0.01
  ) throws -> Phrase {
    let unmet = state.unmet(try Condition.parse(text, line: 1), tolerance: tolerance)
    try #require(unmet.count == 1)
    return state.feedback(unmet[0])
  }

  /// The negatives' example with its negatives raised.
  private func moved(_ unit: Unit = .nats) throws -> State {
    var state = try State.on(options: ViewOptions(unit: unit))
    state.command("negatives 0.4")
    return state
  }

  @Test(arguments: [
    (
      "positive_probability < 0.5", "s(bird) is 0.7284: below 0.5000 is asked, 0.2284 less",
      "s(bird) 0.7284: 0.5000보다 작아야 합니다 (0.2284 더 낮추세요)"
    ),
    (
      "loss > 0.5", "loss is 0.3170: above 0.5000 is asked, 0.1830 more",
      "손실 0.3170: 0.5000보다 커야 합니다 (0.1830 더 높이세요)"
    ),
    (
      "margin <= 0.5", "margin is 0.9863: at most 0.5000 is asked, 0.4863 less",
      "마진 0.9863: 0.5000 이하여야 합니다 (0.4863 더 낮추세요)"
    ),
    (
      "loss >= 0.5", "loss is 0.3170: at least 0.5000 is asked, 0.1830 more",
      "손실 0.3170: 0.5000 이상이어야 합니다 (0.1830 더 높이세요)"
    ),
    (
      "loss = 0.5", "loss is 0.3170: 0.5000 ± 0.01 is asked, 0.1830 more",
      "손실 0.3170: 목표는 0.5000 ± 0.01입니다 (0.1830 더 높이세요)"
    ),
    (
      "loss != 0.317", "loss is 0.3170: a value other than 0.3170 is asked",
      "손실 0.3170: 0.3170 말고 다른 값이어야 합니다"
    ),
  ])
  func `each relation says how far and in which direction`(
    _ text: String,
    _ en: String,
    _ ko: String
  ) throws {
    #expect(try feedback(text, moved()) == Phrase(en: en, ko: ko))
  }

  @Test(arguments: [
    (
      "0.2 < loss < 0.3", "loss is 0.3170: below 0.3000 is asked, 0.0170 less",
      "손실 0.3170: 0.3000보다 작아야 합니다 (0.0170 더 낮추세요)"
    ),
    // A limit that stands first is turned.
    (
      "0.5 <= loss", "loss is 0.3170: at least 0.5000 is asked, 0.1830 more",
      "손실 0.3170: 0.5000 이상이어야 합니다 (0.1830 더 높이세요)"
    ),
    (
      "loss > 2 * baseline.loss",
      "loss is 0.3170: above 2⋅baseline loss (0.4463) is asked, 0.1293 more",
      "손실 0.3170: 2⋅기준 손실 (0.4463)보다 커야 합니다 (0.1293 더 높이세요)"
    ),
    (
      "max |share − baseline.share| >= 0.1",
      "max |share − baseline share| = 0: at least 0.1000 is asked, 0.1000 more",
      "max |비중 − 기준 비중| = 0: 0.1000 이상이어야 합니다 (0.1000 더 높이세요)"
    ),
    // Lists say it of the class that is farthest off.
    (
      "share > 0.3", "share(frog) is 0.1000: above 0.3000 is asked, 0.2000 more",
      "비중(frog) 0.1000: 0.3000보다 커야 합니다 (0.2000 더 높이세요)"
    ),
    (
      "jacobian[bird] < 0", "∂s(bird)/∂z(bird) is 0.1979: below 0 is asked, 0.1979 less",
      "∂s(bird)/∂z(bird) 0.1979: 0보다 작아야 합니다 (0.1979 더 낮추세요)"
    ),
    ("argmax = class[dog]", "argmax is bird: dog is asked", "argmax bird: 목표는 dog 클래스입니다"),
    (
      "argmax != positive",
      "argmax is bird: a class other than the positive (bird) is asked",
      "argmax bird: 양성 클래스 (bird) 말고 다른 클래스여야 합니다"
    ),
    (
      "descent_steps = 4", "descent steps = 0: 4 is asked, 4 more",
      "스텝 수 = 0: 목표는 4입니다 (4 더 늘리세요)"
    ),
    (
      "classes < 5", "number of classes = 5: below 5 is asked",
      "클래스 수 = 5: 5보다 작아야 합니다"
    ),
    ("row = 1", "row number is 0: 1 is asked", "행 번호 0: 목표는 1입니다"),
    (
      "temperature >= 2", "temperature is 1: at least 2 is asked, 1 more",
      "온도 1: 2 이상이어야 합니다 (1 더 높이세요)"
    ),
    ("loss = inf", "loss is 0.3170: inf is asked", "손실 0.3170: 목표는 inf입니다"),
    (
      "naive_loss_16 = nan", "naive loss (16 bit) is 0.3174: NaN is asked",
      "단순 손실 (16비트) 0.3174: 목표는 NaN입니다"
    ),
    (
      "probabilities[bird] > 0.999999", "s(bird) is 0.7284: above 1−1.0e−6 is asked, 0.2716 more",
      "s(bird) 0.7284: 1−1.0e−6보다 커야 합니다 (0.2716 더 높이세요)"
    ),
    (
      "gradient[dog] < -0.1", "∂L/∂z(dog) is 0.0679: below −0.1000 is asked, 0.1679 less",
      "∂L/∂z(dog) 0.0679: −0.1000보다 작아야 합니다 (0.1679 더 낮추세요)"
    ),
    (
      "baseline.positive_probability > 0.9",
      "baseline s(bird) is 0.8000: above 0.9000 is asked, 0.1000 more",
      "기준 s(bird) 0.8000: 0.9000보다 커야 합니다 (0.1000 더 높이세요)"
    ),
  ])
  func `goals of every kind are told in the words of the screen`(
    _ text: String,
    _ en: String,
    _ ko: String
  ) throws {
    let said = try feedback(text, moved())
    #expect(said.en == en)
    #expect(said.ko == ko)
  }

  @Test func `where there is no room the number stands for the formula`() throws {
    let said = try feedback("margin <= baseline.margin - 0.69", moved())
    #expect(said.en == "margin is 0.9863: at most 0.6963 is asked, 0.2900 less")
    #expect(said.ko == "마진 0.9863: 기준 마진 − 0.69 (0.6963) 이하여야 합니다 (0.2900 더 낮추세요)")
  }

  @Test(arguments: [
    "max |probabilities[dog] − baseline.probabilities[cat]| + sum |gradient − baseline.gradient| < 0.1",
    "max |losses.binary_cross_entropy.gradient − baseline.losses.binary_cross_entropy.gradient| > 1",
  ])
  func `a goal of any length is told in a line that says what is asked`(_ text: String) throws {
    let said = try feedback(text, moved())
    #expect(displayWidth(said.en) <= State.feedbackWidth && said.en.contains("is asked"))
    #expect(displayWidth(said.ko) <= State.feedbackWidth && said.ko.contains("합니다"))
  }

  // MARK: Units and digits

  @Test(arguments: [
    (
      "loss > 0.5", "loss is 0.4573 bits: above 0.7213 is asked, 0.2641 more",
      "손실 0.4573비트: 0.7213보다 커야 합니다 (0.2641 더 높이세요)"
    ),
    (
      "loss = 0.5", "loss is 0.4573 bits: 0.7213 ± 0.0144 is asked, 0.2641 more",
      "손실 0.4573비트: 목표는 0.7213 ± 0.0144입니다 (0.2641 더 높이세요)"
    ),
    // The number in the formula is one of nats.
    (
      "loss > baseline.loss + 0.2",
      "loss is 0.3170 nats: above 0.4231 is asked, 0.1062 more",
      "손실 0.3170내트: 0.4231보다 커야 합니다 (0.1062 더 높이세요)"
    ),
    (
      "margin > 2", "margin is 0.9863: above 2.0000 is asked, 1.0137 more",
      "마진 0.9863: 2.0000보다 커야 합니다 (1.0137 더 높이세요)"
    ),
    (
      "losses.brier.value > 1", "Brier score is 0.0992: above 1.0000 is asked, 0.9008 more",
      "브라이어 점수 0.0992: 1.0000보다 커야 합니다 (0.9008 더 높이세요)"
    ),
    (
      "loss / baseline.loss > 2",
      "loss/baseline loss = 1.4205: above 2.0000 is asked, 0.5795 more",
      "손실/기준 손실 = 1.4205: 2.0000보다 커야 합니다 (0.5795 더 높이세요)"
    ),
  ])
  func `in bits nats are told in bits, and nothing else is`(
    _ text: String,
    _ en: String,
    _ ko: String
  ) throws {
    let said = try feedback(text, moved(.bits))
    #expect(said.en == en)
    #expect(said.ko == ko)
  }

  @Test func `numbers have the digits of the screen`() throws {
    var state = try moved()
    state.digits = 6
    let said = try feedback("loss > 0.5", state)
    #expect(said.en == "loss is 0.316966: above 0.500000 is asked, 0.183034 more")
  }

  // MARK: Without numbers

  @Test(arguments: [
    (
      "share[bird] > 0.1", "share(bird) has no value: bird is the positive",
      "비중(bird): 값이 없습니다 (bird 클래스가 양성입니다)"
    ),
    ("share[frosch] > 0.1", "no class “frosch”", "“frosch” 클래스가 없습니다"),
    ("los > 0.1", "no quantity “los”", "“los”: 없는 값입니다"),
    (
      "share[dog] < loss[dog]", "share(dog) < loss(dog): there is nothing to compare",
      "비중(dog) < 손실(dog): 비교할 값이 없습니다"
    ),
  ])
  func `what has no value says so`(_ text: String, _ en: String, _ ko: String) throws {
    #expect(try feedback(text, moved()) == Phrase(en: en, ko: ko))
  }

  @Test func `and why`() throws {
    let none = try State.on(logits: [1, 2, 3], target: nil)
    #expect(try feedback("loss < 1", none).en == "loss has no value: the row has no target")
    let soft = try State.on(logits: [1, 2, 3], target: .distribution([0.5, 0.5, 0]))
    #expect(
      try feedback("positive_probability < 1", soft).ko
        == "s(양성): 값이 없습니다 (양성 클래스가 하나로 정해지지 않았습니다)"
    )
    let ignored = try State.on(logits: [1, 2, 3], target: .index(-100))
    #expect(try feedback("margin < 1", ignored).en == "margin has no value: the row is ignored")
  }

  @Test func `behind the curtain results stay hidden, settings do not`() throws {
    var state = try moved()
    state.hasCurtain = true
    let loss = try feedback("loss > baseline.loss + 0.2", state)
    #expect(loss.en == "loss: above baseline loss + 0.2 is asked")
    #expect(loss.ko == "손실: 기준 손실 + 0.2보다 커야 합니다")
    let temperature = try feedback("temperature >= 2", state)
    #expect(temperature.en == "temperature is 1: at least 2 is asked, 1 more")
  }

  @Test func `a name that many bytes make is cut`() throws {
    let name = String(repeating: "매우긴이름", count: 8)
    let problem = try Problem(
      classes: [name, "b"],
      logits: [[0, 1]],
      targets: [.index(0)]
    )
    let state = State(problem: problem, options: ViewOptions(), size: Size(width: 80, height: 24))
    let said = try feedback("positive_probability > 0.5", state)
    #expect(said.en.hasPrefix("s(매우긴"))
    #expect(said.en.hasSuffix("0.5000 is asked, 0.2311 more"))
    #expect(displayWidth(said.en) <= State.feedbackWidth)
  }
}
