"""Which tables each kind of office file may be imported into."""

LAYOUTS = {
    "procurement": ("procurement",),
    "budget": ("plan",),
    "statistics": ("services", "complaints"),
}
"""The tables by the kind of import."""
