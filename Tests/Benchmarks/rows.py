"""The rows that everything here measures: the same logits for logitscope and for its peers."""

SIZES = [10, 100, 1_000, 50_257, 262_144, 1_000_000]
TARGET = 3
SPREAD = 20.0


def numbers(count, state=1):
    """`count` numbers within ±10, by the rule that Rows.swift follows too."""
    values = []
    for _ in range(count):
        state = (6364136223846793005 * state + 1442695040888963407) & 0xFFFF_FFFF_FFFF_FFFF
        values.append(((state >> 11) * 2.0**-53 - 0.5) * SPREAD)
    return values


def edits(classes, count=4096):
    """Pairs of a class and its new logit, all over the row."""
    places = numbers(count, state=2)
    classes_changed = [int((place / SPREAD + 0.5) * classes) for place in places]
    return list(zip(classes_changed, numbers(count, state=3)))
