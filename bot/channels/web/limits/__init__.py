"""How much of the web server one caller may have: by address, by network, by person."""
