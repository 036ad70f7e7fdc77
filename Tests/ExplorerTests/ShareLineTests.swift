import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct ShareLineTests {
  private func line(_ problem: Problem, _ unit: Unit = .nats) throws -> String {
    let options = ViewOptions(unit: unit)
    let state = State(problem: problem, options: options, size: Size(width: 80, height: 24))
    return try #require(state.shareLine)
  }

  @Test(arguments: Examples.all.map(\.name))
  func `an example is called by its name`(name: String) throws {
    #expect(try State.on(name).shareLine == "logitscope --example \(name)")
  }

  @Test func `an example's problem without its baseline or its panel is another state`() throws {
    let example = try #require(Examples.named("same-loss-traded"))
    #expect(try line(example.problem).hasPrefix("logitscope --state 1:"))
    var state = try State.on("same-loss-traded")
    state.panel = .negatives
    #expect(state.shareLine == "logitscope --state 1:x=same-loss-traded/end")
  }

  @Test func `options that change an example change its baseline with it`() throws {
    func state(_ temperatures: (Double, Double)) throws -> State {
      let example = try #require(Examples.named("same-loss"))
      var problem = example.problem
      var baseline = try #require(example.baseline)
      try problem.setSettings(Problem.Settings(temperature: temperatures.0))
      try baseline.setSettings(Problem.Settings(temperature: temperatures.1))
      return State(
        problem: problem,
        baseline: baseline,
        panel: example.panel,
        options: ViewOptions(),
        size: Size(width: 80, height: 24)
      )
    }
    #expect(try state((2, 2)).shareLine == "logitscope --example same-loss --temperature 2")
    for other in try [state((2, 1)), state((1, 2))] {
      #expect(other.shareLine?.hasPrefix("logitscope --state 1:x=same-loss") == true)
      #expect(try State(code: other.code) == other)
    }
  }

  @Test func `settings stand beside the example they change`() throws {
    var problem = try #require(Examples.named("negatives")).problem
    try problem.setSettings(Problem.Settings(temperature: 2, labelSmoothing: 0.1))
    #expect(
      try line(problem, .bits)
        == "logitscope --example negatives --temperature 2 --label-smoothing 0.1 --unit bits"
    )
  }

  @Test func `every option has its word`() throws {
    let problem = try Problem(
      classes: ["cat", "dog", "a bird"],
      logits: [[0.5, -.infinity, 1e-30]],
      targets: [.index(2)],
      settings: Problem.Settings(
        temperature: 0.5,
        labelSmoothing: 0.25,
        classWeights: [1, 0.2, 0],
        gamma: 0.5,
        hingeMargin: 1e-05,
        loss: BinaryCrossEntropy(),
        reduction: .sum
      )
    )
    #expect(
      try line(problem)
        == "logitscope --logits 0.5,-inf,1e-30 --classes 'cat,dog,a bird' --target 2"
        + " --temperature 0.5 --label-smoothing 0.25 --class-weights 1,0.2,0"
        + " --gamma 0.5 --hinge-margin 1e-05 --loss binary_cross_entropy --reduction sum"
    )
  }

  @Test func `what begins with a minus is tied to its option`() throws {
    let problem = try Problem(classes: ["-a", "b"], logits: [[-1, 2]], targets: [.index(0)])
    #expect(try line(problem) == "logitscope --logits=-1,2 --classes=-a,b --target 0")
  }

  @Test func `rows are quoted, for a semicolon would end the command`() throws {
    let problem = try Problem(
      logits: [[1, 2], [-3, 4]],
      targets: [.index(1), .distribution([0.5, 0.5])]
    )
    #expect(try line(problem) == "logitscope --logits '1,2;-3,4' --targets '1;0.5,0.5'")
  }

  @Test func `only the value is quoted, and what zsh would look up is`() throws {
    let problem = try Problem(classes: ["=", "b"], logits: [[-1, 2], [3, 4]])
    #expect(try line(problem) == "logitscope --logits='-1,2;3,4' --classes '=,b'")
  }

  @Test func `quotes and Hangul reach the program`() throws {
    let problem = try Problem(classes: ["it's", "고양이"], logits: [[1, 2]])
    #expect(try line(problem) == #"logitscope --logits 1,2 --classes 'it'\''s,고양이'"#)
  }

  @Test func `a mark after a quote does not keep it from being escaped`() throws {
    let problem = try Problem(classes: ["'\u{301}; echo x #", "a;b"], logits: [[1, 2]])
    #expect(
      try line(problem) == #"logitscope --logits 1,2 --classes ''\''"# + "\u{301}; echo x #,a;b'"
    )
  }

  @Test func `a mark after a semicolon does not hide it, nor one after a minus`() throws {
    let problem = try Problem(
      classes: ["-\u{301}", "b;\u{301}"],
      logits: [[1, 2], [3, 4]],
      targets: [.index(0), .index(1)]
    )
    #expect(
      try line(problem)
        == "logitscope --logits '1,2;3,4' --classes='-\u{301},b;\u{301}' --targets '0;1'"
    )
  }

  @Test func `names that only look equal are two`() throws {
    let problem = try Problem(
      classes: ["\u{E9}", "e\u{301}", "1"],
      logits: [[1, 2, 3]],
      targets: [.index(1)]
    )
    // "1" is a name, and the name of class 1 is its own.
    #expect(try line(problem).hasSuffix(" --target 'e\u{301}'"))
  }

  @Test(arguments: [
    (["1", "0"], 0, "1"), (["a", "bb"], 1, "1"), (["2", "2", "0"], 2, "0"), (["0", "1"], 1, "1"),
  ])
  func `a target means the class that it names`(
    names: [String],
    index: Int,
    text: String
  ) throws {
    let problem = try Problem(
      classes: names,
      logits: [names.indices.map(Double.init)],
      targets: [.index(index)]
    )
    #expect(try line(problem).hasSuffix(" --target \(text)"))
  }

  @Test(
    arguments: [
      ["a,b", "c"], ["", "c"], ["a\nb", "c"], ["\u{1B}[2J", "c"], ["0", "0", "1"],
    ])
  func `what options cannot say, the code does`(names: [String]) throws {
    // Of the last three, class 1 has neither a name nor an index of its own.
    let problem = try Problem(
      classes: names,
      logits: [names.map { _ in 1 }],
      targets: [.index(1)]
    )
    #expect(try line(problem).hasPrefix("logitscope --state 1:s.z="))
  }

  @Test func `a title, a row without target and an ignore index need the code`() throws {
    for problem in [
      try Problem(title: "mine", logits: [[1, 2]]),
      try Problem(logits: [[1, 2], [3, 4]], targets: [.index(0), nil]),
      try Problem(logits: [[1, 2]], settings: Problem.Settings(ignoreIndex: 0)),
    ] {
      #expect(try line(problem).hasPrefix("logitscope --state 1:"))
    }
  }

  @Test(arguments: [GlyphSet.asciiGraphics, .ascii])
  func `a name that a screen in ASCII would change needs the code`(glyphs: GlyphSet) throws {
    for (name, option) in [("α", "--state"), ("alpha", "--logits")] {
      let problem = try Problem(classes: [name, "b"], logits: [[1, 2]])
      let options = ViewOptions(glyphs: glyphs)
      let state = State(problem: problem, options: options, size: Size(width: 80, height: 24))
      let line = try #require(state.shareLine)
      #expect(line.hasPrefix("logitscope \(option) "))
      #expect(line.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test func `any edit, mark or other view needs the code`() throws {
    let fresh = State(
      problem: try #require(Examples.named("negatives")).problem,
      options: ViewOptions(),
      size: Size(width: 80, height: 24)
    )
    var edited = fresh
    try edited.subject.problem.setLogit(0, row: 0, class: 0)
    edited.refresh()
    #expect(edited.shareLine == "logitscope --state 1:x=negatives/z=0=0/end")
    var marked = fresh
    marked.subject.marked = [1]
    #expect(marked.shareLine == "logitscope --state 1:x=negatives/marked=1/end")
    var focused = fresh
    focused.focus = 2
    #expect(focused.shareLine == "logitscope --state 1:x=negatives/focus=2/end")
    var seen = fresh
    seen.options.language = .ko
    #expect(seen.shareLine == "logitscope --example negatives")
  }

  @Test(arguments: 0..<200)
  func `no line holds what would leave its quotes or its row`(seed: Int) throws {
    var random = RandomStates(seed: UInt64(seed))
    let lines = [try #require(try random.state().shareLine), try line(try random.problem())]
    for line in lines {
      #expect(line.hasPrefix("logitscope --"))
      #expect(visible(line).utf8.elementsEqual(line.utf8))
      #expect(line.count { $0 == "'" }.isMultiple(of: 2) || line.contains(#"'\''"#))
    }
  }
}
