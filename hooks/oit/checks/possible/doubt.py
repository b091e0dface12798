"""What cannot be true, or is odd, in an item."""

from collections.abc import Sequence
from typing import NamedTuple

from oit.findings.finding import Finding
from oit.source.values import KeyPath


class Doubt(NamedTuple):
    """A finding, and the fields that do not count because of it."""

    finding: Finding
    fields: frozenset[str] = frozenset()
    """The dotted names of the fields; empty if what they say is odd but may be true."""
    entries: Sequence[KeyPath] = ()
    """The paths of the entries that it is about, if only they do not count."""
