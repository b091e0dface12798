"""Import of office tables (spreadsheets, CSV, e-GP's JSON) into the data folder's CSV."""
