"""Tags that a page never closes, found before its tree is made: a tree no longer shows them."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

INLINE = frozenset(
    "a abbr b bdi bdo big cite code em font i img ins kbd label mark q s small span strong sub sup "
    "time tt u wbr".split()
)
"""Elements that begin no line of their own."""
SPACED = frozenset({"label", "span", "code"})
"""Inline elements that pages set apart by their style."""
OPTIONAL = frozenset("body dd dt head html li option p tbody td tfoot th thead tr".split())
"""Elements that the next of their kind closes, or the end of what they are in."""
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]{0,20})(?=[\s/>])", re.IGNORECASE)
_MARKUP = re.compile(r"<[^>]*>")


def with_links_closed(text: str) -> str:
    """Return a page with its open links and buttons closed where their line ends.

    A link that is closed before the next one begins may contain whole parts of the page.
    """
    for closed in ("a", "button"):
        cuts = [0, *_ends_of_open(closed, text), len(text)]
        text = f"</{closed}>".join(text[start:end] for start, end in pairwise(cuts))
    return text


def _ends_of_open(closed: str, text: str) -> Iterator[int]:
    is_open = False
    begun = 0
    line_end: int | None = None
    for match in _TAG.finditer(text):
        is_end, tag = bool(match[1]), match[2].lower()
        if tag == closed:
            if is_open and not is_end:
                yield match.start() if line_end is None else line_end
            is_open, line_end, begun = not is_end, None, match.start()
        elif is_open and line_end is None and _ends_line(tag, text[begun : match.start()]):
            line_end = match.start()
    if is_open:
        yield len(text) if line_end is None else line_end


def _ends_line(tag: str, before: str) -> bool:
    """Tell whether a tag ends a line, or what is set apart in it, after some text."""
    return tag not in INLINE or (tag in SPACED and bool(_MARKUP.sub("", before).strip()))


def unclosed_tags(text: str) -> frozenset[str]:
    """Return the tags that a page begins more often than it ends."""
    opened: Counter[str] = Counter()
    for match in _TAG.finditer(text):
        opened[match[2].lower()] += -1 if match[1] else 1
    return frozenset(tag for tag, count in opened.items() if count > 0 and tag not in _VOID)
