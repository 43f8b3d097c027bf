"""Wishes: screened, published, claimed, handed over, received, thanked."""
