"""``/admin/``: the data in web forms, for those who do not write YAML."""
