import Explorer
import Lessons
import ProblemFiles
import TerminalUI

/// The bundled lessons as a table, with what is done of each.
struct LessonList {
  private static let width = 80
  private static let gap = "  "

  private struct Row {
    let name: String
    let title: String
    let level: Int
    let bar: String
    let count: String
  }

  private let rows: [Row]
  private let language: Language

  init(language: Language, progress: (String) -> Progress) throws(FileError) {
    self.language = language
    var rows: [Row] = []
    for bundled in BundledLesson.all {
      let lesson = try bundled.lesson()
      let steps = lesson.steps.indices
      let done = progress(bundled.name).resumed(steps: steps.count).done
      rows.append(
        Row(
          name: bundled.name,
          title: Phrase(lesson.title)[language],
          level: lesson.level,
          bar: steps.map { done.contains($0) ? "●" : "○" }.joined(),
          count: "\(done.count)/\(steps.count)"
        )
      )
    }
    self.rows = rows
  }

  /// A line for each lesson below the headings, and how to take one.
  var lines: [String] {
    let numbers = aligned([""] + rows.indices.map { String($0 + 1) }, .right)
    let names = aligned([Self.name[language]] + rows.map(\.name))
    let bars = zip(aligned(rows.map(\.bar)), aligned(rows.map(\.count), .right))
    let done = aligned([Self.done[language]] + bars.map { $0 + " " + $1 }, .right)
    let used = [numbers, names, done].reduce(0) { $0 + displayWidth($1[0]) + Self.gap.count }
    let columns = [numbers, names, titles(width: Self.width - used), done]
    let table = numbers.indices.map { row in
      columns.map { $0[row] }.joined(separator: Self.gap)
    }
    return table + ["", Self.howToTake[language]]
  }

  /// Titles with their level behind, a column so narrow that its heading stands over the end of the titles.
  private func titles(width: Int) -> [String] {
    let levels = rows.map { Self.gap + String($0.level) }
    let room = width - (levels.map(\.count).max() ?? 0)
    let cells = zip(aligned(rows.map { truncated($0.title, to: room) }), levels).map { $0 + $1 }
    let (title, level) = (Self.title[language], Self.level[language])
    let rest = (cells.first.map { displayWidth($0) } ?? 0) - displayWidth(title)
    return [title + padded(level, to: rest, alignment: .right)] + cells
  }

  private func aligned(_ texts: [String], _ alignment: Alignment = .left) -> [String] {
    let width = texts.map { displayWidth($0) }.max() ?? 0
    return texts.map { padded($0, to: width, alignment: alignment) }
  }
}

extension LessonList {
  private static let name = Phrase(en: "lesson", ko: "레슨")
  private static let title = Phrase(en: "what it asks", ko: "제목")
  private static let level = Phrase(en: "level", ko: "난이도")
  private static let done = Phrase(en: "done", ko: "진도")
  private static let howToTake = Phrase(
    en: "logitscope lesson NAME begins one, or goes on where you left it.",
    ko: "logitscope lesson 이름: 레슨을 시작하거나 멈춘 곳에서 이어 갑니다."
  )
}
