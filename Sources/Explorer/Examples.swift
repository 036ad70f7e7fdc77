import Lessons
import LogitModel

/// A worked problem that comes with the program.
package struct Example: Sendable {
  /// How it is asked for on the command line.
  package let name: String
  package let title: Phrase
  /// What its numbers show, in one line.
  package let summary: Phrase
  package let problem: Problem
  /// What it is compared with from the start, where that is not the problem itself: the problem with
  /// other logits.
  package let baseline: Problem?
  /// The panel that is open at first.
  package let panel: Panel

  /// An example whose problem carries the English title; nil where the model refuses the problem.
  init?(
    _ name: String,
    title: Phrase,
    summary: Phrase,
    panel: Panel = .negatives,
    problem: (_ title: String) throws -> Problem,
    baseline: ((_ title: String) throws -> Problem)? = nil
  ) {
    do {
      self.problem = try problem(title.en)
      self.baseline = try baseline?(title.en)
    } catch {
      return nil
    }
    self.name = name
    self.title = title
    self.summary = summary
    self.panel = panel
  }
}

/// The examples, in the order in which they are listed.
package enum Examples {
  package static let all: [Example] = (negatives + losses + information).compactMap { $0 }

  /// What a lesson begins with that is told on an example.
  package static func subject(named name: String) -> StartingPoint? {
    named(name).map { StartingPoint(problem: $0.problem, baseline: $0.baseline ?? $0.problem) }
  }

  package static func named(_ name: String) -> Example? {
    all.first { $0.name == name }
  }
}

private let animals = ["cat", "dog", "bird", "fish", "frog"]
private let pets = ["cat", "dog", "horse"]
private let duckling = ["dog", "cat", "duck"]

/// A guess at a bird, such as the first post's.
private func bird(_ title: String, _ probabilities: [Double] = [0.03, 0.05, 0.8, 0.1, 0.02]) throws
  -> Problem
{
  try Problem(
    title: title,
    classes: animals,
    probabilities: [probabilities],
    targets: [.index(2)]
  )
}

/// One positive, and how its negatives share what it leaves them.
private let negatives = [
  Example(
    "negatives",
    title: Phrase(
      en: "Does cross entropy see the negatives?",
      ko: "교차 엔트로피는 음성 클래스도 볼까?"
    ),
    summary: Phrase(
      en: "Loss 0.2231 with every negative's term 0; raise a negative's logit and the loss rises.",
      ko: "음성 클래스의 손실 항은 모두 0이지만, 음성 클래스의 로짓을 올리면 손실 0.2231이 커진다."
    ),
    problem: { try bird($0) }
  ),
  Example(
    "same-loss",
    title: Phrase(
      en: "Same loss, another guess",
      ko: "손실은 같은데 예측은 다르다"
    ),
    summary: Phrase(
      en:
        "Four negatives share 0.2 or one has it: 0.2231 both, then 0.1977 or 0.1862 after a step.",
      ko: "음성 클래스 넷이 0.2를 나누든 하나가 독차지하든 손실은 0.2231로 같지만, 한 스텝 뒤에는 0.1977과 0.1862로 갈린다."
    ),
    panel: .compare,
    problem: { try bird($0, [0, 0, 0.8, 0.2, 0]) },
    baseline: { try bird($0, [0.05, 0.03, 0.8, 0.02, 0.1]) }
  ),
  Example(
    "same-loss-traded",
    title: Phrase(
      en: "Same loss, negatives traded",
      ko: "음성 클래스끼리 확률을 맞바꾸면"
    ),
    summary: Phrase(
      en: "The negatives trade places, the loss stays 0.2231: only their gradients differ.",
      ko: "음성 클래스끼리 확률을 맞바꿔도 손실은 그대로 0.2231이고, 기울기만 달라진다."
    ),
    panel: .compare,
    problem: { try bird($0, [0.05, 0.03, 0.8, 0.02, 0.1]) },
    baseline: { try bird($0) }
  ),
]

private let firstRow = [
  0.8982, 0.805, 0.6393, 0.9983, 0.5731, 0.0469, 0.556, 0.1476, 0.8404, 0.5544,
]
private let secondRow = [
  0.9457, 0.0195, 0.9846, 0.3231, 0.1605, 0.3143, 0.9508, 0.2762, 0.7276, 0.4332,
]
private let petRows: [[Double]] = [[5, 4, 2], [4, 2, 8], [4, 4, 1]]
private let petTargets: [Target?] = [.index(0), .index(2), .index(1)]

/// What a loss makes of logits, rows and weights.
private let losses = [
  Example(
    "ten-classes",
    title: Phrase(
      en: "Three ways to one loss",
      ko: "같은 손실을 구하는 세 가지 방법"
    ),
    summary: Phrase(
      en: "2.1438 by cross entropy, by log-softmax and NLL, and by logsumexp − z of the target.",
      ko: "교차 엔트로피로도, log-softmax와 NLL로도, logsumexp − z(정답)으로도 2.1438이다."
    ),
    problem: { try Problem(title: $0, logits: [firstRow], targets: [.index(1)]) }
  ),
  Example(
    "batch",
    title: Phrase(
      en: "A batch is the mean of its rows",
      ko: "배치의 손실은 행별 손실의 평균"
    ),
    summary: Phrase(
      en: "Two rows of mean loss 2.3519; the reductions sum and none show what it is made of.",
      ko: "두 행의 평균 손실은 2.3519이다. 집계 방식을 sum이나 none으로 바꾸면 어떤 손실의 평균인지 드러난다."
    ),
    problem: {
      try Problem(title: $0, logits: [firstRow, secondRow], targets: [.index(1), .index(5)])
    }
  ),
  Example(
    "pets",
    title: Phrase(
      en: "A tie is a probability too",
      ko: "동점도 확률로 나타낼 수 있다"
    ),
    summary: Phrase(
      en: "A cat at 0.71, a horse at 0.98, and a dog tied with a cat at 0.49 each.",
      ko: "고양이 0.71, 말 0.98로 뚜렷한 행과, 개와 고양이가 0.49로 동점인 행을 비교한다."
    ),
    problem: { try Problem(title: $0, classes: pets, logits: petRows, targets: petTargets) }
  ),
  Example(
    "weights",
    title: Phrase(
      en: "Rare classes weigh more",
      ko: "드문 클래스일수록 큰 가중치"
    ),
    summary: Phrase(
      en: "Class counts 10, 50, 100 give weights 1, 0.2, 0.1; the mean divides by 1.3, not by 3.",
      ko: "클래스별 데이터가 10, 50, 100개이면 가중치는 1, 0.2, 0.1이고, 평균은 3이 아니라 1.3으로 나눈다."
    ),
    problem: {
      try Problem(
        title: $0,
        classes: pets,
        logits: petRows,
        targets: petTargets,
        settings: Problem.Settings(classWeights: [1, 0.2, 0.1])
      )
    }
  ),
  Example(
    "binary",
    title: Phrase(
      en: "One yes or no for each class",
      ko: "클래스별로 맞는지 아닌지 따로 판단"
    ),
    summary: Phrase(
      en: "Binary cross entropy 0.6210, 0.3499, 0.2873: no class moves another's probability.",
      ko: "이진 교차 엔트로피는 0.6210, 0.3499, 0.2873이고, 한 클래스의 로짓은 다른 클래스의 확률에 영향을 주지 않는다."
    ),
    problem: {
      try Problem(
        title: $0,
        classes: duckling,
        logits: [[-0.15, -0.87, 1.1]],
        targets: [.index(2)],
        settings: Problem.Settings(loss: BinaryCrossEntropy())
      )
    }
  ),
]

/// What a distribution says before and beyond any loss.
private let information = [
  Example(
    "three-logits",
    title: Phrase(
      en: "From logits to probabilities",
      ko: "로짓에서 확률로"
    ),
    summary: Phrase(
      en: "Softmax makes 0.2, 1.5, −2 into 0.2092, 0.7676, 0.0232.",
      ko: "소프트맥스는 로짓 0.2, 1.5, −2를 확률 0.2092, 0.7676, 0.0232로 바꾼다."
    ),
    problem: { try Problem(title: $0, logits: [[0.2, 1.5, -2]]) }
  ),
  Example(
    "entropy-even",
    title: Phrase(
      en: "Five red balls, five black",
      ko: "빨간 공과 검은 공이 5:5"
    ),
    summary: Phrase(
      en: "Nothing is harder to predict: an entropy of 0.6931 nats, 1 bit.",
      ko: "예측하기 가장 어려운 경우로, 엔트로피는 0.6931내트, 곧 1비트이다."
    ),
    problem: {
      try Problem(
        title: $0,
        classes: ["red", "black"],
        probabilities: [[0.5, 0.5]],
        targets: [.distribution([0.5, 0.5])]
      )
    }
  ),
  Example(
    "entropy-uneven",
    title: Phrase(
      en: "Two red balls, eight black",
      ko: "빨간 공과 검은 공이 2:8"
    ),
    summary: Phrase(
      en: "Entropy falls to 0.5004; a guess of half and half still costs 0.6931.",
      ko: "엔트로피는 0.5004로 줄지만, 반반으로 예측하면 교차 엔트로피는 여전히 0.6931이다."
    ),
    problem: {
      try Problem(
        title: $0,
        classes: ["red", "black"],
        probabilities: [[0.5, 0.5]],
        targets: [.distribution([0.2, 0.8])]
      )
    }
  ),
  Example(
    "soft-duck",
    title: Phrase(
      en: "A duck, seven times out of ten",
      ko: "열에 일곱은 오리"
    ),
    summary: Phrase(
      en: "A target sure of the duck and a guess of 0.2, 0.1, 0.7: the cross entropy is 0.3567.",
      ko: "타깃이 0, 0, 1일 때 예측 0.2, 0.1, 0.7의 교차 엔트로피는 0.3567이다."
    ),
    problem: {
      try Problem(
        title: $0,
        classes: duckling,
        probabilities: [[0.2, 0.1, 0.7]],
        targets: [.distribution([0, 0, 1])]
      )
    }
  ),
  Example(
    "argmax",
    title: Phrase(
      en: "Do you need softmax to decide?",
      ko: "추론할 때도 소프트맥스가 필요할까?"
    ),
    summary: Phrase(
      en: "The largest logit, 1.1, has the largest probability: softmax keeps the order.",
      ko: "로짓이 1.1로 가장 큰 클래스가 확률도 가장 크다. 소프트맥스는 순서를 바꾸지 않는다."
    ),
    problem: { try Problem(title: $0, classes: duckling, logits: [[-0.15, -0.87, 1.1]]) }
  ),
]
