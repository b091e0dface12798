"""Read one YAML file strictly, into plain values that know where they stand.

Every scalar stays the text that was written: no guessing of numbers, dates or yes and no
(forms give the types). Of YAML only the plain part is taken: one document of mappings,
lists and text; anchors, aliases, tags and tabs are refused with a sentence. A file that
cannot be read gives findings and no values; nothing is raised to the caller.
"""

from oit.source.read import parse, read
from oit.source.values import Mapping, Scalar, Sequence, SourceFile, Value

__all__ = ["Mapping", "Scalar", "Sequence", "SourceFile", "Value", "parse", "read"]
