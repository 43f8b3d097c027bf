"""Pictures, voice and files: the store and its lists."""
