"""Purchases in the Open Contracting Data Standard (OCDS 1.1), for those who compare contracts."""
