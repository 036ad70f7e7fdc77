import LogitModel
import RealModule
import Testing

/// What sets the losses apart from one another.
@Suite("Each loss's own ways")
struct LossFamilyTests {
  private func value(
    _ loss: any Loss,
    _ logits: [Double],
    _ target: Target,
    _ settings: Problem.Settings = .init()
  ) throws -> LossValue? {
    try Problem(logits: [logits], targets: [target], settings: settings)
      .evaluateLoss(row: 0, under: loss)
  }

  @Test("they are listed in the order of the formats")
  func order() {
    #expect(
      Losses.all.map(\.name) == [
        "cross_entropy", "all_class_nll", "binary_cross_entropy", "focal", "hinge_weston_watkins",
        "hinge_crammer_singer", "hinge_one_vs_all", "brier",
      ]
    )
    #expect(
      Losses.all.map(\.activation) == [
        .softmax, .softmax, .sigmoid, .softmax, .identity, .identity, .identity, .softmax,
      ]
    )
  }

  @Test("without one positive the losses of one positive are not defined, the others are")
  func noPositive() throws {
    for loss in Losses.all {
      let value = try value(loss, [1, 2, 3], .distribution([0.5, 0.5, 0]))
      #expect((value == nil) == LossTests.ofOnePositive.contains(loss.name), "\(loss.name)")
    }
    let settings = Problem.Settings(loss: Focal())
    let problem = try Problem(
      logits: [[1, 2], [1, 2]],
      targets: [.distribution([0.5, 0.5]), .index(0)],
      settings: settings
    )
    let batch = problem.evaluateBatch()
    #expect(batch.losses[0] == nil)
    #expect(batch.value == problem.evaluate(row: 1).loss)
    #expect(problem.evaluate(row: 0).gradient == nil)
  }

  @Test("all-class NLL is cross entropy plus what each negative alone costs")
  func allClassNLL() throws {
    let probabilities = [0.03, 0.05, 0.8, 0.1, 0.02]
    let logits = zip(probabilities, [0.4, 0.4, 0, 0.3, 0.3]).map { Double.log($0) + $1 }
    let problem = try Problem(logits: [logits], targets: [.index(2)])
    let evaluation = problem.evaluate(row: 0)
    let negatives = try #require(evaluation.negatives)
    let value = try #require(problem.evaluateLoss(row: 0, under: AllClassNLL()))
    let alone = logits.indices.map { negatives[$0]?.without ?? evaluation.loss ?? .nan }
    #expect(value.terms.all == alone)
    #expect((value.value - alone.reduce(0, +)).magnitude < 2e-16)
    #expect(
      (value.value - (0.3013344 + 0.0422695 + 0.0714757 + 0.1333409 + 0.0252836)).magnitude < 3e-7
    )
  }

  @Test("a class that is left alone costs infinitely much, unless it is the positive")
  func aloneInAllClassNLL() throws {
    let wrong = try #require(try value(AllClassNLL(), [-.infinity, 3, -.infinity], .index(0)))
    #expect(wrong.terms == [.infinity, .infinity, 0])
    #expect(wrong.gradient == [-1, 1, 0])
    let right = try #require(try value(AllClassNLL(), [-.infinity, 3, -.infinity], .index(1)))
    #expect(right == LossValue(value: 0, terms: [0, 0, 0], gradient: [0, 0, 0]))
  }

  @Test("focal loss at gamma 0 is cross entropy to the bit", arguments: UInt64(1)...40)
  func focalOfZero(seed: UInt64) throws {
    var random = Random(seed: seed)
    let (logits, positive) = random.row(spread: [0.01, 3, 40, 900][Int(seed % 4)])
    let settings = Problem.Settings(temperature: [1, 0.37][Int(seed % 2)], gamma: 0)
    let target = Target.index(positive)
    let focal = try #require(try value(Focal(), logits, target, settings))
    #expect(try focal == value(CrossEntropy(), logits, target, settings))
  }

  @Test("focal loss stays a number at the ends of gamma and of the positive")
  func focalExtremes() throws {
    func focal(_ logits: [Double], gamma: Double) throws -> LossValue? {
      try value(Focal(), logits, .index(0), .init(gamma: gamma))
    }
    #expect(
      try focal([0, -.infinity], gamma: 0.5) == .init(value: 0, terms: [0, 0], gradient: [0, 0])
    )
    #expect(try focal([-.infinity, 0], gamma: 2)?.gradient == [-1, 1])
    #expect(try focal([-.infinity, 0], gamma: 2)?.value == .infinity)
    // Beside 1 the positive's 1e-20 is lost, in the power it is not: exp(-1e20 · 1e-20).
    let positive = Double.log(1e-20)
    let damped = try #require(try focal([positive, 0], gamma: 1e20))
    #expect((damped.value / (-positive * 0.36787944117144233) - 1).magnitude < 1e-14)
    #expect(try focal([positive, 0], gamma: 1e308)?.gradient == [0, 0])
  }

  @Test("Weston and Watkins count each negative inside the margin, Crammer and Singer the hardest")
  func hinges() throws {
    let logits = [1, 0.5, -3, 1.5, 1.5]
    let each = try #require(try value(WestonWatkinsHinge(), logits, .index(0)))
    #expect(
      each == LossValue(value: 3.5, terms: [0, 0.5, 0, 1.5, 1.5], gradient: [-3, 1, 0, 1, 1])
    )
    let hardest = try #require(try value(CrammerSingerHinge(), logits, .index(0)))
    #expect(
      hardest == LossValue(value: 1.5, terms: [0, 0, 0, 1.5, 0], gradient: [-1, 0, 0, 1, 0])
    )
    let alone = try #require(try value(OneVsAllHinge(), logits, .index(0)))
    #expect(
      alone == LossValue(value: 6.5, terms: [0, 1.5, 0, 2.5, 2.5], gradient: [0, 1, 0, 1, 1])
    )
    let wide = Problem.Settings(temperature: 8, hingeMargin: 5)
    let wideValue = try #require(try value(WestonWatkinsHinge(), logits, .index(0), wide))
    #expect(wideValue.terms == [0, 4.5, 1, 5.5, 5.5])
  }

  @Test("half the mass at one class is half the loss", arguments: LossTests.ofOnePositive.sorted())
  func mass(name: String) throws {
    let loss = try #require(Losses.named(name))
    let logits = [1, 0.5, -3, 1.5, -0.25]
    let whole = try #require(try value(loss, logits, .index(4)))
    let half = try #require(try value(loss, logits, .distribution([0, 0, 0, 0, 0.5])))
    #expect(half.value == whole.value / 2 && whole.value > 0)
    #expect(half.terms.all == whole.terms.map { $0 / 2 })
    #expect(half.gradient.all == whole.gradient.map { $0 / 2 })
  }

  @Test("at its kink a hinge has no slope")
  func kinks() throws {
    for loss: any Loss in [WestonWatkinsHinge(), CrammerSingerHinge()] {
      #expect(try value(loss, [2, 1], .index(0))?.gradient == [0, 0])
    }
    #expect(try value(OneVsAllHinge(), [1, -1], .index(0))?.gradient == [0, 0])
    // 1 + 2^-60 is 1 in a double, but the logit is inside the margin.
    let near = try #require(try value(WestonWatkinsHinge(), [1, 0x1p-60], .index(0)))
    #expect(near == LossValue(value: 0x1p-60, terms: [0, 0x1p-60], gradient: [-1, 1]))
  }

  @Test("a masked negative costs no hinge anything, a masked positive all of them everything")
  func maskedHinges() throws {
    for loss: any Loss in [WestonWatkinsHinge(), CrammerSingerHinge(), OneVsAllHinge()] {
      let negatives = try #require(try value(loss, [5, -.infinity, -.infinity], .index(0)))
      #expect(negatives == LossValue(value: 0, terms: [0, 0, 0], gradient: [0, 0, 0]))
      let positive = try #require(try value(loss, [-.infinity, -.infinity, 5], .index(0)))
      #expect(positive.value == .infinity)
      #expect(positive.terms[1] == 0 && positive.gradient[1] == 0)
      #expect(positive.gradient[0] == -1 && positive.gradient[2] == 1)
    }
  }

  @Test("where it is confidently wrong Brier's loss lets go, cross entropy holds on")
  func saturation() throws {
    let brier = try #require(try value(Brier(), [-30, 0], .index(0)))
    let entropy = try #require(try value(CrossEntropy(), [-30, 0], .index(0)))
    #expect(brier.value > 1.999 && brier.value <= 2)
    #expect(brier.gradient[0] < 0 && brier.gradient[0] > -1e-12)
    #expect(entropy.gradient[0] < -0.999)
  }
}
