"""Read YAML files strictly into values with places; write values; edit files as text.

Every scalar stays the text that was typed: numbers, dates, yes and no are not guessed (forms give
the types). Only a part of YAML is allowed: one document of mappings, lists and texts; anchors,
aliases, tags and tabs are refused with a message. A file that cannot be read gives findings and no
values; nothing is raised to the caller.
"""

from oit.source.read import parse, read
from oit.source.values import Mapping, Scalar, Sequence, SourceFile, Value

__all__ = ["Mapping", "Scalar", "Sequence", "SourceFile", "Value", "parse", "read"]
