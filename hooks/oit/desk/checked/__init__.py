"""The checker beside the form: what `oit check` would say if what was typed were in the file."""

from oit.desk.checked.check import Checked, check
from oit.desk.checked.words import in_words

__all__ = ["Checked", "check", "in_words"]
