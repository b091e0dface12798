"""Does a document show what it is said to show: are the words of an element on its pages?"""
