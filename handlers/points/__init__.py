"""The honey bank (蜜值银行): what a solved hazard pays, when, and the card that says so."""
