"""Accounts of the office network: names, roles and passwords."""
