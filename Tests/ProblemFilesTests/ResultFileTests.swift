import LogitModel
import Testing

@testable import ProblemFiles

@Suite("A result as a file")
struct ResultFileTests {
  private func result(
    _ problem: Problem,
    _ options: ResultOptions = ResultOptions()
  ) throws -> ReadJSON {
    try ReadJSON(try written { try ResultFile.writeJSON(problem, options: options, to: &$0) })
  }

  private func row(
    _ problem: Problem,
    _ options: ResultOptions = ResultOptions()
  ) throws -> ReadJSON {
    try #require(try result(problem, options)["rows"]?[0])
  }

  private func sample(target: Target? = .index(1), loss: any Loss = CrossEntropy()) throws
    -> Problem
  {
    try Problem(
      classes: ["a", "b", "c"],
      logits: [[0.2, 1.5, -2]],
      targets: [target],
      settings: Problem.Settings(loss: loss)
    )
  }

  @Test("the fields and their order are those of the format")
  func fields() throws {
    let text = try written {
      try ResultFile.writeJSON(
        sample(),
        options: ResultOptions(allLosses: true, jacobian: true),
        to: &$0
      )
    }
    let keys = text.split(separator: "\n").compactMap { line in
      line.split(separator: "\"").dropFirst().first.map(String.init)
    }
    let expected = [
      "loss", "loss_name", "reduction", "unit", "classes", "rows", "logits", "target", "positive",
      "argmax", "logsumexp", "probabilities", "log_probabilities", "loss", "loss_terms", "gradient",
      "positive_probability", "negative_probability", "margin", "argmax_probability", "negatives",
      "push", "share", "without", "attribution", "entropy", "target_entropy", "cross_entropy",
      "kl_divergence", "perplexity", "effective_classes", "losses",
    ]
    let losses = Losses.all.flatMap { [$0.name, "value", "terms", "gradient"] }
    #expect(keys == expected + losses + ["jacobian"])
  }

  @Test("every number is the evaluation's to the last bit")
  func numbers() throws {
    let problem = try sample()
    let evaluation = problem.evaluate(row: 0)
    let row = try row(problem, ResultOptions(jacobian: true))
    #expect(row["probabilities"] == .numbers(Array(evaluation.probabilities)))
    #expect(row["log_probabilities"] == .numbers(Array(evaluation.logProbabilities)))
    #expect(row["gradient"] == .numbers(evaluation.gradient.map { Array($0) }))
    #expect(row["loss"] == .number(evaluation.loss))
    #expect(row["margin"] == .number(evaluation.margin))
    #expect(row["negative_probability"] == .number(evaluation.negativeProbability))
    #expect(row["effective_classes"] == .number(evaluation.effectiveClasses))
    #expect(row["jacobian"] == .list(evaluation.jacobian().map { .numbers($0) }))
    let negatives = try #require(row["negatives"])
    #expect(negatives["push"]?[0] == .number(evaluation.negatives?[0]?.push))
    #expect(negatives["attribution"]?[2] == .number(evaluation.negatives?[2]?.attribution))
    #expect(negatives["share"]?[1] == .null)
  }

  @Test("without a positive its fields are null")
  func noPositive() throws {
    let row = try row(try sample(target: nil))
    let fields = [
      "target", "positive", "loss", "loss_terms", "gradient", "positive_probability",
      "negative_probability", "margin", "negatives", "target_entropy", "cross_entropy",
      "kl_divergence", "perplexity",
    ]
    #expect(fields.filter { row[$0] != .null } == [])
    #expect(row["argmax"] == .number(1))
  }

  @Test("infinities stand as strings")
  func infinities() throws {
    let problem = try Problem(logits: [[1, -.infinity]], targets: [.index(1)])
    let row = try row(problem)
    #expect(row["loss"] == .text("inf"))
    #expect(row["margin"] == .text("-inf"))
    #expect(row["logits"]?[1] == .text("-inf"))
  }

  @Test("bits convert what the loss is measured in, and nothing else")
  func bits() throws {
    let perNat = 1.4426950408889634
    let problem = try Problem(
      logits: [[0.2, 1.5, -2]],
      targets: [.index(1)],
      settings: Problem.Settings(labelSmoothing: 0.1)
    )
    let (nats, bits) = (
      try row(problem), try row(problem, ResultOptions(unit: "bits", perNat: perNat))
    )
    func converted(_ value: ReadJSON?) -> ReadJSON? {
      switch value {
      case .number(let number): .number(number * perNat)
      case .list(let values): .list(values.compactMap(converted))
      default: value
      }
    }
    let inUnit = [
      "loss", "entropy", "target_entropy", "cross_entropy", "kl_divergence", "loss_terms",
      "gradient",
    ]
    for field in inUnit {
      #expect(bits[field] == converted(nats[field]), "\(field)")
    }
    for field in ["without", "attribution"] {
      #expect(bits["negatives"]?[field] == converted(nats["negatives"]?[field]), "\(field)")
    }
    for field in ["logsumexp", "margin", "perplexity", "effective_classes", "positive_probability"]
    {
      #expect(bits[field] == nats[field], "\(field)")
    }
    #expect(bits["negatives"]?["push"] == nats["negatives"]?["push"])
    let unit = try result(problem, ResultOptions(unit: "bits", perNat: perNat))["unit"]
    #expect(unit == .text("bits"))
  }

  @Test("the outer loss is null under none, and for a mean over nothing")
  func outerLoss() throws {
    let none = try Problem(
      logits: [[1, 2]],
      targets: [.index(0)],
      settings: Problem.Settings(reduction: .none)
    )
    let ignored = try Problem(logits: [[1, 2]], targets: [.index(-100)])
    #expect(try result(none)["loss"] == .null)
    #expect(try result(ignored)["loss"] == .null)
    #expect(try result(sample())["loss"] == .number(sample().evaluate(row: 0).loss))
  }

  @Test("all losses are those of the list, each as if it were chosen")
  func allLosses() throws {
    let row = try row(try sample(), ResultOptions(allLosses: true))
    guard case .object(let losses) = row["losses"] else {
      Issue.record("no losses")
      return
    }
    #expect(Set(losses.keys) == Set(Losses.all.map(\.name)))
    for loss in Losses.all {
      let chosen = try sample(loss: loss).evaluate(row: 0)
      #expect(losses[loss.name]?["value"] == .number(chosen.loss))
      #expect(losses[loss.name]?["terms"] == .numbers(chosen.lossTerms.map { Array($0) }))
      #expect(losses[loss.name]?["gradient"] == .numbers(chosen.gradient.map { Array($0) }))
    }
  }

  @Test("a loss that is not defined for the target is null in all its parts")
  func undefinedLosses() throws {
    let problem = try sample(target: .distribution([0.5, 0.5, 0]))
    let losses = try row(problem, ResultOptions(allLosses: true))["losses"]
    for loss in Losses.all {
      let isDefined = problem.evaluateLoss(row: 0, under: loss) != nil
      for part in ["value", "terms", "gradient"] {
        #expect((losses?[loss.name]?[part] == .null) != isDefined, "\(loss.name) \(part)")
      }
    }
    #expect(losses?["hinge_one_vs_all"]?["value"] == .null)
    let chosen = try sample(target: .distribution([0.5, 0.5, 0]), loss: Focal())
    #expect(try row(chosen)["loss"] == .null && row(chosen)["loss_terms"] == .null)
    let text = written { ResultFile.writeCSV(chosen, options: ResultOptions(), to: &$0) }
    #expect(text.split(separator: "\n")[1].hasSuffix(",0.5,,,,,,"))
  }

  @Test("the Jacobian of too many classes is refused")
  func hugeJacobian() throws {
    let problem = try Problem(logits: [[Double](repeating: 0, count: 4097)])
    let message =
      "4097 classes are too many for the Jacobian, 4096 is the most; leave out --jacobian"
    #expect(throws: FileError(message)) {
      try written {
        try ResultFile.writeJSON(problem, options: ResultOptions(jacobian: true), to: &$0)
      }
    }
  }

  @Test("a quote before a combining mark is doubled in CSV too")
  func markAfterQuote() throws {
    let problem = try Problem(classes: ["\"\u{301}", "b"], logits: [[0, 0]])
    let text = written { ResultFile.writeCSV(problem, options: ResultOptions(), to: &$0) }
    let line = text.split(separator: "\n")[1]
    #expect(line.utf8.elementsEqual("0,\"\"\"\u{301}\",0,0.5,,,,,,,".utf8))
  }

  @Test("CSV has a line for each class of each row, names quoted where they must be")
  func csv() throws {
    let problem = try Problem(
      classes: ["a,b", "say \"c\"", "\u{AC1C}"],
      logits: [[0, -.infinity, 0], [0, 0, 0]],
      targets: [.index(0), nil]
    )
    let text = written { ResultFile.writeCSV(problem, options: ResultOptions(), to: &$0) }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines[0]
        == "row,class,logit,probability,target,loss_term,gradient,push,share,without,attribution"
    )
    #expect(lines[1] == "0,\"a,b\",0,0.5,1,0.6931471805599453,-0.5,,,,")
    #expect(lines[2] == "0,\"say \"\"c\"\"\",-inf,0,0,0,0,0,0,0,0")
    #expect(
      lines[3]
        == "0,\u{AC1C},0,0.5,0,0,0.5,-0.25,1,0.6931471805599453,0.6931471805599453"
    )
    #expect(lines[4] == "1,\"a,b\",0,0.3333333333333333,,,,,,,")
    #expect(lines.count == 8 && lines[7] == "")
  }
}
