"""The doors to the world: a folder for each channel, with the same file names in each."""
