"""Papers as files for Word, for those who sign on paper."""

from oit.views.papers.word.write import write_word

__all__ = ["write_word"]
