"""Pictures and voice: cleaned, and stored by content."""
