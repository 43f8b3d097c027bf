"""Lists of open cases: narrowed by words and presses, page by page, and several done at once."""
