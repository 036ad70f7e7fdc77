"""Tables of numbers, in Markdown, that line up in a terminal too."""


def count(number):
    return f"{number:,}".replace(",", " ")


def figures(number):
    """Three significant figures or all before the point, never with an exponent."""
    if number >= 100:
        return count(round(number))
    if number >= 10:
        return f"{number:.1f}"
    return f"{number:.2f}" if number >= 1 else f"{number:.3f}"


def table(header, lines):
    """The first column to the left, the others to the right."""
    cells = [header, *lines]
    widths = [max(len(line[place]) for line in cells) for place in range(len(header))]

    def row(line):
        first, *rest = (cell.rjust(width) for cell, width in zip(line, widths, strict=True))
        return "| " + " | ".join([line[0].ljust(len(first)), *rest]) + " |"

    rule = "|".join(["", "-" * (widths[0] + 2), *("-" * (width + 1) + ":" for width in widths[1:]), ""])
    return "\n".join([row(header), rule, *map(row, lines)])
