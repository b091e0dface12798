"""Estimates of the OIT score."""
