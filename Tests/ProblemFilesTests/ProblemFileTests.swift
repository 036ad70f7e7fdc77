import LogitModel
import Testing

@testable import ProblemFiles

@Suite("A problem as a file")
struct ProblemFileTests {
  @Test("every key is read")
  func everyKey() throws {
    let read = try problem(
      """
      {
        "title": "Does cross entropy see the negatives?",
        "classes": ["cat", "dog", "bird"],
        "logits": [[0.2, 1.5, -2.0]],
        "targets": ["dog"],
        "loss": "focal", "temperature": 2, "label_smoothing": 0.1,
        "class_weights": [1, 1, 3],
        "reduction": "sum", "ignore_index": -7, "gamma": 0.5, "hinge_margin": 3
      }
      """
    )
    let expected = try Problem(
      title: "Does cross entropy see the negatives?",
      classes: ["cat", "dog", "bird"],
      logits: [[0.2, 1.5, -2]],
      targets: [.index(1)],
      settings: Problem.Settings(
        temperature: 2,
        labelSmoothing: 0.1,
        classWeights: [1, 1, 3],
        ignoreIndex: -7,
        gamma: 0.5,
        hingeMargin: 3,
        loss: Focal(),
        reduction: .sum
      )
    )
    #expect(read == expected)
  }

  @Test(
    "a target is an index, a name, a distribution or none",
    arguments: [
      ("\"target\": 1", Target.index(1)), ("\"target\": \"b\"", .index(1)),
      ("\"target\": \"1\"", .index(0)), ("\"target\": [0.5, 0.5]", .distribution([0.5, 0.5])),
      ("\"targets\": [-100]", .index(-100)), ("\"targets\": [null]", nil),
      ("\"title\": \"\"", nil),
    ]
  )
  func targets(_ member: String, _ target: Target?) throws {
    let read = try problem("{\"logits\": [1, 2], \"classes\": [\"1\", \"b\"], \(member)}")
    #expect(read.targets == [target])
  }

  @Test("names that only look equal are two", arguments: ["\u{E9}", "e\u{301}"])
  func canonicalEquivalence(_ name: String) throws {
    let classes = ["\u{E9}", "e\u{301}"]
    let index = classes.firstIndex { $0.utf8.elementsEqual(name.utf8) }
    let read = try problem(
      "{\"logits\": [1, 2], \"classes\": [\"\u{E9}\", \"e\u{301}\"], \"target\": \"\(name)\"}"
    )
    #expect(try read.targets == [.index(#require(index))])
  }

  @Test("a mark after a blank, a comma or a bracket is not swallowed by it")
  func marks() {
    for text in ["1 \u{301}2", "1,\u{301}2", " \u{301}", "1 2\n \u{301}"] {
      #expect(throws: FileError.self, "\(text.unicodeScalars)") { try problem(text) }
    }
    #expect(!InputBytes(source: "x", bytes: Array(" \u{301}".utf8)).isBlank)
  }

  @Test("probabilities become their logarithms, 0 a class left out")
  func probabilities() throws {
    let read = try problem("{\"probabilities\": [0.5, 0, 2]}")
    #expect(try read == Problem(probabilities: [[0.5, 0, 2]]))
    #expect(read.logits[0][1] == -.infinity)
  }

  /// What is no problem, ⏎ for a line's end, and under it what is said of it.
  static let refusals = #"""

      it is empty; give logits as JSON, YAML, CSV, plain numbers or .npy
     ⏎ 
      it is empty; give logits as JSON, YAML, CSV, plain numbers or .npy
    [[1, 2]]
      line 1: a list is no problem; write an object such as {"logits": [[2, -1, 0.1]], "targets": [0]}
    {}
      no logits are given; "logits" or "probabilities" must stand there
    {"logits": [1, 2],⏎"lable_smoothing": 0}
      line 2: the key 'lable_smoothing' is not known; did you mean "label_smoothing"?
    {"logits": [1, 2], "x": 0}
      line 1: the key 'x' is not known; known are title, classes, logits, probabilities, target, targets, loss, temperature, label_smoothing, class_weights, reduction, ignore_index, gamma, hinge_margin
    {"logits": [1, 2],⏎"probabilities": [1, 2]}
      line 2: "logits" and "probabilities" both stand here; keep one
    {"logits": [1, 2], "target": 0, "targets": [0]}
      line 1: "target" and "targets" both stand here; keep one
    {"logits": [[1, 2],⏎[3, null]]}
      line 2: "logits": row 1: class 1: a number or "-inf" was expected, found null
    {"logits": [[1, 2], 3]}
      line 1: "logits": row 1: a row of numbers was expected, found 3
    {"logits": 3}
      line 1: "logits": a list of numbers or of rows was expected, found 3
    {"logits": []}
      0 classes; at least 2 are needed
    {"logits": [1]}
      1 class; at least 2 are needed
    {"logits": [[1, 2], [3]]}
      row 1: 1 logit; give 2, one for each class
    {"logits": [1, "nan"]}
      row 0, class "1" (1): logit is nan; give a finite number or -inf to leave the class out
    {"logits": [1, "inf"], "classes": ["a", "b"]}
      row 0, class "b" (1): logit is inf; give a finite number or -inf to leave the class out
    {"logits": ["-inf", "-inf"]}
      row 0: every logit is -inf; give at least one finite number
    {"logits": [1, 2], "classes": ["a"]}
      1 class name; give 2, one for each logit of a row
    {"logits": [1, 2], "targets": [0, 1]}
      2 targets for 1 row of logits; give one target a row
    {"logits": [[1, 2], [3, 4]], "target": 0}
      1 target for 2 rows of logits; give one target a row
    {"logits": [1, 2], "target": 1152921504606846976}
      row 0: target is class 1152921504606846976; give an index from 0 to 1, or the ignore index
    {"logits": [1, 2], "target": 0.5}
      line 1: "target": a whole number was expected, found 0.5
    {"logits": [1, 2], "target": 1e300}
      line 1: "target": a whole number was expected, found 1e+300
    {"logits": [1, 2], "target": true}
      line 1: "target": a class name, an index or a distribution was expected, found true or false
    {"logits": [1, 2], "classes": ["cat", "dog"], "target": "Dog"}
      row 0: target: there is no class 'Dog'; did you mean 'dog'?
    {"logits": [1, 2], "target": "elephant"}
      row 0: target: there is no class 'elephant'; give a name of "classes" or an index
    {"logits": [1, 2], "classes": ["a", "a"], "target": "a"}
      row 0: target: 2 classes are named 'a'; give an index instead (0, 1)
    {"logits": [1, 2], "target": [0, 0]}
      row 0: target sums to 0.0; give numbers that sum to 1
    {"logits": [1, 2], "loss": "hinge"}
      line 1: "loss": the loss 'hinge' is not available; write cross_entropy, all_class_nll, binary_cross_entropy, focal, hinge_weston_watkins, hinge_crammer_singer, hinge_one_vs_all, brier
    {"logits": [1, 2], "reduction": "average"}
      line 1: "reduction": 'average' is no reduction; write none, sum, mean
    {"logits": [1, 2], "temperature": 0}
      temperature is 0.0; give a finite number above 0
    {"logits": [1, 2], "temperature": "warm"}
      line 1: "temperature": a number was expected, found 'warm'
    {"logits": [1, 2], "label_smoothing": 1.5}
      label smoothing is 1.5; give a number from 0 to 1
    {"logits": [1, 2], "gamma": -1}
      gamma is -1.0; give 0 or a positive finite number
    {"logits": [1, 2], "hinge_margin": "inf"}
      hinge margin is inf; give a finite number above 0
    {"logits": [1, 2], "hinge_margin": null}
      line 1: "hinge_margin": a number was expected, found null
    {"logits": [1, 2], "title": 3}
      line 1: "title": text in double quotes was expected, found 3
    1 2⏎⏎3 4 5
      line 3: 3 numbers were found, 2 as line 1 has were expected
    1 2⏎3
      line 2: 1 number was found, 2 as line 1 has were expected
    {"probabilities": [1, null]}
      line 1: "probabilities": class 1: a number was expected, found null
    1 2 x
      line 1: 'x' is not a number; write a decimal number or -inf
    1 nan
      line 1: 'nan' is not a number; write a decimal number or -inf
    1 0x10
      line 1: '0x10' is not a number; write a decimal number or -inf
    1 1e999
      line 1: '1e999' is beyond what a double holds, 1.8e308
    1;2;3
      line 1: values are parted by ';'; write ',' between them
    1 −2
      line 1: '−2' has the minus sign U+2212; write - (hyphen-minus)
    1,,2
      line 1: a number is missing; write -inf for a class left out
    """#

  @Test("what is no problem is refused in one line with its place and remedy")
  func refuses() {
    let lines = Self.refusals.split(separator: "\n", omittingEmptySubsequences: false)
    for index in stride(from: 0, to: lines.count - 1, by: 2) {
      let text = String(lines[index]).replacing("⏎", with: "\n")
      let message = lines[index + 1].drop { $0 == " " }
      #expect(refusal(text) == "problem: \(message)", "\(text)")
    }
    #expect(lines.count == 94)
  }

  @Test("nothing of a file steers the terminal")
  func escapes() {
    let message = "'\\u{1b}[31m' is not a number; write a decimal number or -inf"
    #expect(refusal("1 \u{1B}[31m") == "problem: line 1: \(message)")
  }

  @Test(
    "plain numbers: a line is a row, one number a line is one row",
    arguments: [
      ("1 2\n3 4", [[1, 2], [3, 4]]), ("1, 2\r\n\r\n3,\t4\r\n", [[1, 2], [3, 4]]),
      ("1\n-inf\n.5", [[1, -.infinity, 0.5]]), ("  -1e-3   2 ", [[-1e-3, 2]]),
      ("\u{A0}1 2", [[1, 2]]),
    ] as [(String, [[Double]])]
  )
  func plainNumbers(_ text: String, _ rows: [[Double]]) throws {
    #expect(try problem(text).logits == rows)
  }

  @Test("what is written reads back equal", arguments: 0..<50)
  func roundTrip(seed: UInt64) throws {
    var random = RandomProblems(seed: seed)
    let made = try random.problem()
    let text = written { ProblemFile.write(made, to: &$0) }
    #expect(try problem(text) == made)
  }
}
