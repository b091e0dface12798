"""The manual's pages that are written from what the program knows itself."""
