"""What was told of a filing is put right: what it is not, and what it is instead."""
