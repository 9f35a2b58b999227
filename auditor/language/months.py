"""The months and the days of the week, as English writes them out."""

MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
# Any of them, as part of an expression.
MONTH = f"(?:{'|'.join(MONTHS)})"
DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
