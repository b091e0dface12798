"""The data folder as values: checklists, item files, tables and documents."""
