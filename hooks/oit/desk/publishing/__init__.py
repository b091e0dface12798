"""From the data to the public site: preview, history, and publication."""
