import LogitModel

extension State {
  mutating func addRow() throws(Refusal) {}

  mutating func deleteRow() throws(Refusal) {}
}
