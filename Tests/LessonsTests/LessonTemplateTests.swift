import ProblemFiles
import Testing

@testable import Lessons

@Suite("The bundled lessons")
struct BundledLessonsTests {
  @Test("each leads to the one after it, by name")
  func order() {
    for (lesson, next) in zip(BundledLesson.all, BundledLesson.all.dropFirst()) {
      #expect(lesson.next?.name == next.name)
      #expect(BundledLesson.named(lesson.name)?.name == lesson.name)
    }
    #expect(BundledLesson.all.last?.next == nil && BundledLesson.named("18") == nil)
  }
}

@Suite("The template of a lesson")
struct LessonTemplateTests {
  @Test("it is a lesson of two steps, one with a task and one with a question alone")
  func decodes() throws {
    let lesson = try lesson(LessonTemplate.text)
    #expect(lesson.steps.count == 2)
    #expect(lesson.steps.map { $0.goal != nil } == [true, false])
    #expect(lesson.steps.allSatisfy { $0.prediction != nil && !$0.hints.isEmpty })
  }

  @Test(
    "it shows every key",
    arguments: [
      "name", "level", "title", "source", "start", "problem", "baseline", "commands", "steps",
      "text", "predict",
      "question", "choices", "number", "holds", "do", "goal", "tolerance", "only", "hints",
      "solution", "after",
      "en", "ko",
    ]
  )
  func shows(_ key: String) throws {
    #expect(Self.keys(try YAMLReader.read(LessonTemplate.text)).contains(key))
  }

  private static func keys(_ node: Node) -> Set<String> {
    switch node.value {
    case .list(let nodes): Set(nodes.flatMap(keys))
    case .map(let members): Set(members.map(\.key)).union(members.flatMap { keys($0.node) })
    default: []
    }
  }
}
