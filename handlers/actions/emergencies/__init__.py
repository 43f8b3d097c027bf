"""An emergency while it runs: what belongs to it, where it is, who comes, and its end."""
