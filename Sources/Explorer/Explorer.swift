import LogitModel
import TerminalUI

/// The explorer: a state that takes events in and shows itself on a canvas.
package struct Explorer: Sendable {
  private var state: State

  package init(
    problem: Problem,
    baseline: Problem? = nil,
    panel: Panel = .negatives,
    options: ViewOptions,
    size: Size
  ) {
    state = State(problem: problem, baseline: baseline, panel: panel, options: options, size: size)
  }

  /// Opens the very state that a share line describes.
  ///
  /// Of the options the unit belongs to the state, unless another one is asked for.
  package init(
    stateCode: String,
    unit: Unit? = nil,
    options: ViewOptions,
    size: Size
  ) throws(StateCodeError) {
    state = try State(code: stateCode)
    let unit = unit ?? state.options.unit
    state.options = options
    state.options.unit = unit
    state.size = size
  }

  package mutating func handle(_ event: Event) -> [Effect] {
    let effects = state.update(event)
    state.tableOffset = TableView(state: state, layout: Layout(state)).offset
    return effects
  }

  package func canvas() -> Canvas { Screen(state).canvas().folded(state.options.glyphs) }

  /// The screen as an SVG picture.
  package func figure(palette: Palette) -> String {
    let title = state.title.isEmpty ? "logitscope" : "logitscope: " + state.title
    return canvas().svg(palette: palette, title: title)
  }

  /// Says on the last row what came of saving a figure.
  package mutating func noteSaved(_ path: String, failure: FigureFailure?) {
    state.message = failure.map { .figureNotSaved(path, $0) } ?? .figureSaved(path)
  }

  /// The command line that reopens exactly this state.
  package var shareLine: String { state.shareLine }

  /// Whether the screen moves by itself: a tick is wanted for each frame.
  package var isRunning: Bool { state.run != nil }

  /// Whether leaving would lose anything.
  package var hasEdits: Bool { state.hasEdits }
}
