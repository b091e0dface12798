"""What changed between two commits or years (``oit diff``), and when a file changed (git)."""
