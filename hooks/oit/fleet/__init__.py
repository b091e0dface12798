"""Many agencies at once: a list of them, one record for each, tables and an overview."""
