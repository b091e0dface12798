"""What changed: between two commits or years (``oit diff``), and of a file (from git)."""
