"""``oit verify``: does a site, in a folder or on a server, match its data?"""
