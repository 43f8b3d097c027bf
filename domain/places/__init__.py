"""Places in words: names, house numbers and crossings found inside what a person says."""
