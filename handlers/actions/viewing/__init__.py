"""A case as it is shown: to its filer as a story, to staff as a card; which one is meant."""
