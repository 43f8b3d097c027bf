"""What staff order in words for one case of many, or for many at once."""
