"""Papers as Word files for signing on paper."""

from oit.views.papers.word.write import write_word

__all__ = ["write_word"]
