"""Large numerals and capitals from blocks, to be read from across the room."""

from __future__ import annotations

HEIGHT = 5
_FONT = """
0:### # # # # # # ###   1: #  ##   #   #  ###   2:###   # ### #   ###   3:###   # ###   # ###
4:# # # # ###   #   #   5:### #   ###   # ###   6:### #   ### # # ###   7:###   #   #   #   #
8:### # # ### # # ###   9:### # # ###   # ###   +:     #  ###  #        -:        ###
A: #  # # ### # # # #   B:##  # # ##  # # ##    C: ## #   #   #    ##   D:##  # # # # # # ##
E:### #   ##  #   ###   F:### #   ##  #   #     G: ## #   # # # #  ##   H:# # # # ### # # # #
I:###  #   #   #  ###   J:  #   #   # # #  #    K:# # # # ##  # # # #   L:#   #   #   #   ###
O: #  # # # # # #  #    P:##  # # ##  #   #     Q: #  # # # # ##   ##   R:##  # # ##  # # # #
S: ## #    #    # ##    T:###  #   #   #   #    U:# # # # # # # # ###   V:# # # # # # # #  #
X:# # # #  #  # # # #   Y:# # # #  #   #   #    Z:###   #  #  #   ###
"""
_WIDE = {
    "M": ("#   #", "## ##", "# # #", "#   #", "#   #"),
    "N": ("#   #", "##  #", "# # #", "#  ##", "#   #"),
    "W": ("#   #", "#   #", "# # #", "## ##", "#   #"),
    ":": (" ", "#", " ", "#", " "),
    " ": ("  ",) * HEIGHT,
}


def _glyphs() -> dict[str, tuple[str, ...]]:
    """Return each symbol's five rows; in the font, rows of three dots stand side by side."""
    found = dict(_WIDE)
    for line in _FONT.strip("\n").split("\n"):
        for start in range(0, len(line), 24):
            cell = line[start : start + 24].ljust(24)
            if cell[0] != " ":
                found[cell[0]] = tuple(cell[2 + 4 * row : 5 + 4 * row] for row in range(HEIGHT))
    return found


_GLYPHS = _glyphs()


def large(text: str, scale: int = 1) -> str:
    """Return `text` as five rows of blocks times `scale`; a dot is two cells wide and one high.

    Args:
        text: Digits, `:+-`, spaces and the capitals A to Z (see `drawable`).
        scale: How many times as large.
    """
    rows = []
    for row in range(HEIGHT):
        line = " ".join(_GLYPHS[symbol][row] for symbol in text)
        wide = "".join(("█" if dot == "#" else " ") * 2 * scale for dot in line)
        rows += [wide] * scale
    return "\n".join(rows)


def width(text: str, scale: int = 1) -> int:
    """Return how many cells `large` needs."""
    return (sum(len(_GLYPHS[symbol][0]) for symbol in text) + max(0, len(text) - 1)) * 2 * scale


def drawable(text: str) -> bool:
    """Tell whether `large` can draw all of `text`."""
    return bool(text) and all(symbol in _GLYPHS for symbol in text)
