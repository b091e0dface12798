"""Begin from the web site that an agency has: ``oit adopt``."""
