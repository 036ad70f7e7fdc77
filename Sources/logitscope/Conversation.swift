import Explorer
import LogitModel
import NcursesTerminal
import ProblemFiles
import TerminalUI

/// The explorer on the screen, from its first frame to the line that leads back.
struct Conversation {
  /// The size of a frame where no terminal has one.
  static let size = Size(width: 80, height: 24)

  private var explorer: Explorer
  /// The lesson that is taken, if any.
  private var course: Course?

  init(_ explorer: consuming Explorer, course: Course? = nil) {
    self.explorer = explorer
    self.course = course
  }

  /// Runs until it is left; prints the first frame where there is no terminal.
  mutating func run(_ settings: ScreenSettings) throws {
    if let warning = course?.warning { complain(warning) }
    guard InteractiveTerminal.isAvailable else {
      let rows = explorer.canvas().text().split(separator: "\n", omittingEmptySubsequences: false)
      try PlainText.print(rows.map(String.init))
      return
    }
    let terminal = try settings.open()
    _ = explorer.handle(.resize(terminal.size))
    let isInterrupted = converse(on: terminal) == .interrupt
    terminal.close()
    if let wayBack { try PlainText.print([wayBack]) }
    if isInterrupted { terminal.interrupt() }
  }

  /// Takes events in until one of them ends it; nil where the terminal has gone.
  private mutating func converse(on terminal: Terminal) -> Effect? {
    terminal.present(explorer.canvas())
    var frames = FrameClock(interval: explorer.tickInterval)
    while let event = frames.isLate ? .tick : terminal.next(within: frames.millisecondsLeft) {
      for effect in explorer.handle(event) {
        switch effect {
        case .quit, .interrupt: return effect
        case .suspend: terminal.suspend()
        case .repaint: terminal.repaint()
        case .copy(let text): terminal.copyToClipboard(text)
        case .copyCode(let problem, let language): copyCode(problem, language, to: terminal)
        case .save(let content, let path, let overwriting):
          save(content, path, overwriting: overwriting, palette: terminal.palette)
        case .keep(let progress):
          if let trouble = course?.keep(progress) { explorer.noteProgress(trouble) }
        case .nextLesson: openNextLesson()
        }
      }
      terminal.present(explorer.canvas())
      frames.pass(event, interval: explorer.tickInterval)
    }
    return nil
  }

  private mutating func copyCode(
    _ problem: Problem,
    _ language: CodeLanguage,
    to terminal: Terminal
  ) {
    do throws(SaveRefusal) {
      let code = try GeneratedCode(problem, in: language)
      terminal.copyToClipboard(code.text)
      explorer.noteCopied(language, readsLogits: code.readsLogits)
    } catch {
      explorer.noteNotCopied(error)
    }
  }

  private mutating func save(
    _ content: SavedContent,
    _ path: String,
    overwriting: Bool,
    palette: Palette
  ) {
    do throws(SaveFailure) {
      let file = try SavedFile(content) { explorer.figure(palette: palette) }
      try file.save(to: path, overwriting: overwriting)
      explorer.noteSaved(content, path, readsLogits: file.readsLogits)
    } catch {
      explorer.noteSaved(content, path, failure: error)
    }
  }

  private mutating func openNextLesson() {
    guard let next = course?.next else {
      explorer.noteLastLesson()
      return
    }
    course = next
    explorer.open(next.lesson, progress: next.progress)
  }

  /// The command line that goes on where the screen was left; nil where nothing would be lost.
  private var wayBack: String? {
    let isFree = course == nil || !explorer.isInLesson
    return isFree && explorer.hasEdits ? explorer.shareLine : course?.wayBack
  }
}
