"""Texts as they are written into YAML and Markdown, whatever stands in them."""

import json
import re

import yaml

from oit.views.pages.page import plain

_NUMBER = re.compile(r"(?:0|[1-9][0-9,]*)(?:\.[0-9]+)?")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|])")


def scalar(text: str) -> str:
    """Write a text as a YAML value of one line: quoted where it would be read as another."""
    if _NUMBER.fullmatch(text) or _reads_back(text):
        return text
    # JSON is YAML, and quotes whatever needs it.
    return json.dumps(text, ensure_ascii=False)


def _reads_back(text: str) -> bool:
    try:
        return bool(yaml.safe_load(f"- {text}  # ") == [text] and text.isprintable())
    except (yaml.YAMLError, ValueError):
        return False


def comment(text: str) -> str:
    """Write a text for a comment: on one line."""
    return " ".join(text.split())


def markdown(text: str) -> str:
    """Write a text for a page of Markdown: as words, never as markup."""
    return _MARKDOWN.sub(r"\\\1", plain(text))
