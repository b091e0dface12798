"""Projects for generators that run no hooks: pages, settings and theme, ready to be built."""
