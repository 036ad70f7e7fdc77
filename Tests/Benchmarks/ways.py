"""How NumPy, SciPy, PyTorch and JAX compute the three operations that peers.py measures.

Each function makes the rows and answers with pairs of an operation and a way to carry it out: a function of
a class and its new logit, which `full` passes over. It returns loss, softmax and gradient for `full`, and
loss and the target's probability for `one` and `kept`.
"""

import math

import rows

K = rows.TARGET


def numpy_ways(classes):
    import numpy

    maximum, total = numpy.maximum.reduce, numpy.add.reduce
    exp, subtract, multiply, copy = numpy.exp, numpy.subtract, numpy.multiply, numpy.copyto
    z = numpy.array(rows.numbers(classes))
    p, g, ones = numpy.empty(classes), numpy.empty(classes), numpy.ones(classes)

    def full(_, __):
        m = maximum(z)
        subtract(z, m, p)
        exp(p, p)
        s = total(p)
        multiply(p, 1 / s, p)
        copy(g, p)
        g[K] -= 1
        return math.log(s) + m - z[K], p, g

    # Finding the place of the maximum and adding up by a product cost less on a short row.
    def full_short(_, __):
        m = z[z.argmax()]
        subtract(z, m, p)
        exp(p, p)
        s = p.dot(ones)
        multiply(p, 1 / s, p)
        copy(g, p)
        g[K] -= 1
        return math.log(s) + m - z[K], p, g

    edited, e = z.copy(), z.copy()

    def one(index, value):
        edited[index] = value
        m = maximum(edited)
        subtract(edited, m, e)
        exp(e, e)
        s = total(e)
        return math.log(s) + m - edited[K], e[K] / s

    short = z.copy()

    def one_short(index, value):
        short[index] = value
        m = short[short.argmax()]
        subtract(short, m, e)
        exp(e, e)
        s = e.dot(ones)
        return math.log(s) + m - short[K], e[K] / s

    reference = z.max()
    kept, kept_exponentials = z.copy(), exp(z - reference)

    def kept_sum(index, value):
        kept[index] = value
        kept_exponentials[index] = math.exp(value - reference)
        s = total(kept_exponentials)
        return math.log(s) + reference - kept[K], kept_exponentials[K] / s

    product, product_exponentials = kept.copy(), kept_exponentials.copy()

    def kept_product(index, value):
        product[index] = value
        product_exponentials[index] = math.exp(value - reference)
        s = product_exponentials.dot(ones)
        return math.log(s) + reference - product[K], product_exponentials[K] / s

    return [
        ("full", full),
        ("full", full_short),
        ("one", one),
        ("one", one_short),
        ("kept", kept_sum),
        ("kept", kept_product),
    ]


def scipy_ways(classes):
    import numpy
    from scipy.special import log_softmax, softmax

    z = numpy.array(rows.numbers(classes))
    by_log, by_softmax = z.copy(), z.copy()

    def full(_, __):
        log = log_softmax(z)
        p = numpy.exp(log)
        g = p.copy()
        g[K] -= 1
        return -log[K], p, g

    def one(index, value):
        by_log[index] = value
        log = log_softmax(by_log)[K]
        return -log, math.exp(log)

    def one_by_softmax(index, value):
        by_softmax[index] = value
        p = softmax(by_softmax)[K]
        return -math.log(p), p

    return [("full", full), ("one", one), ("one", one_by_softmax)]


def torch_ways(classes):
    import torch

    torch.set_grad_enabled(False)
    # A view as a NumPy array reads and writes single numbers faster than the tensor does.
    z = torch.tensor(rows.numbers(classes), dtype=torch.float64)
    z_at = z.numpy()
    p, g = torch.empty_like(z), torch.empty_like(z)
    p_at, g_at = p.numpy(), g.numpy()

    def full(_, __):
        m = z.max().item()
        torch.sub(z, m, out=p)
        p.exp_()
        s = p.sum().item()
        p.mul_(1 / s)
        g.copy_(p)
        g_at[K] -= 1
        return math.log(s) + m - z_at[K], p, g

    def full_by_log(_, __):
        torch.log_softmax(z, 0, out=g)
        loss = -g_at[K]
        torch.exp(g, out=p)
        g.copy_(p)
        g_at[K] -= 1
        return loss, p, g

    def editable():
        tensor = z.clone()
        return tensor, tensor.numpy()

    by_parts, by_parts_at = editable()

    def one(index, value):
        by_parts_at[index] = value
        m = by_parts.max().item()
        torch.sub(by_parts, m, out=p)
        p.exp_()
        s = p.sum().item()
        return math.log(s) + m - by_parts_at[K], p_at[K] / s

    by_log, by_log_at = editable()

    def one_by_log(index, value):
        by_log_at[index] = value
        torch.log_softmax(by_log, 0, out=g)
        log = g_at[K]
        return -log, math.exp(log)

    by_sum, by_sum_at = editable()

    def one_by_sum(index, value):
        by_sum_at[index] = value
        loss = torch.logsumexp(by_sum, 0).item() - by_sum_at[K]
        return loss, math.exp(-loss)

    reference = z.max().item()
    kept_at = z.numpy().copy()
    exponentials = (z - reference).exp()
    exponentials_at = exponentials.numpy()

    def kept(index, value):
        kept_at[index] = value
        exponentials_at[index] = math.exp(value - reference)
        s = exponentials.sum().item()
        return math.log(s) + reference - kept_at[K], exponentials_at[K] / s

    return [
        ("full", full),
        ("full", full_by_log),
        ("one", one),
        ("one", one_by_log),
        ("one", one_by_sum),
        ("kept", kept),
    ]


def jax_ways(classes):
    import jax
    from jax import numpy

    jax.config.update("jax_enable_x64", True)
    z = numpy.array(rows.numbers(classes))
    y = numpy.zeros(classes).at[K].set(1)

    def evaluate(z, gradient):
        m = z.max()
        e = numpy.exp(z - m)
        s = e.sum()
        p = e * (1 / s)
        return numpy.log(s) + m - z[K], p, gradient(p)

    by_place = jax.jit(lambda z: evaluate(z, lambda p: p.at[K].add(-1)))
    by_target = jax.jit(lambda z, y: evaluate(z, lambda p: p - y))

    def change(z, index, value):
        z = z.at[index].set(value)
        loss = jax.nn.logsumexp(z) - z[K]
        return z, loss, numpy.exp(-loss)

    def change_kept(e, index, shifted):
        e = e.at[index].set(numpy.exp(shifted))
        p = e[K] / e.sum()
        return e, -numpy.log(p), p

    # The row is given away and comes back, so that one logit is written and the row is not copied.
    change = jax.jit(change, donate_argnums=0)
    change_kept = jax.jit(change_kept, donate_argnums=0)
    reference = z.max().item()
    edited, kept = numpy.array(z), numpy.exp(z - reference)

    def one(index, value):
        nonlocal edited
        edited, loss, p = change(edited, index, value)
        return loss, p.block_until_ready()

    def one_kept(index, value):
        nonlocal kept
        kept, loss, p = change_kept(kept, index, value - reference)
        return loss, p.block_until_ready()

    return [
        ("full", lambda _, __: jax.block_until_ready(by_place(z))),
        ("full", lambda _, __: jax.block_until_ready(by_target(z, y))),
        ("one", one),
        ("kept", one_kept),
    ]


WAYS = {"numpy": numpy_ways, "scipy": scipy_ways, "torch": torch_ways, "jax": jax_ways}
