/// An array of numbers as `numpy.save` writes it.
struct NPYArray {
  /// What an array takes beside its numbers, each row being one.
  private static let rowOverhead = 40

  private let header: NPYHeader
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) throws(FileError) {
    header = try NPYHeader(bytes)
    self.bytes = bytes
  }

  /// One row of a 1-D array, the rows of a 2-D one.
  func rows(progress: (ReadingProgress) -> Void = { _ in }) throws(FileError) -> [[Double]] {
    let (count, length) =
      switch header.shape.count {
      case 1: (1, header.shape[0])
      case 2: (header.shape[0], header.shape[1])
      default: throw wrongShape
      }
    guard count > 0, length > 0 else { throw wrongShape }
    let memory = length.multipliedReportingOverflow(by: MemoryLayout<Double>.size)
    let limit = InputBytes.arrayLimit
    guard !memory.overflow, memory.partialValue + Self.rowOverhead <= limit / count else {
      throw FileError(
        "shape \(header.shapeText) takes more than \(limit >> 20) MiB as doubles; save fewer rows"
      )
    }
    var rows: [[Double]] = []
    rows.reserveCapacity(count)
    for row in 0..<count {
      let numbers = self.numbers(row: row, of: count, length: length)
      try checkIntegers(numbers, row: row)
      rows.append(numbers)
      progress(ReadingProgress(step: .parsing, done: row, total: count))
    }
    return rows
  }

  private func numbers(row: Int, of count: Int, length: Int) -> [Double] {
    let element = header.element
    // A single row is the same in either order.
    let isFortranOrder = header.isFortranOrder && count > 1
    return bytes.withUnsafeBytes { bytes in
      element.numbers(
        bytes,
        at: header.start + row * element.width * (isFortranOrder ? 1 : length),
        every: element.width * (isFortranOrder ? count : 1),
        count: length
      )
    }
  }

  private func checkIntegers(_ numbers: [Double], row: Int) throws(FileError) {
    guard header.element.kind != .float, header.element.width == 8,
      let index = numbers.firstIndex(where: \.isNaN)
    else { return }
    throw FileError(
      "row \(row), number \(index): an integer beyond 2^53 that no double holds; "
        + "save smaller numbers"
    )
  }

  private var wrongShape: FileError {
    FileError(
      "shape \(header.shapeText) is neither one row, (C,), nor rows, (N, C); "
        + (header.shape.count > 2
          ? "save a.reshape(-1, a.shape[-1])" : "save at least one row of at least 2 numbers")
    )
  }
}

extension NPYArray {
  /// Targets: an index for each element of an integer array, or a distribution for each row.
  func targets() throws(FileError) -> [ProblemDraft.Answer] {
    switch (header.shape.count, header.element.kind) {
    case (2, let kind):
      let rows = try rows()
      let isColumn = header.shape[1] == 1
      let isRow = rows.count == 1 && rows.joined().reduce(0, +) != 1
      guard kind == .float || !(isColumn || isRow) else {
        throw FileError(
          "shape \(header.shapeText) of integers is neither an index a row, (N,), nor a distribution a row, "
            + "(N, C); save indices as one row of integers, a.ravel()"
        )
      }
      return rows.map { .distribution($0) }
    case (0...1, .signed), (0...1, .unsigned):
      let count = header.shape.first ?? 1
      let indices = numbers(row: 0, of: 1, length: count)
      try checkIntegers(indices, row: 0)
      return try indices.enumerated().map { row, number throws(FileError) in
        if let index = Int(exactly: number) { return .index(index) }
        throw FileError("row \(row): \(number) is no index of a class; give one from 0")
      }
    case (0...1, .float):
      throw FileError(
        "shape \(header.shapeText) of fractions is neither indices nor rows; "
          + "save a.astype('i8'), or one distribution as a[None]"
      )
    default:
      throw FileError(
        "shape \(header.shapeText) is neither an index a row, (N,), nor a distribution a row, (N, C); "
          + "save one of these"
      )
    }
  }
}
