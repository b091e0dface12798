"""``oit links``: do the addresses in the data still lead where they should?

It sends requests to other servers, so it is a command of its own: ``oit check`` sends none.
"""
