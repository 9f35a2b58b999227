"""What the server takes from whom."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one server.

    `length` is that of a text in characters, `seconds` that of an answer, `waiting` how many
    requests may be under way at once; `hosts` and `origins` are taken beside the server's own.
    """

    length: int = 200_000
    seconds: float = 30.0
    waiting: int = 16
    hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()

    @property
    def body(self) -> int:
        """The largest body in bytes: a text escaped for a form is up to nine times as long.

        Word files are larger than their text, since they hold pictures.
        """
        return max(9 * self.length, 20_000_000)
