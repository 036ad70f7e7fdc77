import LogitModel
import Testing

@testable import ProblemFiles

@Suite("A program that repeats the loss")
struct GeneratedCodeTests {
  private func code(
    _ language: GeneratedCode.Language,
    classes: [String]? = nil,
    title: String = "",
    _ settings: Problem.Settings = Problem.Settings(),
    logits: [[Double]] = [[0.5, -1, 2]],
    targets: [Target?] = [.index(2)]
  ) throws -> GeneratedCode {
    let problem = try Problem(
      title: title,
      classes: classes,
      logits: logits,
      targets: targets,
      settings: settings
    )
    return try GeneratedCode(problem, in: language)
  }

  @Test("PyTorch's own cross entropy takes the settings as arguments")
  func torch() throws {
    let settings = Problem.Settings(
      temperature: 2,
      labelSmoothing: 0.1,
      classWeights: [1, 2, 0.5],
      ignoreIndex: -1,
      reduction: .sum
    )
    let program = try code(
      .torch,
      classes: ["cat", "dog", "bird"],
      title: "Pets",
      settings,
      logits: [[0.5, -1, 2], [0, 0, 0], [1, 2, 3]],
      targets: [.index(2), .index(-1), nil]
    )
    let lines = program.text.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = """
      # cross_entropy in PyTorch, written by logitscope
      import torch
      import torch.nn.functional as F

      torch.set_default_dtype(torch.float64)
      # Pets
      # 1 of 3 rows left out: ignored, or without a target for this loss
      classes = ["cat", "dog", "bird"]
      z = torch.tensor([
          [0.5, -1.0, 2.0],
          [0.0, 0.0, 0.0],
      ])
      y = torch.tensor([2, -1])
      T = 2.0
      w = torch.tensor([1.0, 2.0, 0.5])

      loss = F.cross_entropy(z / T, y, weight=w, ignore_index=-1, reduction="sum", label_smoothing=0.1)
      """
    #expect(lines.dropLast(2).joined(separator: "\n") == expected)
    #expect(lines.dropLast().last?.hasPrefix("print(float(loss))  # 0.") == true)
  }

  @Test("without a library of that kind the formula stands there")
  func formula() throws {
    #expect(
      try code(.numpy).text == """
        # cross_entropy in NumPy, written by logitscope
        import numpy as np

        z = np.array([[0.5, -1.0, 2.0]])
        y = np.array([2])

        n = np.arange(len(z))
        log_s = z - np.logaddexp.reduce(z, axis=1, keepdims=True)
        rows = -log_s[n, y]
        loss = rows.mean()
        print(float(loss))  # 0.24131129665715706

        """
    )
    #expect(try code(.jax).text.contains("log_s = jax.nn.log_softmax(z)\nrows = -log_s[n, y]\n"))
    #expect(try code(.swift).text.contains("rows.append(-logS[y[n]])"))
  }

  @Test("the zero that a library would make NaN of is kept", arguments: [true, false])
  func leftOut(_ isLeftOut: Bool) throws {
    let logits: [[Double]] = [[0.5, isLeftOut ? -.infinity : -1, 2]]
    let program = try code(.torch, logits: logits, targets: [.distribution([0.5, 0, 0.5])])
    #expect(program.text.contains("F.cross_entropy") == !isLeftOut)
    #expect(program.text.contains("torch.where(mass != 0, log_s, 0.0)") == isLeftOut)
  }

  @Test("no text of a problem is anything but text", arguments: GeneratedCode.Language.allCases)
  func injection(language: GeneratedCode.Language) throws {
    let names = ["\"]\nimport os #", "\\(print(1))", "\u{2028}\r\u{202E}"]
    let program = try code(language, classes: names, title: "x\nimport os\r# coding: latin-9")
    let lines = program.text.split(whereSeparator: \.isNewline)
    #expect(!lines.contains { $0.hasPrefix("import os") })
    #expect(lines.firstIndex { $0.contains("coding:") }.map { $0 > 1 } == true)
    #expect(program.text.unicodeScalars.allSatisfy { !$0.isHidden || $0 == "\n" })
  }

  @Test("many logits are read from a file, of which the program says where it comes from")
  func large() throws {
    let logits = [[Double](repeating: 0, count: 1001)]
    let program = try code(.numpy, logits: logits)
    #expect(program.readsLogits)
    #expect(
      program.text.split(separator: "\n")[1]
        == "# reads logits.npy: write it with :save logits.npy, or eval --save logits=logits.npy"
    )
    #expect(program.text.contains("z = np.load(\"logits.npy\")\n"))
    #expect(!program.text.contains("classes"))
    #expect(try code(.numpy, logits: [[Double](repeating: 0, count: 1000)]).readsLogits == false)
  }

  @Test("what makes no program is refused")
  func refusals() throws {
    #expect(throws: GeneratedCode.Refusal.noLoss) { try code(.numpy, targets: [nil]) }
    #expect(throws: GeneratedCode.Refusal.noLoss) { try code(.torch, targets: [.index(-100)]) }
    #expect(throws: GeneratedCode.Refusal.noLoss) {
      try code(.swift, Problem.Settings(loss: Focal()), targets: [.distribution([0.5, 0, 0.5])])
    }
    let many = [Double](repeating: 0.001, count: 1001)
    #expect(throws: GeneratedCode.Refusal.tooLong) {
      try code(.jax, logits: [many], targets: [.distribution(many)])
    }
  }

  @Test("every loss has a program in every language", arguments: GeneratedCode.Language.allCases)
  func everyLoss(language: GeneratedCode.Language) throws {
    for loss in Losses.all {
      let program = try code(language, Problem.Settings(loss: loss))
      #expect(program.text.split(separator: "\n")[0].contains(loss.name))
    }
  }
}
