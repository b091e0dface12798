"""Names of inputs: the path of a value in the tree, ``f/people/0/name``.

The ids of elements may be any text, so a slash or a space in a key is written as its number:
``~2f~``.
"""

import re

from oit.source.values import KeyPath

VALUE = "f"
"""What the names of values begin with."""
UPLOAD = "u"
"""What the names of files to hand in begin with."""
MESSAGES = "m"
"""What the ids of messages begin with."""

_MAX_DEPTH = 20
_SPECIAL = re.compile(r"[~/\s]")
_NUMBER = re.compile(r"~([0-9a-f]{1,4})~")
_INDEX = re.compile(r"0|[1-9][0-9]{0,5}")


def name_of(path: KeyPath, kind: str = VALUE) -> str:
    """Return the name of an input."""
    return "/".join([kind, *(_written(key) for key in path)])


def path_of(name: str, kind: str = VALUE) -> KeyPath | None:
    """Return the path that a name stands for; ``None`` if it is none."""
    first, *keys = name.split("/")
    if first != kind or not keys or len(keys) > _MAX_DEPTH:
        return None
    return keys_of("/".join(keys))


def keys_of(text: str) -> KeyPath:
    """Return the path of a part of an address: ``months/3``."""
    return tuple(_read(key) for key in text.split("/") if key)


def _written(key: int | str) -> str:
    return _SPECIAL.sub(lambda found: f"~{ord(found[0]):x}~", str(key))


def _read(key: str) -> int | str:
    if _INDEX.fullmatch(key):
        return int(key)
    return _NUMBER.sub(lambda found: chr(int(found[1], 16)), key)
