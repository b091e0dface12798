"""The kinds of office files that ``oit import`` reads, and the tables of each."""

LAYOUTS = {
    "procurement": ("procurement",),
    "budget": ("plan",),
    "statistics": ("services", "complaints"),
}
"""The tables that each kind of file may be of."""
