"""Settings and files of the web editor (Decap CMS)."""
