"""What can be wrong with data, a site or its links: one module per fault.

The module's docstring is its user documentation.
"""
