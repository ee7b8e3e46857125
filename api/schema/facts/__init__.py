"""Facts as clients see and send them: types, overrides, the questions of a form."""
