"""``/admin/``: web forms for the data, for people who do not write YAML."""
