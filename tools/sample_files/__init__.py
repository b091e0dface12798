"""The documents and pictures of the sample municipality, generated from its data."""
