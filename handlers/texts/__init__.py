"""Every sentence that people read, by key; a language is a folder."""
