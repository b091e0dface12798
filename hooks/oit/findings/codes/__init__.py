"""What can be wrong with the data: one module per fault, documented for users in its docstring."""
