"""Where a click on an element leads: by its address, its script, or an attribute for a script."""

import re
from collections import Counter
from collections.abc import Iterable

from lxml import html

_URL_IN_SCRIPT = re.compile(
    r"(?:open|href|assign|replace|location)\s*(?:=|\()\s*['\"]([^'\"<>\s]{1,2000})['\"]",
    re.IGNORECASE,
)
_URL_ATTRIBUTES = ("data-href", "data-url", "data-link", "data-file", "data-src")
_A_DOCUMENT = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|csv|zip)(?:$|[?#])|//(?:drive|docs)\.google", re.IGNORECASE
)
_CLICKABLE = ("button", "input", "div", "span", "tr", "td", "li", "img", "p")
LINKING = ("a", "area", "iframe", "embed", "object", "option", *_CLICKABLE)
"""The elements that may lead to elsewhere."""
_LONGEST = 20


def target_of(element: html.HtmlElement) -> str:
    """Return where a click on an element leads, if it leads to elsewhere."""
    tag = element.tag
    if tag in {"a", "area"}:
        href = str(element.get("href", "")).strip()
        if _leads(href):
            return href
        return _in_script(href) or _in_script(element.get("onclick")) or _in_data(element)
    if tag in {"iframe", "embed", "object"}:
        source = str(element.get("src") or element.get("data") or "").strip()
        return source if _leads(source) and _A_DOCUMENT.search(source) else ""
    if tag == "option":
        value = str(element.get("value", "")).strip()
        return value if "/" in value and _leads(value) else ""
    if tag in _CLICKABLE:
        return _in_script(element.get("onclick")) or _in_data(element)
    return ""


def _in_data(element: html.HtmlElement) -> str:
    for name in _URL_ATTRIBUTES:
        value = str(element.get(name, "")).strip()
        if _leads(value) and ("/" in value or "." in value):
            return value
    return ""


def _in_script(script: str | None) -> str:
    match = _URL_IN_SCRIPT.search(script or "")
    return match[1] if match and _leads(match[1]) else ""


def _leads(href: str) -> bool:
    if not href or href.startswith("#"):
        return False
    scheme, separator, _ = href.partition(":")
    return not separator or not scheme.isalpha() or scheme.lower() in {"http", "https"}


def aimless(elements: Iterable[html.HtmlElement]) -> list[str]:
    """Return how links begin that lead to no address, the most frequent first.

    It is ``javascript:``, ``file:``, ``mailto:`` or the like, or ``#``.
    """
    found: Counter[str] = Counter()
    for element in elements:
        href = str(element.get("href", "")).strip()
        if href.startswith("#") or (not href and element.get("onclick")):
            found["#" if href else "onclick"] += 1
        elif href and not target_of(element):
            found[href.partition(":")[0].lower()[:_LONGEST] + ":"] += 1
    return [start for start, _ in found.most_common()]
