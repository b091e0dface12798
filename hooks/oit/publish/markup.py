"""Make the theme's markup valid HTML: the templates with these faults cannot be overridden in part.

The Nu checker and html-validate name each of them; see ``tools/judge``.
"""

import re

# Text in which white space counts, and scripts, which the site's policy allows by their hashes.
# One that is not closed reaches to the end of the page.
_AS_IT_STANDS = re.compile(r"(<(pre|textarea|script|style)\b.*?(?:</\2\s*>|\Z))", re.DOTALL)
_CONTENTS, _OF_THIS_PAGE = 'aria-label="สารบัญ"', 'aria-label="สารบัญของหน้านี้"'
_REPLACED = (
    ("<!doctype html>", "<!DOCTYPE html>"),
    (' role="presentation"', ' role="none"'),
    (' tabindex=""', ""),
)
_INPUT = re.compile(r"<input\b[^<>]*+>")


def valid(html: str) -> str:
    """Return a complete page of the theme as valid HTML, without its empty lines."""
    parts = _AS_IT_STANDS.split(html)
    # Each match yields itself and the name of its tag.
    kept = [*parts[1::3], ""]
    page = "".join(_mended(text) + kept for text, kept in zip(parts[::3], kept, strict=True))
    if 'id="__toc"' not in page:
        page = page.replace(' for="__toc"', "")
    # The theme has the same contents in the menu of small screens and beside the text.
    return _OF_THIS_PAGE.join(page.rsplit(_CONTENTS, 1)) if page.count(_CONTENTS) > 1 else page


def _mended(text: str) -> str:
    first, *lines = text.split("\n")
    if lines:
        *lines, last = lines
        text = "\n".join([first.rstrip(), *filter(None, map(str.rstrip, lines)), last])
    for old, new in _REPLACED:
        text = text.replace(old, new)
    return _INPUT.sub(_without_autocomplete, text)


def _without_autocomplete(tag: re.Match[str]) -> str:
    """Only a box to type in has this attribute.

    The theme wants the menu closed in a page that is loaded again; our script closes it.
    """
    return tag[0].replace(' autocomplete="off"', "") if 'type="checkbox"' in tag[0] else tag[0]
