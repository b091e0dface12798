"""Can it be true? Each module is one question about what an item says.

Each module has the user documentation as its docstring, a ``CODE`` and a function ``check`` that
yields doubts. What cannot be true does not count when the item is compared with its checklist;
what is merely odd is a warning.
"""
