"""Honey points (蜜值): the ledger's values, tiers, and what does not pay."""
