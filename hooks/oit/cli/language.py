"""The language that the command line speaks."""

import os
from collections.abc import Sequence
from itertools import pairwise, takewhile

from oit.bilingual import Language

_LANGUAGES: tuple[Language, ...] = ("th", "en")
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The variables that name the language of messages, the strongest first (POSIX)."""


def language_of(arguments: Sequence[str]) -> Language:
    """Return the language of a call: ``--lang``, else ``OIT_LANG``, the locale's, or Thai.

    It is read before the arguments are parsed, because a wrong call is explained in it too.
    """
    locale = next(filter(None, map(os.environ.get, _LOCALE)), "")
    for name in (_option(arguments), os.environ.get("OIT_LANG", ""), locale):
        for language in _LANGUAGES:
            # A locale has more than the language: en_US.UTF-8.
            if name.lower().replace(".", "_").replace("-", "_").partition("_")[0] == language:
                return language
    return "th"


def _option(arguments: Sequence[str]) -> str:
    """Return the value of ``--lang``: the last one counts, as for every option."""
    value = ""
    words = takewhile(lambda word: word != "--", arguments)
    for word, following in pairwise([*words, ""]):
        if word == "--lang":
            value = following
        elif word.startswith("--lang="):
            value = word.removeprefix("--lang=")
    return value
