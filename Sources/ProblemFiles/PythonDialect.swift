/// How a formula over arrays is written with each of the libraries of Python.
enum PythonDialect {
  case torch, jax, numpy

  var name: String {
    switch self {
    case .torch: "PyTorch"
    case .jax: "JAX"
    case .numpy: "NumPy"
    }
  }

  var module: String {
    switch self {
    case .torch: "torch"
    case .jax: "jnp"
    case .numpy: "np"
    }
  }

  func imports(readsLogits: Bool) -> [String] {
    switch self {
    case .torch:
      ["import torch", "import torch.nn.functional as F"]
        + (readsLogits ? ["import numpy as np"] : [])
    case .jax: ["import jax", "import jax.numpy as jnp"]
    case .numpy: ["import numpy as np"]
    }
  }

  /// What makes doubles of all numbers.
  var setup: [String] {
    switch self {
    case .torch: ["torch.set_default_dtype(torch.float64)"]
    case .jax: ["jax.config.update(\"jax_enable_x64\", True)"]
    case .numpy: []
    }
  }

  var array: String { self == .torch ? "torch.tensor" : module + ".array" }

  /// The argument by which a function goes along the classes.
  var axis: String { self == .torch ? "dim=1" : "axis=1" }

  func reading(_ file: String) -> String {
    self == .torch ? "torch.from_numpy(np.load(\"\(file)\"))" : "\(module).load(\"\(file)\")"
  }

  /// The indices `y` as rows that have a 1 there.
  var oneHot: String {
    switch self {
    case .torch: "F.one_hot(y, z.shape[1]).double()"
    case .jax: "jax.nn.one_hot(y, z.shape[1])"
    case .numpy: "1.0 * (np.arange(z.shape[1]) == y[:, None])"
    }
  }

  func logSoftmax(_ logits: String) -> String {
    switch self {
    case .torch: "F.log_softmax(\(logits), dim=1)"
    case .jax: "jax.nn.log_softmax(\(logits))"
    case .numpy: "\(logits) - np.logaddexp.reduce(\(logits), axis=1, keepdims=True)"
    }
  }

  func logSumExp(_ logits: String) -> String {
    switch self {
    case .torch: "torch.logsumexp(\(logits), dim=1)"
    case .jax: "jax.nn.logsumexp(\(logits), axis=1)"
    case .numpy: "np.logaddexp.reduce(\(logits), axis=1)"
    }
  }

  func largest(_ rows: String) -> String {
    self == .torch ? "\(rows).amax(dim=1)" : "\(rows).max(axis=1)"
  }

  func relu(_ value: String) -> String {
    switch self {
    case .torch: "F.relu(\(value))"
    case .jax: "jax.nn.relu(\(value))"
    case .numpy: "np.maximum(0, \(value))"
    }
  }

  /// The logarithm of a sigmoid; one library wants the argument with the other sign.
  func logSigmoid(_ value: String, minus: String) -> String {
    switch self {
    case .torch: "F.logsigmoid(\(value))"
    case .jax: "jax.nn.log_sigmoid(\(value))"
    case .numpy: "-np.logaddexp(0, \(minus))"
    }
  }

  /// The binary cross entropy of each class against `Y`, where the library has it.
  func binaryCrossEntropy(_ logits: String) -> String? {
    guard self == .torch else { return nil }
    return "F.binary_cross_entropy_with_logits(\(logits), Y, reduction=\"none\")"
  }
}
