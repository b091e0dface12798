"""Tables as offices keep them (spreadsheets, CSV, e-GP's JSON) into the data folder's CSV."""
