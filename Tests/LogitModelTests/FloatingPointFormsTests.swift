import LogitModel
import RealModule
import Testing

@Suite("Textbook forms in 64, 32 and 16 bits")
struct FloatingPointFormsTests {
  private func forms(
    _ logits: [Double],
    _ target: Target? = .index(0),
    class index: Int = 0,
    temperature: Double = 1
  ) throws -> FloatingPointForms {
    let settings = Problem.Settings(temperature: temperature)
    return try Problem(logits: [logits], targets: [target], settings: settings)
      .floatingPointForms(row: 0, class: index)
  }

  private func form(
    _ forms: FloatingPointForms,
    _ format: FloatingPointFormat,
    isStable: Bool = false
  ) throws -> FloatingPointForm {
    try #require(forms.forms.first { $0.format == format && $0.isStable == isStable })
  }

  // MARK: Epsilon

  @Test(
    "the loss with epsilon that the first post prints",
    arguments: [(0.0, 0.0, 0.22314355006420974), (0.4, 0.3, 0.30133442040075237)]
  )
  func firstPost(first: Double, second: Double, printed: Double) throws {
    let logs = [0.03, 0.05, 0.8, 0.1, 0.02].map { Double.log($0) }
    let logits = zip(logs, [first, first, 0, second, second]).map { $0 + $1 }
    let forms = try forms(logits, .index(2), class: 2)
    for isStable in [false, true] {
      let loss = try #require(form(forms, .binary64, isStable: isStable).epsilonLoss)
      #expect((loss.value - printed).magnitude < 1e-15)
    }
  }

  /// The exact `-Σ y_i log(s_i + 1e-9)` of 50-digit arithmetic.
  private static let exactEpsilonLosses: [([Double], Target, Double)] = [
    (
      [0.8982, 0.805, 0.6393, 0.9983, 0.5731, 0.0469, 0.556, 0.1476, 0.8404, 0.5544], .index(1),
      2.143818419416991
    ),
    ([0.2, 1.5, -2.0], .index(2), 3.764461387241395),
    ([2.0, 1.0, 0.1], .distribution([0.7, 0.2, 0.1]), 0.8070300133760998),
    ([20.0, 0.0789339321179882], .index(1), 19.550646870611278),
    ([-745.0, 0.0, -744.0, -750.0], .index(0), 20.72326583694641),
    ([1e300, -1e300, 5.0], .distribution([0.5, 0.25, 0.25]), 10.361632917973205),
    ([30.0, 0.0], .index(0), -9.999064232704053e-10),
    ([745.2, 0.0], .index(0), -9.999999995e-10),
  ]

  @Test("in 64 bits the loss with epsilon is near the exact one", arguments: exactEpsilonLosses)
  func exactEpsilonLoss(logits: [Double], target: Target, exact: Double) throws {
    let loss = try #require(
      form(forms(logits, target), .binary64, isStable: true).epsilonLoss
    )
    #expect((loss.value - exact).magnitude <= 2e-15 * max(1, exact.magnitude))
  }

  @Test("epsilon caps the loss near 20.72 in 64 and 32 bits")
  func cap() throws {
    let forms = try forms([-60, 0])
    for format in [FloatingPointFormat.binary64, .binary32] {
      let loss = try #require(form(forms, format, isStable: true).epsilonLoss)
      #expect((loss.value - 20.7233).magnitude < 1e-4)
      #expect(loss.outcome == .capped)
      #expect(loss.correctDigits == 0)
    }
    let above = try #require(form(self.forms([-20, 0]), .binary64).epsilonLoss)
    #expect(above.outcome == .number)
  }

  @Test("with epsilon the loss of a probability of 1 is below 0 in 64 bits and 0 in 32")
  func belowZero() throws {
    let forms = try forms([50, 0])
    let wide = try #require(form(forms, .binary64).epsilonLoss)
    #expect((wide.value + 1e-9).magnitude < 1e-15)
    #expect(wide.outcome == .belowZero)
    let narrow = try #require(form(forms, .binary32).epsilonLoss)
    #expect(narrow.value == 0)
    #expect(narrow.outcome == .underflow)
  }

  @Test("1e-9 is 0 in 16 bits and protects nothing there")
  func epsilonVanishes() throws {
    #expect(FloatingPointFormat.binary16.rounded(1e-9) == 0)
    #expect(FloatingPointFormat.binary32.rounded(1e-9) > 0)
    #expect(FloatingPointFormat.binary64.rounded(1e-9) == 1e-9)
    let loss = try form(forms([-60, 0]), .binary16, isStable: true).epsilonLoss
    #expect(loss?.outcome == .overflow)
  }

  // MARK: Overflow

  @Test(
    "exp overflows above 709.78, 88.72 and 11.09",
    arguments: [
      (FloatingPointFormat.binary64, 709.78, 709.79), (.binary32, 88.72, 88.73),
      (.binary16, 11.08, 11.1),
    ]
  )
  func overflow(format: FloatingPointFormat, below: Double, above: Double) throws {
    let fine = try form(forms([below, 0]), format)
    #expect(fine.fault == nil)
    #expect(fine.probability.value == 1)
    let broken = try form(forms([above, 0]), format)
    #expect(broken.fault == .exponentialOverflow(of: format.rounded(above)))
    #expect(broken.probability.outcome == .notANumber)
    #expect(broken.loss?.outcome == .notANumber)
    let stable = try form(forms([above, 0]), format, isStable: true)
    #expect(stable.fault == nil)
    #expect(stable.probability.value == 1)
  }

  @Test("the other classes of an overflow become 0, and their loss infinite")
  func silentZero() throws {
    let naive = try form(forms([0, 100], class: 0), .binary32)
    #expect(naive.probability.value == 0)
    #expect(naive.probability.outcome == .underflow)
    #expect(naive.loss?.outcome == .overflow)
    let stable = try form(forms([0, 100], class: 0), .binary32, isStable: true)
    #expect(stable.loss?.value == 100)
  }

  @Test(
    "what else makes a softmax fail",
    arguments: [
      ([11.0, 11], FloatingPointFormat.binary16, SoftmaxFault.sumOverflow),
      ([-800, -801], .binary64, .sumUnderflow), ([-800, -801], .binary32, .sumUnderflow),
      ([1e300, 0], .binary32, .logitOutOfRange), ([7e4, 0], .binary16, .logitOutOfRange),
      ([-1e300, -1e300], .binary32, .logitOutOfRange),
    ]
  )
  func faults(logits: [Double], format: FloatingPointFormat, fault: SoftmaxFault) throws {
    let naive = try form(forms(logits), format)
    #expect(naive.fault == fault)
    #expect(naive.probability.outcome != .number)
    let stable = try form(forms(logits), format, isStable: true)
    #expect(stable.fault == (fault == .logitOutOfRange ? fault : nil))
  }

  @Test("a temperature that is 0 in a format leaves no logit there")
  func temperature() throws {
    let forms = try forms([1, 0], temperature: 1e-60)
    #expect(try form(forms, .binary32, isStable: true).fault == .logitOutOfRange)
    #expect(try form(forms, .binary64, isStable: true).fault == nil)
  }

  // MARK: Rounding

  @Test("every operation is done in the format")
  func arithmetic() throws {
    let logits = [0.3, 1.7, -2.1]
    let single = logits.map { Float.exp(Float($0)) }
    let half = logits.map { Float16.exp(Float16($0)) }
    let forms = try forms(logits, .index(1), class: 1)
    let s32 = single[1] / (single[0] + single[1] + single[2])
    let s16 = half[1] / (half[0] + half[1] + half[2])
    #expect(try form(forms, .binary32).probability.value == Double(s32))
    #expect(try form(forms, .binary16).probability.value == Double(s16))
    #expect(try form(forms, .binary32).loss?.value == Double(-Float.log(s32)))
    #expect(try form(forms, .binary16).loss?.value == Double(-Float16.log(s16)))
  }

  @Test("a probability rounds to 1 in 32 bits, and the loss to 0")
  func roundsToOne() throws {
    let forms = try forms([30, 0])
    let naive = try form(forms, .binary32)
    #expect(naive.probability.value == 1)
    #expect(naive.loss?.outcome == .underflow)
    #expect(forms.complement > 9e-14)
    #expect(forms.loss.map { $0 > 9e-14 } == true)
    // In 64 bits it is near 1, and the loss has the few digits that are left of its distance.
    let wide = try #require(form(forms, .binary64).loss)
    #expect(wide.outcome == .number)
    #expect((1...4).contains(wide.correctDigits))
  }

  @Test(
    "right digits come from the relative error",
    arguments: [
      (1.0, 1.0, 17), (0, 0, 17), (.infinity, .infinity, 17), (1.0001, 1, 4), (1.00011, 1, 3),
      (2, 1, 0), (-1, 1, 0), (0, 1e-300, 0), (1e-9, 0, 0), (.nan, 1, 0), (.infinity, 1, 0),
      (1, .infinity, 0), (1 + 0x1p-52, 1, 15), (1e-300, 1e300, 0), (1.7e308, -1.7e308, 0),
      (0x1p-1074, 0x1p-1073, 0), (-0.5, -0.5005, 3),
    ] as [(Double, Double, Int)]
  )
  func digits(value: Double, exact: Double, digits: Int) {
    #expect(correctDigits(of: value, against: exact) == digits)
  }

  // MARK: Targets

  @Test("array code makes 0 · log 0 a NaN; the stable form leaves the class out")
  func zeroTimesInfinity() throws {
    let forms = try forms([0, -2000], .distribution([1, 0]))
    let naive = try form(forms, .binary64)
    #expect(naive.fault == nil)
    #expect(naive.loss?.outcome == .notANumber)
    #expect(naive.epsilonLoss?.outcome == .belowZero)
    #expect(try form(forms, .binary64, isStable: true).loss?.value == 0)
  }

  @Test("the exact loss is the plain cross entropy, whatever the settings")
  func plainTarget() throws {
    let settings = Problem.Settings(labelSmoothing: 0.3, classWeights: [2, 3, 4])
    let problem = try Problem(
      logits: [[0.2, 1.5, -2], [0.2, 1.5, -2], [0, 1, 2], [0, 1, 2]],
      targets: [.index(2), .distribution([0.5, 0, 0.5]), .index(-100), nil],
      settings: settings
    )
    let index = problem.floatingPointForms(row: 0, class: 2)
    #expect(index.loss == problem.evaluate(row: 0).positiveLoss)
    #expect(index.probability == problem.evaluate(row: 0).positiveProbability)
    let soft = problem.floatingPointForms(row: 1, class: 0)
    #expect(
      soft.loss
        == (try crossEntropy(logits: [0.2, 1.5, -2], target: .distribution([0.5, 0, 0.5])))
    )
    for row in [2, 3] {
      let forms = problem.floatingPointForms(row: row, class: 0)
      #expect(forms.loss == nil)
      #expect(forms.forms.allSatisfy { $0.loss == nil && $0.epsilonLoss == nil })
      #expect(forms.forms.count == 6)
    }
  }

  @Test("a positive that is left out costs infinitely much, and rightly so")
  func maskedPositive() throws {
    let forms = try forms([-.infinity, 0])
    for form in forms.forms {
      #expect(form.probability.correctDigits == 17)
      #expect(form.loss?.outcome == .number)
      #expect(form.loss?.value == .infinity)
    }
  }
}
