"""A site of one's own: a ready repository, its files, its next year, its newer version."""
