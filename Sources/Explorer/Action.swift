import Lessons
import LogitModel
import TerminalUI

/// All that a key, the mouse or a command of the palette can ask for.
package enum Action: Equatable, Sendable {
  /// How far a logit moves.
  package enum Amount: Equatable, Sendable {
    /// So many times the step that is set.
    case steps(Double)
    case logit(Double)
  }

  case move(Int)
  case page(Int)
  case first
  case last
  case find(String)
  case moveRow(Int)
  case pageRows(Int)
  case row(Int)

  case nudge(Amount)
  case shiftNegatives(Amount)
  case shiftAll(Amount)
  case changeStep(Int)
  case setStep(Double)
  case setLogit(Double)
  case setProbability(Double)

  case makePositive
  case setTarget(String)
  case toggleMark
  case toggleLeftOut
  case addClass(String)
  case deleteClass
  case rename(String)

  case scaleTemperature(Double)
  case setTemperature(Double)
  case changeSmoothing(Double)
  case setSmoothing(Double)
  case setWeight(Double)
  case changeLoss(Int)
  case setLoss(String)
  case setReduction(Reduction)
  case setGamma(Double)
  case setHingeMargin(Double)

  case addRow
  case deleteRow

  case descend
  case toggleRun
  case setRate(Double)

  case setBaseline
  case swapBaseline
  case reset
  case undo
  case redo

  case toggleCurtain
  case nextSort
  case sort(SortColumn)
  case sortRows(RowSort)
  /// How many classes the table shows; nil for all.
  case setTop(Int?)
  case nextPanel(Int)
  case showPanel(Panel)
  case setCurveScope(CurveScope)
  case nextFormula(Int)
  case setFormula(Formula)
  case toggleBig
  case toggleKeys
  case setUnit(Unit)
  case setDigits(Int)
  case setLanguage(Language)
  case setPlot(Plot.Kind)

  case nextStep
  case previousStep
  case hint
  case solution
  case freePlay
  case showText
  /// The number of a choice, from 1, or the number that is asked for.
  case predict(Double)

  case ask(Question)
  case openPalette
  case share
  case save(path: String, overwriting: Bool)
  /// A program in that language, to a file or to the clipboard.
  case code(CodeLanguage, path: String?, overwriting: Bool)
  case help
  case repaint
  case suspend
  case interrupt
  case quit
}

/// What only the program around the explorer can do.
package enum Effect: Equatable, Sendable {
  case quit
  /// End as SIGINT does.
  case interrupt
  case suspend
  case repaint
  case copy(String)
  /// Copy a program that prints the loss.
  case copyCode(Problem, CodeLanguage)
  case save(SavedContent, path: String, overwriting: Bool)
  /// Keep how far the learner has come in the lesson that is open.
  case keep(Progress)
  /// Open the lesson that comes after the one that is open.
  case nextLesson
}
