import Foundation
import Testing

/// Lessons as a person takes them.
@Suite(.serialized)
struct LessonTests {
  private static let kept = "XDG_STATE_HOME=$DIRECTORY/state"

  private func progress(_ tmux: Tmux) -> String {
    let file = tmux.directory.appendingPathComponent("state/logitscope/progress.json")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }

  /// Has the program do what the step asks for.
  private func solve(_ tmux: Tmux) throws {
    for _ in 0..<2 {
      try tmux.type(":solution")
      try tmux.send("Enter")
    }
  }

  @Test("a lesson is left with the line that goes on with it, and goes on where it was left")
  func goingOn() throws {
    let lesson = "\(Self.kept) $LOGITSCOPE lesson negatives"
    let tmux = try Tmux("\(lesson); cat; \(lesson)")
    try tmux.wait(forText: "step 1 of ")
    try solve(tmux)
    try tmux.wait(forText: " · done")
    #expect(progress(tmux).contains("\"done\": [0]"))
    try tmux.send("q")
    try tmux.wait(for: "the line that goes on") {
      $0.split(separator: "\n").map { $0.drop { $0 == " " } } == ["logitscope lesson negatives"]
    }
    try tmux.send("C-d")
    try tmux.wait(forText: "step 2 of ")
    try tmux.send("q")
    #expect(try tmux.outcome() == "exit=0 stty-same=yes")
  }

  @Test("a free play that was edited is left with its share line instead")
  func freePlay() throws {
    let tmux = try Tmux("\(Self.kept) $LOGITSCOPE lesson negatives")
    try tmux.wait(forText: "step 1 of ")
    try tmux.send("P", "]", "q")
    #expect(try tmux.outcome() == "exit=0 stty-same=yes")
    let screen = try tmux.capture()
    #expect(screen.contains("logitscope --state "))
    #expect(!screen.contains("logitscope lesson"))
  }

  @Test("what keeps progress from being kept is said on the last row, once, and the lesson goes on")
  func unwritable() throws {
    let tmux = try Tmux("touch $DIRECTORY/state; \(Self.kept) $LOGITSCOPE lesson negatives")
    try tmux.wait(forText: "step 1 of ")
    try solve(tmux)
    try tmux.wait(forText: "progress is not kept: there is no such directory")
    try tmux.send("n")
    // A frame is seen while it is still being written, so both are waited for.
    try tmux.wait(for: "the next step without the message") {
      $0.contains("step 2 of ") && !$0.contains("progress is not kept")
    }
    try tmux.send("q")
    #expect(try tmux.outcome() == "exit=0 stty-same=yes")
  }

  @Test("damaged progress is said before the screen opens, and stands there when it closes")
  func damaged() throws {
    let folder = "$DIRECTORY/state/logitscope"
    let tmux = try Tmux(
      "mkdir -p \(folder); echo oops > \(folder)/progress.json; \(Self.kept) $LOGITSCOPE lesson 1"
    )
    try tmux.wait(forText: "step 1 of ")
    try tmux.send("q")
    #expect(try tmux.outcome() == "exit=0 stty-same=yes")
    let screen = try tmux.capture().split(separator: "\n").joined()
    #expect(screen.contains("progress.json.damaged, and progress starts anew"))
    #expect(progress(tmux) == "")
  }

  @Test("after the last step comes the next lesson, and after the last lesson none")
  func nextLesson() throws {
    let tmux = try Tmux("\(Self.kept) $LOGITSCOPE lesson negatives")
    try tmux.wait(forText: "step 1 of ")
    try skip(tmux, to: "Same loss, same guess?")
    try tmux.send("q")
    #expect(try tmux.outcome() == "exit=0 stty-same=yes")
    #expect(try tmux.capture().contains("logitscope lesson same-loss"))

    let last = try Tmux("\(Self.kept) $LOGITSCOPE lesson without-negatives")
    try last.wait(forText: "step 1 of ")
    try skip(last, to: "no lesson comes after this one")
    try last.send("q")
    #expect(try last.outcome() == "exit=0 stty-same=yes")
  }

  /// Leaves steps out, each with two keys, until a text comes.
  private func skip(_ tmux: Tmux, to text: String) throws {
    try tmux.wait(for: "“\(text)”") { screen in
      if screen.contains(text) { return true }
      try tmux.send("n")
      return false
    }
  }

  @Test("a lesson plays by itself at its pace until a key is pressed, and is nobody's progress")
  func playing() throws {
    let tmux = try Tmux("\(Self.kept) $LOGITSCOPE play negatives --pace 0.1")
    try tmux.wait(forText: "step 2 of ")
    try tmux.send("Down")
    try tmux.wait(for: "the end of the play") { !$0.contains("playing by itself") }
    try tmux.send("q")
    #expect(try tmux.outcome() == "exit=0 stty-same=yes")
    #expect(progress(tmux) == "")
    #expect(try tmux.capture().contains("logitscope lesson negatives"))
  }

  @Test("a slow pace lets the screen stand")
  func slowPlay() throws {
    let tmux = try Tmux("\(Self.kept) $LOGITSCOPE play negatives --pace 60")
    let first = try tmux.wait(forText: "step 1 of ")
    // Thirty frames of what runs, spent in waiting for a key's answer that does not come by itself.
    let deadline = ContinuousClock.now + .seconds(1)
    try tmux.wait(for: "the time of thirty frames") { _ in ContinuousClock.now > deadline }
    #expect(try tmux.capture() == first)
  }

  // MARK: The first lesson

  /// What a learner does at each step: the keys one after the other, a text to be typed where it has letters.
  private static let firstLesson: [[String]] = [
    ["Down", "Down", "Right", "Right", "Right", "Right"],
    ["2", "Enter", "]", "]", "]", "]"],
    ["=0.7", "Enter", "Down", "Down", "Left", "Down", "Left"],
    ["2", "Enter", "Right"],
    ["Down", "Down", "Down", "Left", "Left", "Left", "Left", "Left", "Left"],
    ["2", "Enter", "p", "=0.3", "Enter"],
    ["3", "Enter", "1", "Enter"],
  ]

  private func press(_ keys: [String], _ tmux: Tmux) throws {
    for key in keys {
      if key.hasPrefix("=") { try tmux.type(String(key.dropFirst())) } else { try tmux.send(key) }
    }
  }

  @Test("the first lesson from its first key to the next lesson", arguments: ["en", "ko"])
  func firstLesson(_ language: String) throws {
    let tmux = try Tmux("\(Self.kept) $LOGITSCOPE lesson negatives --lang \(language)")
    let steps = Self.firstLesson.count
    for (step, keys) in Self.firstLesson.enumerated() {
      let number = step + 1
      try tmux.wait(
        forText: language == "en" ? "step \(number) of \(steps)" : "\(number)/\(steps)단계"
      )
      try press(keys, tmux)
      let done = try tmux.wait(forText: language == "en" ? "done ✓" : "완료 ✓")
      // A wrong prediction stands beside what came of it.
      if step == 1 {
        #expect(
          done.contains(
            language == "en"
              ? "predicted: it stays the same   seen: it rises" : "예측: 그대로다   실제: 커진다"
          )
        )
      }
      let all = (0...step).map(String.init).joined(separator: ", ")
      #expect(progress(tmux).contains("\"done\": [\(all)]"))
      try tmux.send("n")
    }
    try tmux.wait(forText: language == "en" ? "step 1 of 6" : "1/6단계")
    try tmux.send("q")
    #expect(try tmux.outcome() == "exit=0 stty-same=yes")
  }

  @Test("progress outlives a kill in the middle of a step")
  func killed() throws {
    let lesson = "\(Self.kept) $LOGITSCOPE lesson negatives"
    let tmux = try Tmux(
      "sh -c 'echo $$ > $DIRECTORY/pid; exec env \(lesson)'; reset -Q 2>/dev/null; clear; cat; \(lesson)"
    )
    try tmux.wait(forText: "step 1 of ")
    try press(Self.firstLesson[0], tmux)
    try tmux.wait(forText: "done ✓")
    try tmux.send("n")
    try tmux.wait(forText: "step 2 of ")
    try press(["3", "Enter", "]", "]"], tmux)
    try tmux.wait(forText: "+0.20")
    let file = tmux.directory.appendingPathComponent("pid")
    let text = try String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .newlines)
    #expect(kill(try #require(pid_t(text)), SIGKILL) == 0)
    try tmux.wait(for: "the program's end") { !$0.contains("+0.20") }
    #expect(progress(tmux).contains("\"step\": 1") && progress(tmux).contains("\"done\": [0]"))
    try tmux.send("C-d")
    let again = try tmux.wait(forText: "step 2 of ")
    #expect(again.contains(" · predict"), "the step begins anew")
    try tmux.send("q")
    #expect(try tmux.outcome().hasPrefix("exit=0"))
  }
}
