/// Why a file could not be written.
package enum FileFailure: Error, Hashable, Sendable {
  case exists
  case noDirectory
  case notPermitted
  /// A directory, a device or the like.
  case notAFile
  case noSpace
  /// In the system's own words.
  case other(String)
}
