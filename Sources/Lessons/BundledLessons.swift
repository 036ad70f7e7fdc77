import ProblemFiles

/// A lesson that comes with the program, read only when it is asked for.
package struct BundledLesson: Sendable {
  package let name: String
  private let bytes: [UInt8]

  /// In the order in which they build on each other.
  package static let all = [
    BundledLesson(name: "negatives", bytes: PackageResources.negatives_yaml),
    BundledLesson(name: "same-loss", bytes: PackageResources.same_loss_yaml),
    BundledLesson(name: "gradient", bytes: PackageResources.gradient_yaml),
    BundledLesson(name: "jacobian", bytes: PackageResources.jacobian_yaml),
    BundledLesson(name: "overflow", bytes: PackageResources.overflow_yaml),
    BundledLesson(name: "three-ways", bytes: PackageResources.three_ways_yaml),
    BundledLesson(name: "batch", bytes: PackageResources.batch_yaml),
    BundledLesson(name: "weights", bytes: PackageResources.weights_yaml),
    BundledLesson(name: "all-class-nll", bytes: PackageResources.all_class_nll_yaml),
    BundledLesson(name: "log-zero", bytes: PackageResources.log_zero_yaml),
    BundledLesson(name: "information", bytes: PackageResources.information_yaml),
    BundledLesson(name: "argmax", bytes: PackageResources.argmax_yaml),
    BundledLesson(name: "elephant", bytes: PackageResources.elephant_yaml),
    BundledLesson(name: "rivals", bytes: PackageResources.rivals_yaml),
    BundledLesson(name: "two-labels", bytes: PackageResources.two_labels_yaml),
    BundledLesson(name: "stop-caring", bytes: PackageResources.stop_caring_yaml),
    BundledLesson(name: "without-negatives", bytes: PackageResources.without_negatives_yaml),
  ]

  package static func named(_ name: String) -> BundledLesson? { all.first { $0.name == name } }

  package func lesson() throws(FileError) -> Lesson {
    let text = String(decoding: bytes, as: UTF8.self)
    return try LessonFile.lesson(InputText(source: "lesson \(name)", text: text))
  }

  /// The one after it; nil after the last.
  package var next: BundledLesson? {
    Self.all.firstIndex { $0.name == name }.flatMap { Self.all.dropFirst($0 + 1).first }
  }
}
