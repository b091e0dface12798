"""Can everyone read an item's evidence, now and in years to come?"""
