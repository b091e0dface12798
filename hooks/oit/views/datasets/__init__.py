"""Tables as open data: their description, and the files for machines and spreadsheets."""
