"""The controls of a form: from the fields of a form to inputs, and from inputs to a tree."""
