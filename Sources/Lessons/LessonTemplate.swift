/// What an author starts from: a lesson that can be played, with every key explained.
package enum LessonTemplate {
  package static let text = String(decoding: PackageResources.Template_yaml, as: UTF8.self)
}
