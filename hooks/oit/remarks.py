"""Remarks about what works anyway, such as a cache that is ignored: shown only with ``-v``."""

import os
import sys

from oit.bilingual import Bilingual

VARIABLE = "OIT_VERBOSE"
"""The language of remarks. It is a variable because a build runs in a process of its own."""


def remark(text: Bilingual) -> None:
    """Write a remark to standard error, if they are wanted."""
    if language := os.environ.get(VARIABLE):
        sys.stderr.write(f"{text.en if language == 'en' else text.th}\n")
