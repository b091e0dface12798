"""Which elements ask for a text."""

from oit.checks.filled.texts import WrittenText
from oit.data.checklist import Element
from oit.forms.base import is_needed


def asks(element: Element, text: WrittenText) -> bool:
    """Tell whether an element is about a field, or about entries that it names."""
    if text.dotted in element.checked_fields:
        return True
    entries = text.dotted.rpartition(".")[0]
    is_asked = entries in {*element.checked_fields, element.field}
    return is_asked and is_needed(text.form, text.name)
