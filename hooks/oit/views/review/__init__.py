"""``oit review``: where the assessors and the checker differ, and drafts of the answers.

All of it is for the staff: nothing here is part of the public site.
"""
