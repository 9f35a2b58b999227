"""Collecting translations with the originals they stand beside."""

from auditor.document import Chunk, Pair


class PairCollector:
    """Takes units one after another; a unit without a translation leaves nothing."""

    def __init__(self) -> None:
        self.chunks: list[Chunk] = []
        self.pairs: list[Pair] = []

    def add(self, original: str, translated: list[Chunk]) -> None:
        """Add a unit: its original, empty if the file has none, and the chunks of its translation."""
        if not translated:
            return
        first = len(self.chunks)
        self.chunks += translated
        if original:
            self.pairs.append(Pair(original, first, len(self.chunks)))
