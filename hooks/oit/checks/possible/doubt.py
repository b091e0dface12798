"""What cannot be true, or is odd, in an item."""

from typing import NamedTuple

from oit.findings.finding import Finding


class Doubt(NamedTuple):
    """A finding, and the fields that do not count because of it."""

    finding: Finding
    fields: frozenset[str] = frozenset()
    """The dotted names of the fields; empty if what they say is odd but may be true."""
    entries: int = 1
    """How many entries it is about."""
