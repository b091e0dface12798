"""Remarks about what works anyway, such as a cache that is ignored: shown only with ``-v``."""

import os
import sys

from oit.bilingual import Bilingual

VARIABLE = "OIT_VERBOSE"
"""The language of remarks. It is a variable because a build runs in a process of its own."""


_known: set[str] = set()
"""What there was a remark about."""


def remark(about: str, text: Bilingual) -> None:
    """Write a remark to standard error, if they are wanted; a process writes one about a thing."""
    if (language := os.environ.get(VARIABLE)) and about not in _known:
        _known.add(about)
        sys.stderr.write(f"{text.en if language == 'en' else text.th}\n")
