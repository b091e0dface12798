"""Items as Excel workbooks: for those who do not edit YAML, and back again."""
