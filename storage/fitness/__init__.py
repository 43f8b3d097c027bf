"""Whether a database can be used at all, found out without changing anything in it."""
