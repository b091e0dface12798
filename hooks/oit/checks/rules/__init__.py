"""The rules that check elements: one module per rule; checklists say where each applies."""

from oit.checks.rules import at_least, contents, covers, document, formats, months, present, rows
from oit.checks.rules.rule import Rule

RULES: dict[str, Rule] = {
    "at_least": at_least,
    "contents": contents,
    "covers": covers,
    "document": document,
    "formats": formats,
    "months": months,
    "present": present,
    "rows": rows,
}
"""The rules by the names that checklists use."""
