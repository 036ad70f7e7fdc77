import Lessons
import LogitModel
import TerminalUI

/// A line of a lesson's script as what it does.
enum LessonScript {
  /// The actions of a command as it is typed in the palette, or of the keys behind `press`.
  static func actions(_ line: ScriptLine) throws(Refusal) -> [Action] {
    let (name, argument) = parts(line)
    let actions =
      name == ScriptLine.press ? try pressed(argument) : [try Command.action(of: name, argument)]
    for action in actions where !action.isForScripts {
      if case .ask = action { throw Refusal(.asksInScript) }
      throw Refusal(.notForScripts)
    }
    return actions
  }

  /// The keys behind `press`; none of a command.
  static func keys(_ line: ScriptLine) -> [Key] {
    let (name, argument) = parts(line)
    return name == ScriptLine.press ? (try? keys(argument)) ?? [] : []
  }

  private static func parts(_ line: ScriptLine) -> (name: String, argument: String) {
    let words = line.text.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    return (words.first ?? "", words.dropFirst().first ?? "")
  }

  private static func pressed(_ text: String) throws(Refusal) -> [Action] {
    try keys(text).map { key throws(Refusal) in
      guard let action = Keymap.action(for: key) else {
        throw Refusal(.unboundKey(key.label(.unicode)))
      }
      return action
    }
  }

  /// The names of the commands that the lines call.
  static func commands(_ lines: [ScriptLine]) -> Set<String> {
    Set(lines.flatMap { (try? actions($0)) ?? [] }.compactMap(\.command))
  }

  private static func keys(_ text: String) throws(Refusal) -> [Key] {
    do {
      return try Event.script(text).compactMap { event in
        if case .key(let key) = event { key } else { nil }
      }
    } catch {
      throw Refusal(.unboundKey(error.token))
    }
  }
}

extension LessonStep {
  /// Whether a change by the command belongs to the task: the step says so, or its solution does it.
  func isOpen(to command: String) -> Bool {
    only.map { $0.contains { $0.text == command } } == true
      || LessonScript.commands(solution).contains(command)
  }
}

extension Command {
  /// What a command does, called by its whole name.
  static func action(of name: String, _ argument: String) throws(Refusal) -> Action {
    guard let command = named(name) else { throw Refusal(.noSuchCommand(name)) }
    let argument = NumberText.trimmed(argument)
    if !argument.isEmpty { return try command.action(argument) }
    guard let bare = command.bare else { throw Refusal(.needsArgument(name)) }
    return bare
  }
}

extension Action {
  /// Whether a script may do it: it changes the problem, takes back, shows or hides, asks nobody anything and
  /// reaches nothing outside of the lesson.
  var isForScripts: Bool {
    switch self {
    case .ask: false
    case .move, .page, .first, .last, .find, .moveRow, .pageRows, .row, .changeStep, .setStep,
      .reset,
      .undo, .redo, .toggleCurtain, .setLanguage, .nextSort, .sort, .sortRows, .setTop, .nextPanel,
      .showPanel, .setCurveScope, .nextFormula, .setFormula, .toggleBig, .setUnit, .setDigits,
      .setPlot:
      true
    default: command != nil
    }
  }

  /// The name of the command that stands for this change of the problem, of its target or of what it is
  /// compared with; nil for what only looks, and for what takes back.
  var command: String? {
    switch self {
    case .nudge: "nudge"
    case .shiftNegatives: "negatives"
    case .shiftAll: "all"
    case .setLogit, .ask(.logit): "logit"
    case .setProbability, .ask(.probability): "probability"
    case .makePositive: "positive"
    case .setTarget, .ask(.target): "target"
    case .toggleMark: "mark"
    case .toggleLeftOut: "leave-out"
    case .addClass, .ask(.newClass): "add"
    case .deleteClass: "delete"
    case .rename, .ask(.name): "rename"
    case .scaleTemperature, .setTemperature: "temperature"
    case .changeSmoothing, .setSmoothing: "smoothing"
    case .setWeight, .ask(.weight): "weight"
    case .changeLoss, .setLoss: "loss"
    case .setReduction: "reduction"
    case .setGamma: "gamma"
    case .setHingeMargin: "hinge-margin"
    case .addRow, .deleteRow: "row"
    case .descend: "descend"
    case .toggleRun: "run"
    case .setRate: "rate"
    case .setBaseline: "baseline"
    case .swapBaseline: "swap"
    case .move, .page, .first, .last, .find, .moveRow, .pageRows, .row, .changeStep, .setStep,
      .reset,
      .undo, .redo, .toggleCurtain, .nextSort, .sort, .sortRows, .setTop, .nextPanel, .showPanel,
      .setCurveScope, .nextFormula, .setFormula, .toggleBig, .toggleKeys, .setUnit, .setDigits,
      .setLanguage,
      .setPlot, .ask(.find), .ask(.prediction), .nextStep, .previousStep, .hint, .solution,
      .freePlay, .showText, .predict, .openPalette, .share, .save, .code, .help, .repaint,
      .suspend, .interrupt, .quit:
      nil
    }
  }
}
