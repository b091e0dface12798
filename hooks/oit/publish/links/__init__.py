"""``oit links``: do the addresses in the data still lead where they should?

Asks other people's servers, so it is a command of its own: ``oit check`` never goes out.
"""
