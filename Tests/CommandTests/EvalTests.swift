import Foundation
import Testing

@Suite("logitscope eval")
struct EvalTests {
  private static let row = "0.8982,0.805,0.6393,0.9983,0.5731,0.0469,0.556,0.1476,0.8404,0.5544"
  private static let other = "0.9457,0.0195,0.9846,0.3231,0.1605,0.3143,0.9508,0.2762,0.7276,0.4332"

  private func row(_ program: Program) throws -> Result.Row {
    #expect(program.errors == "")
    return try #require(try program.json(Result.self).rows.first)
  }

  @Test("ten logits cost what cross entropy says, to every digit")
  func tenLogits() throws {
    let program = try Program(
      "eval",
      "--logits",
      Self.row,
      "--target",
      "1",
      "--format",
      "json"
    )
    #expect(program.status == 0)
    #expect(isNear(try row(program).loss, 2.143818427948945))
  }

  @Test("a batch's loss is the mean of its rows'")
  func batch() throws {
    let program = try Program(
      "eval",
      "--logits",
      "\(Self.row);\(Self.other)",
      "--targets",
      "1;5",
      "--format",
      "json"
    )
    let result = try program.json(Result.self)
    #expect(isNear(result.loss, 2.351937720511233))
    #expect(result.rows.count == 2)
  }

  @Test("softmax of three logits, without a target")
  func threeLogits() throws {
    let row = try row(try Program("eval", "--logits", "0.2,1.5,-2", "--format", "json"))
    for (probability, printed) in zip(row.probabilities, [0.20920065, 0.76761926, 0.02318009]) {
      #expect(isNear(probability, printed, within: 5e-9))
    }
    #expect(row.loss == nil && row.positive == nil && row.argmax == 1)
  }

  @Test("the first shifted row: gradient, margin, shares, leave-one-out and attribution")
  func shiftedNegatives() throws {
    let shifts = [0.4, 0.4, 0, 0.3, 0.3]
    let logits = zip([0.03, 0.05, 0.8, 0.1, 0.02], shifts).map { "\(log($0) + $1)" }
    let list = logits.joined(separator: ",")
    let row = try row(try Program("eval", "--logits", list, "--target", "2", "--format", "json"))
    let probabilities = [0.04138864, 0.06898107, 0.73983032, 0.12483331, 0.02496666]
    #expect(zip(row.probabilities, probabilities).allSatisfy { isNear($0, $1, within: 5e-9) })
    let gradient = try #require(row.gradient)
    #expect(
      zip(gradient, [0.0414, 0.0690, -0.2602, 0.1248, 0.0250]).allSatisfy {
        isNear($0, $1, within: 5e-5)
      }
    )
    #expect(isNear(row.margin, 1.0450868, within: 5e-8))
    let negatives = try #require(row.negatives)
    let expected: [(found: [Double?], printed: [Double?])] = [
      (negatives.share, [0.1590833, 0.2651388, nil, 0.4798150, 0.0959630]),
      (negatives.without, [0.0422695, 0.0714757, nil, 0.1333409, 0.0252836]),
      (negatives.attribution, [0.0479373, 0.0798954, nil, 0.1445848, 0.0289170]),
    ]
    for (found, printed) in expected {
      for (found, printed) in zip(found, printed) {
        #expect(printed.map { isNear(found, $0, within: 1e-7) } ?? (found == nil))
      }
    }
  }

  @Test(
    "entropy of two distributions",
    arguments: [("0.5,0.5", 0.6931471805599453), ("0.2,0.8", 0.5004024235381879)]
  )
  func entropy(_ probabilities: String, _ printed: Double) throws {
    let program = try Program("eval", "--probabilities", probabilities, "--format", "json")
    #expect(isNear(try row(program).entropy, printed))
  }

  @Test("a distribution as the target")
  func softTarget() throws {
    let program = try Program(
      "eval",
      "--probabilities",
      "0.2,0.1,0.7",
      "--target",
      "0,0,1",
      "--format",
      "json"
    )
    #expect(isNear(try row(program).loss, 0.35667494393873245))
  }

  @Test("binary cross entropy asks each class for itself")
  func binary() throws {
    let program = try Program(
      "eval",
      "--logits",
      "-0.15,-0.87,1.1",
      "--target",
      "2",
      "--loss",
      "binary_cross_entropy",
      "--format",
      "json"
    )
    let terms = try #require(try row(program).lossTerms)
    let printed = [0.620957047789532, 0.34991825330155735, 0.2873353251154307]
    #expect(zip(terms, printed).allSatisfy { isNear($0, $1) })
    #expect(try program.json(Result.self).lossName == "binary_cross_entropy")
  }

  @Test(
    "a target is a name first, then an index",
    arguments: [("dog", 0), ("1", 2), ("2", 2), ("0", 0)]
  )
  func targetNames(_ target: String, _ positive: Int) throws {
    let program = try Program(
      "eval",
      "--logits",
      "1,2,3",
      "--classes",
      "dog,cat,1",
      "--target",
      target,
      "--format",
      "json"
    )
    #expect(try row(program).positive == positive)
  }

  @Test(
    "a name with a comma is a name, where a class has it"
  )
  func commaInName() throws {
    let program = try Program(
      shell:
        #"printf '0,1\nb\n' > "$TMP/names"; "$0" eval --logits 1,2 --classes-file "$TMP/names" --target 0,1 --format json"#
        .replacingOccurrences(of: "$TMP", with: NSTemporaryDirectory())
    )
    #expect(try row(program).positive == 0)
  }

  @Test("options override what the file says")
  func overrides() throws {
    let file = #"{"logits": [1, 2, 3], "target": 0, "temperature": 5, "label_smoothing": 0.5}"#
    let options = ["--temperature", "2", "--label-smoothing", "0", "--target", "1"]
    let overridden = try Program(
      "eval",
      "-",
      options[0],
      options[1],
      options[2],
      options[3],
      options[4],
      options[5],
      "--format",
      "json",
      input: file
    )
    let plain = try Program(
      "eval",
      "--logits",
      "1,2,3",
      "--temperature",
      "2",
      "--target",
      "1",
      "--format",
      "json"
    )
    #expect(overridden.output == plain.output)
    #expect(plain.status == 0)
  }

  @Test("gamma and the hinge margin come from the file or from the options")
  func lossParameters() throws {
    let file = #"{"logits": [1, 2, 3], "target": 0, "gamma": 0, "loss": "focal"}"#
    let entropy = try row(
      try Program("eval", "--logits", "1,2,3", "--target", "0", "--format", "json")
    )
    let focal = try row(try Program("eval", "-", "--format", "json", input: file))
    #expect(focal.loss == entropy.loss && focal.gradient == entropy.gradient)
    let damped = try row(try Program("eval", "-", "--gamma", "2", "--format", "json", input: file))
    #expect(isNear(damped.loss, 1.9936045, within: 5e-8))
    let hinge = ["--loss", "hinge_weston_watkins", "--hinge-margin", "4"]
    let wide = try Program(
      "eval",
      "-",
      hinge[0],
      hinge[1],
      hinge[2],
      hinge[3],
      "--format",
      "json",
      input: file
    )
    #expect(try row(wide).lossTerms == [0, 5, 6])
  }

  @Test("text says what all-class NLL is, and which margin a hinge has")
  func lossNotes() throws {
    let pets = ["--logits", "5,4,2", "--target", "0"]
    let nll = try Program("eval", pets[0], pets[1], pets[2], pets[3], "--loss", "all_class_nll")
    #expect(nll.lines[0] == "all_class_nll, T 1, nats")
    #expect(
      nll.lines[1]
        == "cross entropy plus what each negative alone costs; PyTorch's NLLLoss is the first part only"
    )
    let focal = try Program("eval", pets[0], pets[1], pets[2], pets[3], "--loss", "focal")
    #expect(focal.lines[0] == "focal, T 1, nats, gamma 2")
    #expect(!focal.output.contains("PyTorch"))
  }

  @Test("a loss that is not defined for the target is empty in every format")
  func undefinedLoss() throws {
    func eval(_ format: String) throws -> Program {
      try Program(
        "eval",
        "--logits",
        "1,2",
        "--target",
        "0.5,0.5",
        "--loss",
        "hinge_one_vs_all",
        "--format",
        format
      )
    }
    let row = try row(try eval("json"))
    #expect(row.loss == nil && row.lossTerms == nil && row.gradient == nil)
    #expect(try eval("csv").lines[1] == "0,0,1,0.2689414213699951,0.5,,,,,,")
    let text = try eval("text")
    #expect(text.lines[0] == "hinge_one_vs_all, T 1, nats, hinge margin 1")
    #expect(text.lines.contains("loss           not defined without one positive class"))
    #expect(!text.output.contains("gradient"))
  }

  @Test("bits are the nats times 1 / log 2")
  func bits() throws {
    let program = try Program(
      "eval",
      "--probabilities",
      "0.5,0.5",
      "--target",
      "0",
      "--unit",
      "bits",
      "--format",
      "json"
    )
    #expect(isNear(try row(program).loss, 1))
    #expect(try program.json(Result.self).unit == "bits")
  }

  @Test("weights: the mean is divided by the weights of the targets")
  func weights() throws {
    let program = try Program("eval", "--example", "weights", "--format", "json")
    let result = try program.json(Result.self)
    let sum = result.rows.compactMap(\.loss).reduce(0, +)
    #expect(isNear(result.loss, sum / 1.3))
  }

  @Test("text: the positive's term is the loss, each negative's is 0 beside a gradient that is not")
  func text() throws {
    let program = try Program("eval", "--example", "negatives")
    let expected = """
      Does cross entropy see the negatives?
      cross_entropy, T 1, nats

      class    logit  softmax  y  loss term  gradient     push   share  without  attribution
      cat    -3.5066   0.0300  0     0        +0.0300  -0.0240  15.0 %  -0.0305       0.0335
      dog    -2.9957   0.0500  0     0        +0.0500  -0.0400  25.0 %  -0.0513       0.0558
      bird   -0.2231   0.8000  1     0.2231   -0.2000
      fish   -2.3026   0.1000  0     0        +0.1000  -0.0800  50.0 %  -0.1054       0.1116
      frog   -3.9120   0.0200  0     0        +0.0200  -0.0160  10.0 %  -0.0202       0.0223

      loss           0.2231435513142098

      """
    #expect(program.output.hasPrefix(expected.dropLast()))
  }

  @Test("text: columns stay under their heads where names are wide and values infinite")
  func wideText() throws {
    let program = try Program(
      "eval",
      "--logits",
      "1,-inf,2",
      "--classes",
      "\u{AC1C},b,\u{1B}[31m",
      "--target",
      "0"
    )
    let table = program.lines.dropFirst().prefix(4)
    #expect(
      table.map(String.init) == [
        "class   logit  softmax  y  loss term  gradient     push    share  without  attribution",
        "\u{AC1C}     1.0000   0.2689  1     1.3133   -0.7311",
        "b      -inf     0       0     0        0        0        0.0 %    0             0",
        "\u{241B}[31m  2.0000   0.7311  0     0        +0.7311  -0.1966  100.0 %  -1.3133       1.3133",
      ]
    )
  }

  @Test("CSV has a line for each class of each row")
  func csv() throws {
    let program = try Program("eval", "--logits", "1,2;3,4", "--targets", "0;1", "--format", "csv")
    #expect(program.lines.count == 5)
    #expect(
      program.lines.last?.hasPrefix("1,1,4,0.7310585786300049,1,0.31326168751822286,") == true
    )
  }

  @Test("LC_ALL=C gets not one byte above 0x7F")
  func ascii() throws {
    let program = try Program(
      "eval",
      "--logits",
      "1,2",
      "--classes",
      "\u{AC1C},\u{B7}",
      "--target",
      "0",
      environment: ["LC_ALL": "C"]
    )
    #expect(program.output.utf8.allSatisfy { $0 < 0x80 })
    #expect(program.lines.count > 5)
  }
}
