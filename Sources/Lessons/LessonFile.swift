import ProblemFiles

/// A lesson as a file.
package enum LessonFile {
  /// The bundled ones take less than 20 KB; no person writes fifty times as much.
  package static let byteLimit = 1 << 20

  /// The lesson that a text in YAML tells.
  package static func lesson(_ input: InputText) throws(FileError) -> Lesson {
    do {
      return try Lesson(try YAMLReader.read(input.text))
    } catch {
      throw FileError(source: input.source, line: error.line, error.message)
    }
  }
}
