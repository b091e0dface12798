"""``oit verify``: is a site, built or served, what its data makes?"""
