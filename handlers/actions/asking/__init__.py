"""How an act begins: what it still needs is asked for, by prompt, choice or command."""
