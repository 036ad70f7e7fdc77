extension Evaluation {
  /// `∂s_i / ∂z_j = s_i (δ_ij - s_j) / T`.
  ///
  /// - Parameters:
  ///   - i: The class whose probability changes, counted from 0.
  ///   - j: The class whose logit changes, counted from 0.
  /// - Returns: A number in 0...1/(4T) on the diagonal, at most 0 beside it.
  /// - Complexity: O(1).
  public func jacobian(_ i: Int, _ j: Int) -> Double {
    softmax.jacobian(i, j)
  }

  /// The Jacobian of the softmax, C x C.
  ///
  /// It is symmetric and each row sums to 0. For cross entropy with a target that sums to 1 it is T
  /// times the Hessian of the loss.
  ///
  /// - Returns: C rows of C derivatives, row i that of `s_i`.
  /// - Complexity: O(C²).
  public func jacobian() -> [[Double]] {
    logits.indices.map { i in logits.indices.map { j in softmax.jacobian(i, j) } }
  }

  /// `∂σ(z_i / T) / ∂z_j`: where each class has a sigmoid of its own, as for binary cross entropy.
  ///
  /// Formed as `sigmoid(a) sigmoid(-a) / T` with `a = z_i / T`, so that it is right where
  /// `sigmoid(a)` rounds to 1.
  ///
  /// - Parameters:
  ///   - i: The class whose probability changes, counted from 0.
  ///   - j: The class whose logit changes, counted from 0.
  /// - Returns: A number in 0...1/(4T) on the diagonal, 0 beside it: no class reaches another.
  /// - Complexity: O(1).
  public func sigmoidJacobian(_ i: Int, _ j: Int) -> Double {
    guard i == j else { return 0 }
    let scaled = Pair(logits[i]) / temperature
    return softmax.perLogit(Pair(product: sigmoid(scaled), sigmoid(-scaled)))
  }
}

extension Softmax {
  /// The diagonal's `1 - s_i` is the sum of the others, so that it is right where `s_i` rounds to
  /// 1.
  package func jacobian(_ i: Int, _ j: Int) -> Double {
    let product =
      i == j
      ? without(i) * exponential(i)
      : -Pair(product: exponential(i), exponential(j))
    return perLogit(product * (reciprocal * reciprocal))
  }
}
