"""A text that cannot be read as a day, an amount or the like, and why, if that is known."""

from oit.bilingual import Bilingual


class UnreadableError(ValueError):
    """A text that is not read: it is no such value, or it has several meanings."""

    def __init__(self, text: str, why: Bilingual | None = None) -> None:
        super().__init__(f"not readable: {text}")
        self.why = why
        """The reason, if it says more than that."""
