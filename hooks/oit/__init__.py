"""Turn an agency's data files into a checked public disclosure site."""

__version__ = "0.1.0"
