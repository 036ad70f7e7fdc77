import LogitModel

extension LessonQuantity {
  /// Every quantity, by the names of result files.
  static let all = numbers + settings + places + lists + Losses.all.flatMap(quantities) + textbook

  // MARK: Numbers

  private static let numbers: [LessonQuantity] = [
    LessonQuantity("positive_probability", .probability, of(\.positiveProbability)) { reading, _ in
      Phrase(verbatim: "s").of(reading.positiveName)
    },
    LessonQuantity(
      "negative_probability",
      .probability,
      of(\.negativeProbability),
      .negativesProbability
    ),
    LessonQuantity("margin", .plain, of(\.margin), .margin),
    LessonQuantity("loss", .loss, of(\.loss), .loss),
    LessonQuantity(
      "positive_only_loss",
      .loss,
      .number(\.state.positiveOnlyLoss),
      hasBaseline: false,
      .positiveOnlyLoss
    ),
    LessonQuantity("logsumexp", .plain, of(\.shownLogSumExp), Phrase(verbatim: "logsumexp")),
    LessonQuantity("entropy", .nats, of(\.entropy), Phrase(verbatim: "H(s)")),
    LessonQuantity("target_entropy", .nats, of(\.targetEntropy), Phrase(verbatim: "H(y)")),
    LessonQuantity("cross_entropy", .nats, of(\.crossEntropy), .crossEntropy),
    LessonQuantity("kl_divergence", .nats, of(\.klDivergence), Phrase(verbatim: "KL(y‖s)")),
    LessonQuantity("perplexity", .plain, of(\.perplexity), .perplexity),
    LessonQuantity("effective_classes", .count, of(\.effectiveClasses), .effectiveClasses),
    LessonQuantity(
      "argmax_probability",
      .probability,
      .number { $0.evaluation.probabilities[$0.evaluation.argmax] },
      .largestProbability
    ),
    LessonQuantity(
      "argmax",
      .index,
      .number { Double($0.evaluation.argmax) },
      Phrase(verbatim: "argmax")
    ),
    LessonQuantity(
      "positive",
      .index,
      .number { $0.evaluation.positive.map(Double.init) },
      isResult: false,
      .thePositive
    ),
    LessonQuantity("batch_loss", .loss, .number(\.batchLoss), .batchLoss),
  ]

  private static func of(_ value: KeyPath<Evaluation, Double> & Sendable) -> Source {
    .number { $0.evaluation[keyPath: value] }
  }

  private static func of(_ value: KeyPath<Evaluation, Double?> & Sendable) -> Source {
    .number { $0.evaluation[keyPath: value] }
  }

  // MARK: Settings

  private static let settings: [LessonQuantity] = [
    setting("temperature", \.temperature, .temperature),
    setting("label_smoothing", \.labelSmoothing, .labelSmoothing),
    setting("gamma", \.gamma, Phrase(verbatim: "γ")),
    setting("hinge_margin", \.hingeMargin, Phrase(verbatim: "Δ")),
    LessonQuantity(
      "rate",
      .setting,
      .number(\.state.rate),
      hasBaseline: false,
      isResult: false,
      .learningRate
    ),
  ]

  private static func setting(
    _ name: String,
    _ value: KeyPath<Problem.Settings, Double> & Sendable,
    _ title: Phrase
  ) -> LessonQuantity {
    let source = Source.number { $0.settings[keyPath: value] }
    return LessonQuantity(name, .setting, source, isResult: false, title)
  }

  /// Where the learner is; the baseline goes along.
  private static let places: [LessonQuantity] = [
    place("row", .rowNumber, .row, \.row),
    place("rows", .rowCount, .count, \.problem.logits.count),
    place("classes", .classCount, .count, \.problem.classes.count),
    place("descent_steps", .descentSteps, .count) { $0.descentPlace ?? 0 },
  ]

  private static func place(
    _ name: String,
    _ title: Phrase,
    _ kind: Kind,
    _ value: @escaping @Sendable (State) -> Int
  ) -> LessonQuantity {
    let source = Source.number { Double(value($0.state)) }
    return LessonQuantity(name, kind, source, hasBaseline: false, isResult: false, title)
  }

  // MARK: Lists

  private static let lists: [LessonQuantity] = [
    LessonQuantity(
      "class",
      .index,
      .list { _ in { Double($0) } },
      hasBaseline: false,
      isResult: false
    ) { _, classes in
      classes.first ?? .classHead
    },
    LessonQuantity(
      "logits",
      .plain,
      .list { reading in { reading.evaluation.logits[$0] } },
      isResult: false,
      Phrase(verbatim: "z")
    ),
    LessonQuantity("probabilities", .probability, each(\.probabilities), Phrase(verbatim: "s")),
    LessonQuantity(
      "log_probabilities",
      .plain,
      each(\.logProbabilities),
      Phrase(verbatim: "log s")
    ),
    LessonQuantity("target", .setting, each(\.target), isResult: false, Phrase(verbatim: "y")),
    LessonQuantity("loss_terms", .loss, each(\.lossTerms), .termHead),
    LessonQuantity("gradient", .loss, each(\.gradient), Phrase(verbatim: "∂L/∂z")),
    LessonQuantity("push", .plain, effect(\.push), .push),
    LessonQuantity("share", .probability, effect(\.share), .share),
    LessonQuantity("without", .nats, effect(\.without), .lossWithout),
    LessonQuantity("attribution", .nats, effect(\.attribution), .attribution),
    LessonQuantity(
      "class_weights",
      .setting,
      .list { reading in
        let weights = reading.settings.classWeights
        return { weights?[$0] ?? 1 }
      },
      isResult: false,
      Phrase(verbatim: "w")
    ),
    LessonQuantity(
      "sigmoids",
      .probability,
      .list { reading in { reading.evaluation.sigmoids(of: $0).probability } },
      // A folded σ would be the softmax's s.
      Phrase(verbatim: "sigmoid")
    ),
    LessonQuantity(
      "jacobian",
      .plain,
      .table { reading in { reading.evaluation.jacobian($0, $1) } }
    ) { _, classes in
      func symbol(_ letter: String, _ place: Int) -> Phrase {
        let symbol = Phrase(verbatim: letter)
        return classes.indices.contains(place) ? symbol.of(classes[place]) : symbol
      }
      let (above, below) = (symbol("∂s", 0), symbol("∂z", 1))
      return Phrase { "\(above[$0])/\(below[$0])" }
    },
  ]

  private static func each(_ values: KeyPath<Evaluation, ClassValues> & Sendable) -> Source {
    .list { reading in
      let values = reading.evaluation[keyPath: values]
      return { values[$0] }
    }
  }

  private static func each(_ values: KeyPath<Evaluation, ClassValues?> & Sendable) -> Source {
    .list { reading in
      let values = reading.evaluation[keyPath: values]
      return { values?[$0] }
    }
  }

  /// What each negative does, under plain cross entropy as in result files.
  private static func effect(_ value: KeyPath<NegativeEffect, Double> & Sendable) -> Source {
    .list { reading in
      let negatives = reading.evaluation.negatives
      return { negatives?[$0]?[keyPath: value] }
    }
  }

  // MARK: Losses

  private static func quantities(of loss: any Loss) -> [LessonQuantity] {
    let prefix = "losses.\(loss.name)."
    let kind = Kind.lossNamed(loss.name)
    func each(_ values: KeyPath<LossValue, ClassValues> & Sendable) -> Source {
      .list { reading in
        let values = reading.value(of: loss)?[keyPath: values]
        return { values?[$0] }
      }
    }
    return [
      LessonQuantity(prefix + "value", kind, .number { $0.value(of: loss)?.value }, loss.title),
      LessonQuantity(prefix + "terms", kind, each(\.terms), .term(of: loss)),
      LessonQuantity(prefix + "gradient", kind, each(\.gradient), .gradient(of: loss)),
    ]
  }

  // MARK: Textbook forms

  private static let textbook = FloatingPointFormat.allCases.flatMap { format in
    [false, true].flatMap { forms(format, isStable: $0) } + [epsilonLoss(format)]
  }

  private static func forms(_ format: FloatingPointFormat, isStable: Bool) -> [LessonQuantity] {
    let form = isStable ? "stable" : "naive"
    return [
      LessonQuantity(
        "\(form)_loss_\(format.rawValue)",
        .nats,
        .number { $0.textbookForm(format, isStable: isStable)?.loss?.value },
        .textbook(.formulation(isStable: isStable, of: .loss), format)
      ),
      LessonQuantity(
        "\(form)_probability_\(format.rawValue)",
        .probability,
        .number { $0.textbookForm(format, isStable: isStable)?.probability.value }
      ) { reading, _ in
        let symbol = Phrase(verbatim: "s(\(reading.name(reading.textbookClass)))")
        return .textbook(.formulation(isStable: isStable, of: symbol), format)
      },
    ]
  }

  private static func epsilonLoss(_ format: FloatingPointFormat) -> LessonQuantity {
    LessonQuantity(
      "eps_loss_\(format.rawValue)",
      .nats,
      .number { $0.textbookForm(format, isStable: false)?.epsilonLoss?.value },
      .textbook(.lossWithEpsilon, format)
    )
  }
}

extension State {
  /// The loss of the runner without the negatives' gradient, after as many steps as lead to the present.
  fileprivate var positiveOnlyLoss: Double? {
    descentPlace.flatMap { descent?.descent.positiveOnly?.path[$0].loss }
  }
}
