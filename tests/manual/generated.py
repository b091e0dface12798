"""The pages of the manual that ``tools/manual`` generates: of every code and of every item."""

from tools.manual import pages

GENERATED = pages()
"""The text of every generated page, by its path in the manual."""
