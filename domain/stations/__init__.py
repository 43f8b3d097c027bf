"""Rest stations: what one is, when it is open, which are near, what riders say of them."""
