"""Texts without national ids, for messages."""

from oit.thai.identity_search import Kind, find
from oit.thai.mask import hidden


def concealed(text: str) -> str:
    """Return a text in which national ids, sure or not, are hidden but for three digits."""
    parts, end = [], 0
    for match in find(text):
        if match.kind is Kind.NATIONAL_ID:
            parts += [text[end : match.start], hidden(match.digits)]
            end = match.end
    return "".join([*parts, text[end:]])
