"""Make the theme's markup valid HTML: the templates with these faults cannot be overridden in part.

The Nu checker and html-validate name each of them; see ``tools/judge``.
"""

import re
from collections.abc import Callable

# Text in which white space counts, and scripts, which the site's policy allows by their hashes.
# One that is not closed reaches to the end of the page.
_AS_IT_STANDS = re.compile(r"(<(pre|textarea|script|style)\b.*?(?:</\2\s*>|\Z))", re.DOTALL)
_BOX_OF_CONTENTS = re.compile(r'\n *<input [^<>]*id="__toc"[^<>]*>')
_CONTENTS, _OF_THIS_PAGE = 'aria-label="สารบัญ"', 'aria-label="สารบัญของหน้านี้"'
_SEARCH = 'data-md-component="search" role="dialog"'
_REPLACED = (
    ("<!doctype html>", "<!DOCTYPE html>"),
    (' role="presentation"', ' role="none"'),
    (' tabindex=""', ""),
    (_SEARCH, f'{_SEARCH} aria-label="ค้นหา"'),
)
_INPUT = re.compile(r"<input\b[^<>]*+>")
# Contents of a section, which the theme has twice, are no landmarks of the page.
_SECTION_OF_CONTENTS = re.compile(r'<nav class="md-nav" aria-label="[^"]*">')
# Markdown writes XHTML.
_SELF_CLOSED = re.compile(r"(<(?:br|hr|img)\b[^<>]*?) ?/>")
# A menu of sections with pages of their own takes its name from a label that only has an icon. The
# link beside it has the name.
_ID_OF_ICON = re.compile(
    r'(<div class="md-nav__link md-nav__container">\s*<a)'
    r'( [^<>]*>(?:(?!</?div\b).)*?<label [^<>]*?)( id="__nav_\w+_label")',
    re.DOTALL,
)


def valid(html: str) -> str:
    """Return a complete page of the theme as valid HTML, without its empty lines."""
    page = _changed(html, _mended)
    if 'id="__toc"' not in page:
        page = page.replace(' for="__toc"', "")
    elif 'for="__toc"' not in page:
        page = _BOX_OF_CONTENTS.sub("", page)
    # The theme has the same contents in the menu of small screens and beside the text.
    return _OF_THIS_PAGE.join(page.rsplit(_CONTENTS, 1)) if page.count(_CONTENTS) > 1 else page


def trimmed(html: str) -> str:
    """Return HTML of this program, which is valid, without its empty lines."""
    return _changed(html, _without_empty_lines)


def _changed(html: str, change: Callable[[str], str]) -> str:
    """Return HTML with a change in all that does not stand as it is."""
    parts = _AS_IT_STANDS.split(html)
    # Each match yields itself and the name of its tag.
    kept = [*parts[1::3], ""]
    return "".join(change(text) + kept for text, kept in zip(parts[::3], kept, strict=True))


def _without_empty_lines(text: str) -> str:
    first, *lines = text.split("\n")
    if not lines:
        return text
    *lines, last = lines
    return "\n".join([first.rstrip(), *filter(None, map(str.rstrip, lines)), last])


def _mended(text: str) -> str:
    text = _without_empty_lines(text)
    for old, new in _REPLACED:
        text = text.replace(old, new)
    text = _INPUT.sub(_without_autocomplete, text)
    text = _SECTION_OF_CONTENTS.sub('<nav class="md-nav" role="none">', text)
    text = _SELF_CLOSED.sub(r"\1>", text)
    return _ID_OF_ICON.sub(r"\1\3\2", text)


def _without_autocomplete(tag: re.Match[str]) -> str:
    """Only a box to type in has this attribute.

    The theme wants the menu closed in a page that is loaded again; our script closes it.
    """
    return tag[0].replace(' autocomplete="off"', "") if 'type="checkbox"' in tag[0] else tag[0]
