"""Tables as open data: what each is, and the files that machines and spreadsheets read."""
