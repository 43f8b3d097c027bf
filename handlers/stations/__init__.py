"""Rest stations: the nearest that are open, their cards, what riders say of them, their keepers."""
