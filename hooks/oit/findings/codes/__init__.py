"""What can be wrong with data: one module a fault, whose docstring is its user documentation."""
