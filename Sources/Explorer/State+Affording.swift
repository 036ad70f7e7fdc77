import LogitModel

extension State {
  /// The most numbers that a panel works out anew for a frame, so that no key is waited for.
  private static let most = 1_000_000

  /// Whether there is time to go over all classes so many times beside what every key takes.
  ///
  /// Panels that go over them more often choose what they can show, and say what they left out.
  func affords(_ passes: Int) -> Bool { passes * problem.classes.count <= Self.most }
}
