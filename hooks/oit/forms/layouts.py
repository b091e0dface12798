"""The kinds of office files that ``oit import`` reads, and the tables of each."""

LAYOUTS = {
    "procurement": ("procurement",),
    "budget": ("plan",),
    "statistics": ("services", "complaints"),
}
"""The tables that each kind of file may be of."""


def kind_of(table: str) -> str:
    """Return the kind of office file that a table is imported from."""
    return next(kind for kind, tables in LAYOUTS.items() if table in tables)
