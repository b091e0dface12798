"""The values of a file while they are edited.

A tree is what the file says, without places: texts, lists and mappings. The entries of its lists
remember where they were in the file: ``{"@was": "2", "name": …}``. So an entry that was moved or
changed is still known, and one without ``@was`` is new. No field can have such a name.
"""

from typing import Any

from oit.source.write import Plain

WAS = "@was"
ID = "@id"
"""What an entry is known by while versions of a tree are merged; never kept."""


def with_origins(value: Plain) -> Plain:
    """Return the values of a file as a tree."""
    if isinstance(value, dict):
        return {name: with_origins(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [
            {**inner, WAS: str(index)} if isinstance(inner, dict) else inner
            for index, inner in enumerate(map(with_origins, value))
        ]
    return value


def without_origins(value: Any) -> Plain:
    """Return the values that a tree stands for."""
    if isinstance(value, dict):
        return {
            name: without_origins(inner) for name, inner in value.items() if name not in (WAS, ID)
        }
    if isinstance(value, list):
        return [without_origins(inner) for inner in value]
    return str(value)
