"""Gifts that honey points are spent on, and the orders for them."""
