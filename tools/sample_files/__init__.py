"""The documents and pictures of the sample municipality, made from its data."""
