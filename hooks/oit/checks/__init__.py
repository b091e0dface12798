"""The questions the program asks of data: one module a question."""
