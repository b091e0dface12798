"""Is a field filled in, or does it only look so?

Each module is one way to fill in a form without saying anything. What they find does not count
when an item is compared with its checklist.
"""
