import CNcurses

/// What the program was started with; a function, so that a decision can be tried on any other.
package func processEnvironment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}
