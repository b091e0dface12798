"""One module a command of ``oit``."""
