"""Gifts with their counters, and the orders for them."""
