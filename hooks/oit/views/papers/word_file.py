"""The Word file of a paper, kept for the next build of the same day."""

from datetime import date
from functools import partial
from pathlib import Path

from oit.kept import kept_file, program
from oit.views.papers.paper import Paper

ROOMS = ("templates/word", "thai", "views/papers", "views/papers/word")
"""What makes the files."""


def word_file(paper: Paper, day: date, numerals: str | None) -> Path:
    """Return a paper as DOCX; the arguments are those of ``write_word``."""
    made_of = (
        program(ROOMS, "jinja2", "lxml", "markupsafe", "python-docx"),
        repr((paper, day, numerals)).encode(),
    )
    return kept_file("docx", made_of, partial(_write, paper, day, numerals))


def _write(paper: Paper, day: date, numerals: str | None) -> bytes:
    from oit.views.papers.word import write_word  # noqa: PLC0415 - the Word library loads slowly

    return write_word(paper, day, numerals)
