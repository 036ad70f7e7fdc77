import Lessons
import ProblemFiles
import Testing

@Suite("Progress, kept")
struct ProgressBookTests {
  private static let text = """
    {
      "version": 1,
      "lessons": {
        "/home/한/le\\"sson.yaml": {
          "step": 0,
          "done": []
        },
        "negatives": {
          "step": 2,
          "done": [0, 1]
        }
      }
    }
    """

  private func book(_ text: String) throws -> ProgressBook {
    try #require(try ProgressBook(json: text))
  }

  @Test("what is written reads back, and is written the same again")
  func roundTrip() throws {
    var book = ProgressBook()
    book["negatives"] = Progress(step: 2, done: [1, 0])
    book["/home/한/le\"sson.yaml"] = Progress()
    #expect(book.json == Self.text)
    #expect(try self.book(book.json) == book)
    #expect(try self.book(ProgressBook().json) == ProgressBook())
  }

  @Test("a lesson never begun is not there")
  func missing() throws {
    let book = try book(Self.text)
    #expect(book["negatives"] == Progress(step: 2, done: [0, 1]))
    #expect(book["gradient"] == nil)
  }

  @Test(
    "a text that is damaged is refused with its line",
    arguments: [
      ("", "line 1: a value was expected, the text ends"),
      (String(text.dropLast()), "line 13: ',' or '}' was expected, found the end of the text"),
      ("[]", "line 1: keys such as version, lessons were expected, found a list"),
      ("{\"lessons\": {}}", "line 1: \"version\" is missing; add it"),
      ("{\"version\": 1}", "line 1: \"lessons\" is missing; add it"),
      ("{\"version\": 0, \"lessons\": {}}", "line 1: there was no version 0"),
      ("{\"version\": \"1\"}", "line 1: \"version\": a whole number was expected, found '1'"),
      ("{\"version\": 1.5}", "line 1: \"version\": a whole number was expected, found 1.5"),
      (
        "{\"version\": 1,\n\"lessons\": {}, \"x\": 1}",
        "line 2: the key 'x' is not known; known are version, lessons"
      ),
      (
        "{\"version\": 1, \"lessons\": 7}",
        "line 1: \"lessons\": an object of lessons was expected, found 7"
      ),
      (
        lesson("[0, 1]"), "line 1: \"lessons\": keys such as step, done were expected, found a list"
      ),
      (lesson("{\"step\": 0}"), "line 1: \"lessons\": \"done\" is missing; add it"),
      (lesson("{\"done\": []}"), "line 1: \"lessons\": \"step\" is missing; add it"),
      (
        lesson("{\"step\": 0, \"done\": 1}"),
        "line 1: \"lessons\": \"done\": a list of steps was expected, found 1"
      ),
      (
        lesson("{\"step\": -1, \"done\": []}"),
        "line 1: \"lessons\": \"step\": a whole number from 0 was expected, found -1"
      ),
      (
        lesson("{\"step\": 1e300, \"done\": []}"),
        "line 1: \"lessons\": \"step\": a whole number was expected, found 1e+300"
      ),
      (
        lesson("{\"step\": 0, \"done\": [0.5]}"),
        "line 1: \"lessons\": \"done\": entry 0: a whole number was expected, found 0.5"
      ),
      (
        lesson("{\"step\": 0, \"done\": [], \"at\": 1}"),
        "line 1: \"lessons\": the key 'at' is not known; known are step, done"
      ),
    ]
  )
  func damaged(_ text: String, _ message: String) {
    do {
      _ = try ProgressBook(json: text)
      Issue.record("it was read")
    } catch {
      #expect(error.description == message)
    }
  }

  private static func lesson(_ text: String) -> String {
    "{\"version\": 1, \"lessons\": {\"negatives\": \(text)}}"
  }

  @Test(
    "what a later program wrote is no damage, whatever it holds",
    arguments: ["{\"version\": 2, \"learners\": []}", "{\"version\": 17}"]
  )
  func later(_ text: String) throws {
    #expect(try ProgressBook(json: text) == nil)
  }

  @Test("what others have kept meanwhile stays")
  func merging() throws {
    let last = Progress(step: 2, done: [0, 1])
    var book = ProgressBook()
    book["negatives"] = Progress(step: 4, done: [0, 1, 3])
    book["gradient"] = Progress(step: 1, done: [0])
    book.merge(Progress(step: 3, done: [0, 1, 2]), of: "negatives", since: last)
    #expect(book["negatives"] == Progress(step: 3, done: [0, 1, 2, 3]))
    #expect(book["gradient"] == Progress(step: 1, done: [0]))
  }

  @Test("a lesson begun anew forgets what was done, but not what another run did since")
  func beginningAnew() {
    var book = ProgressBook()
    book["negatives"] = Progress(step: 3, done: [0, 1, 2])
    book.merge(Progress(), of: "negatives", since: Progress(step: 2, done: [0, 1]))
    #expect(book["negatives"] == Progress(step: 0, done: [2]))
    book.merge(Progress(step: 1, done: [0]), of: "new", since: nil)
    #expect(book["new"] == Progress(step: 1, done: [0]))
  }

  @Test(
    "a lesson goes on where it was left, at a step that is still to do",
    arguments: [
      (Progress(), Progress()),
      (Progress(step: 2, done: [0, 1]), Progress(step: 2, done: [0, 1])),
      // A step was left out.
      (Progress(step: 3, done: [0, 2]), Progress(step: 3, done: [0, 2])),
      // It was left on a step that was done before.
      (Progress(step: 0, done: [0, 1]), Progress(step: 2, done: [0, 1])),
      // All is done.
      (Progress(step: 3, done: [0, 1, 2, 3]), Progress(step: 0, done: [0, 1, 2, 3])),
      // The lesson has lost steps.
      (Progress(step: 9, done: [0, 7, 9]), Progress(step: 1, done: [0])),
    ]
  )
  func resuming(_ kept: Progress, _ resumed: Progress) {
    #expect(kept.resumed(steps: 4) == resumed)
  }

  @Test("a lesson without steps has nowhere to go on")
  func noSteps() {
    #expect(Progress(step: 1, done: [0]).resumed(steps: 0) == Progress())
  }
}
