import LogitModel
import TerminalUI

extension State {
  mutating func descend() throws(Refusal) {}

  mutating func toggleRun() throws(Refusal) {}

  mutating func setRate(_ rate: Double) throws(Refusal) {}

  mutating func tick() {}
}
