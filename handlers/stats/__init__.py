"""How well it goes: queries, rates, charts, the register and the dispatch slip."""
