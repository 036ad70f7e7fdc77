import Lessons
import LogitModel
import TerminalUI
import Testing

@testable import Explorer

@Suite struct LessonTests {
  // MARK: Predict, lock, act, see

  @Test func `nothing changes and nothing shows before a prediction is locked in`() throws {
    var state = try State.lesson(steps: risingLoss)
    let logits = state.logits
    for keys in ["<Right>", "]", "y", "t", "E", "o", "=", "p", "x", "d", "g", "G", "b"] {
      try state.play(keys)
      #expect(state.message == .predictFirst(state.openQuestion), "\(keys)")
      #expect(state.logits == logits && state.mode == .browsing, "\(keys)")
    }
    #expect(state.command("nudge 1").isEmpty)
    #expect(state.logits == logits)
    #expect(state.isCurtained)
    let text = state.rows.joined()
    for number in ["0.7000", "0.2000", "0.1000"] { #expect(!text.contains(number)) }
    try state.play("<Esc> <Space>")
    #expect(state.message == .lessonHides && state.isCurtained)
  }

  @Test func `a choice is locked in by Enter, and can be changed until then`() throws {
    var state = try State.lesson(steps: risingLoss)
    try state.play("<Enter>")
    #expect(state.stage == .predicting)
    try state.play("3")
    #expect(state.message == .predictFirst(state.openQuestion), "there are two")
    try state.play("1 2")
    #expect(state.lesson?.guess.choice == 1 && state.stage == .predicting)
    try state.play("<Enter>")
    #expect(state.lesson?.guess.answers == [.choice(1)] && state.stage == .acting)
    #expect(state.isCurtained, "the task is still to be done")
  }

  @Test(arguments: [
    ("1", "predicted: it falls   seen: it rises"), ("2", "predicted: it rises   ✓"),
  ])
  func `the task reveals, with the prediction beside what came of it`(key: String, row: String)
    throws
  {
    var state = try State.lesson(steps: risingLoss)
    try state.play("\(key) <Enter> <Right> <Right>")
    #expect(state.stage == .acting && state.isCurtained)
    let effects = try state.play("<Right>")
    #expect(state.stage == .done && !state.isCurtained)
    #expect(effects == [.keep(Progress(step: 0, done: [0]))])
    #expect(state.rows.contains { $0.trimmingPrefix(" ") == row })
    #expect(state.rows.contains { $0.contains("It rose.") })
  }

  @Test func `another change than the task's makes the prediction void`() throws {
    var state = try State.lesson(steps: risingLoss)
    try state.play("2 <Enter> <Right> u <C-r> r")
    #expect(state.lesson?.guess.isVoid == false, "what takes back is no other change")
    try state.play("T")
    #expect(state.lesson?.guess.isVoid == true && state.message == .predictionIsVoid)
    #expect(!state.isCurtained)
    try state.play("<Right> <Right> <Right>")
    #expect(state.stage == .done)
    #expect(!state.rows.joined().contains("predicted:"))
    #expect(state.rows.joined().contains(Phrase.noPrediction.en))
  }

  @Test func `a field that is opened and left makes no prediction void`() throws {
    var state = try State.lesson(steps: risingLoss)
    try state.play("2 <Enter> <Enter>")
    #expect(state.mode == .asking(.logit, TextField("")))
    try state.play("<Esc>")
    #expect(state.lesson?.guess.isVoid == false && state.isCurtained)
    try state.play("<Enter> type:3<Enter>")
    #expect(state.lesson?.guess.isVoid == true)
  }

  @Test func `a question about what is there stays open until its answer is right`() throws {
    var state = try State.lesson(steps: gradientOfBird)
    try state.play("- type:0.2<Enter>")
    #expect(state.stage == .predicting && !state.isCurtained)
    #expect(state.rows.contains { $0.contains("−0.2000 is 0.1000 too high") })
    try state.play("<Right>")
    #expect(state.message == .predictFirst(state.openQuestion), "still about what was there")
    let effects = state.command("predict -0.305")
    #expect(state.stage == .done && effects == [.keep(Progress(step: 0, done: [0]))])
    #expect(state.lesson?.guess.answers == [.number(-0.2), .number(-0.305)])
    #expect(
      state.rows.contains { $0.contains("predicted: −0.2000   seen: −0.3000   0.1000 too high") }
    )
  }

  @Test func `a number is typed over its first digit, and refused as any other`() throws {
    var state = try State.lesson(steps: gradientOfBird)
    try state.play("<Enter>")
    #expect(state.mode == .asking(.prediction, TextField("")))
    try state.play("<Esc> . type:x<Enter>")
    #expect(state.message == .notANumber(".x"))
    try state.play("<BS> type:1<Enter>")
    #expect(state.lesson?.guess.answers == [.number(0.1)])
  }

  @Test func `a loss is asked for in the unit that the screen shows`() throws {
    let lossOfBird = gradientOfBird.replacing("gradient[bird]", with: "loss")
    var state = try State.lesson(steps: lossOfBird)
    state.command("unit bits")
    state.command("predict 0.3567")
    #expect(state.stage == .predicting && state.rows.joined().contains("0.1579 too low"))
    state.command("predict 0.5146")
    #expect(state.stage == .done && state.rows.joined().contains("seen: 0.5146"))
  }

  // MARK: Acting

  @Test func `a task says how far it is, and what is locked`() throws {
    var state = try State.lesson(steps: lowerBird)
    #expect(!state.isCurtained)
    #expect(!state.rows.joined().contains("is asked"))
    try state.play("<Right>")
    #expect(
      state.rows.contains { $0.contains("s(bird) is 0.6856: below 0.5000 is asked, 0.1856 less") }
    )
    for key in ["y", "T", "b", "g", "o"] {
      let before = state.subject
      try state.play(key)
      #expect(state.subject == before && state.message == .lockedByLesson("[ ]  ←→"), "\(key)")
    }
    try state.play("u } ")
    #expect(state.stage == .done)
    try state.play("<Left> { {")
    #expect(state.stage == .done, "success does not throw anyone out, nor does play after it")
  }

  @Test func `the footer says which keys still work`() throws {
    var state = try State.lesson(steps: lowerBird)
    #expect(
      state.rows.last == " ↑↓ class  [ ] negatives  ←→ nudge  ; hint  P free play  ? help  q quit"
    )
    state = try State.lesson(steps: risingLoss)
    #expect(state.rows.last == " 1–2 choose  Enter lock in  ; hint  P free play  ? help  q quit")
  }

  // MARK: From step to step

  @Test func `n goes on when a step is done, and skips it when asked twice`() throws {
    var state = try State.lesson(steps: lowerBird + gradientOfBird)
    try state.play("n")
    #expect(state.lesson?.progress.step == 0 && state.message == .stepIsNotDone)
    try state.play("<Down> n")
    #expect(state.lesson?.progress.step == 0, "something else came between")
    try state.play("T n")
    #expect(state.lesson?.progress.step == 0, "even where it was refused")
    let effects = try state.play("n")
    #expect(state.lesson?.progress.step == 1 && effects == [.keep(Progress(step: 1))])
    try state.play("N } n")
    #expect(state.lesson?.progress == Progress(step: 1, done: [0]))
    #expect(try state.solve().contains(.keep(Progress(step: 1, done: [0, 1]))))
    #expect(try state.play("n") == [.nextLesson])
  }

  @Test func `a step begins where the solution of the one before ended, whatever the learner did`()
    throws
  {
    var state = try State.lesson(steps: lowerBird + gradientOfBird)
    try state.play("} } } n")
    let expected = try State(startOf: Lesson.of(steps: lowerBird + gradientOfBird), step: 1)
    #expect(state.subject == expected.subject)
    #expect(
      state.evaluation.positive == 2 && abs(state.logits[0] - state.baselineLogit(0) - 1) < 1e-12
    )
    try state.play("N")
    #expect(state.logits == state.problem.logits[0] && state.logits[0] == state.baselineLogit(0))
    #expect(state.focus == 1 && state.history == History())
  }

  @Test func `how the viewer wants the screen outlasts a step`() throws {
    var state = try State.lesson(steps: lowerBird + gradientOfBird)
    try state.play(
      ": type:digits<Space>6<Enter> : type:lang<Space>ko<Enter> : type:keys<Enter> } n"
    )
    #expect(state.digits == 6 && state.options.language == .ko && state.showsKeys)
    #expect(state.size == Size(width: 80, height: 24))
  }

  // MARK: Help

  @Test func `hints climb, and stop`() throws {
    var state = try State.lesson(steps: risingLoss)
    try state.play(";")
    #expect(state.rows.contains { $0.contains("hint 1 of 2: First.") })
    try state.play(";")
    #expect(state.rows.contains { $0.contains("hint 2 of 2: Second.") })
    try state.play(";")
    #expect(state.message == .noMoreHints && state.lesson?.hintsShown == 2)
  }

  @Test func `the solution is shown when it is asked for twice`() throws {
    var state = try State.lesson(steps: risingLoss)
    #expect(state.command("solution").isEmpty)
    #expect(state.stage == .predicting && state.message == .solutionAgain)
    let effects = state.command("solution")
    #expect(state.stage == .done && effects.last == .keep(Progress(step: 0, done: [0])))
    #expect(state.rows.contains { $0.contains("the solution: :nudge 0.3") })
    #expect(state.lesson?.guess.isVoid == true, "nothing was predicted")
    #expect(state.evaluation.loss ?? 0 > state.baselineEvaluation.loss ?? 0)
  }

  @Test func `a solution that misses its goal is not the learner's`() throws {
    let short = risingLoss.replacing("solution: [nudge 0.3]", with: "solution: [nudge 0.1]")
    var state = try State.lesson(steps: short)
    state.command("solution")
    state.command("solution")
    #expect(state.stage == .acting && state.message == .solutionMisses)
    try state.play("<Esc> <Right> <Right>")
    #expect(state.stage == .done && state.lesson?.wasSolved == false)
  }

  @Test func `the solution is shown as keys, repeated ones once`() throws {
    let keys = "solution: [\"press l l\", nudge 0.1, nudge 0.1, \"press l\"]"
    var state = try State.lesson(steps: risingLoss.replacing("solution: [nudge 0.3]", with: keys))
    state.command("solution")
    state.command("solution")
    #expect(state.rows.contains { $0.contains("the solution: l ×2  :nudge 0.1 ×2  l") })
  }

  @Test func `free play and back changes nothing`() throws {
    var state = try State.lesson(steps: lowerBird)
    try state.play("<Right> ;")
    let before = state.silent
    try state.play("P T T y o 5 b g")
    #expect(state.evaluation.positive == 1 && state.stage == .acting)
    try state.play("n")
    #expect(state.message == .inFreePlay)
    try state.play("P")
    #expect(state.silent == before)
    #expect(state.message == .backInLesson)
  }

  @Test func `how the viewer wants the screen outlasts free play`() throws {
    var state = try State.lesson(steps: lowerBird)
    try state.play("P : type:digits<Space>6<Enter> : type:keys<Enter> P")
    #expect(state.digits == 6 && state.showsKeys)
  }

  @Test func `free play before a prediction is asked for twice, and makes it void`() throws {
    var state = try State.lesson(steps: risingLoss)
    try state.play("P")
    #expect(state.message == .freePlayTells && state.isCurtained && state.lesson?.freePlay == .off)
    try state.play("P")
    #expect(!state.isCurtained && state.lesson?.freePlay != .off)
    try state.play("<Right> P")
    #expect(state.lesson?.guess.isVoid == true && state.stage == .predicting)
    #expect(state.logits[1] == state.baselineLogit(1))
  }

  @Test func `outside a lesson its keys say so`() throws {
    for key in ["n", "N", ";", "P", "0"] {
      var state = try State.on()
      try state.play(key)
      #expect(state.message == .noLesson, "\(key)")
    }
    var state = try State.on()
    state.command("predict 1")
    #expect(state.message == .nothingToPredict)
  }

  // MARK: Prose

  @Test(
    arguments: [
      ("Press {negatives +} now.", "Press ] now."), ("{negatives}", "[\u{A0}]"),
      ("{class} and {nudge -}", "↑↓ and ←"), ("{panel jacobian}", "3"), ("{loss +}", "o"),
      ("{reduction sum}", ":reduction\u{A0}sum"), ("an open { brace", "an open { brace"),
      ("s = 1 − s ⋅ y", "s =\u{A0}1 −\u{A0}s ⋅\u{A0}y"),
    ]
  )
  func `commands are shown as keys, and a line ends before an operator, not behind it`(
    prose: String,
    shown: String
  ) {
    #expect(LessonProse.spans(prose, .unicode).map(\.text).joined() == shown)
  }

  // MARK: Room

  @Test func `a panel takes the place of the text where there is room for one only`() throws {
    var state = try State.lesson("negatives")
    #expect(Layout(state).panels.isEmpty)
    try state.play("2")
    #expect(state.panel == .curve && state.rows.contains { $0.contains("[2 curve]") })
    #expect(!state.rows.joined().contains("step 1 of"))
    try state.play("<Esc>")
    #expect(state.rows.joined().contains("step 1 of"))
    try state.play("0")
    #expect(!state.rows.joined().contains("step 1 of"))
    // With three classes there is room for both.
    state = try State.lesson(steps: lowerBird)
    try state.play("3")
    #expect(state.rows.contains { $0.contains("[3 jacobian]") })
    #expect(state.rows.joined().contains("step 1 of 1"))
    // And where there is room for no panel at all, the text stays.
    state = try State.lesson(steps: lowerBird)
    state.size = Size(width: 80, height: 10)
    try state.play("2")
    #expect(state.message == .noRoomForPanels && state.lesson?.isAside == false)
  }

  @Test(
    arguments: BundledLesson.all.map(\.name),
    [(80, 24), (120, 40), (40, 10), (44, 13), (160, 24), (200, 60), (1, 1), (0, 0)]
  )
  func `every step draws at every size`(name: String, size: (Int, Int)) throws {
    for language in Language.allCases {
      var state = try State.lesson(
        name,
        options: ViewOptions(language: language),
        width: size.0,
        height: size.1
      )
      for _ in try #require(state.lesson).lesson.steps {
        #expect(Screen(state).canvas().size == state.size)
        try state.play("n n")
      }
    }
  }
}
