"""Tables of an item's rows, kept as CSV beside its YAML: ``rows: procurement.csv``."""
