"""Ordinals in figures."""

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def ending(number: int) -> str:
    """What English writes behind an ordinal in figures: *st, nd, rd, th*."""
    return "th" if number % 100 in (11, 12, 13) else _ENDINGS.get(number % 10, "th")


def ordinal(number: int) -> str:
    """A number as an ordinal: 21 → *21st*."""
    return f"{number}{ending(number)}"
