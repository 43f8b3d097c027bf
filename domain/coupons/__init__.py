"""Merchants' offers to riders, and the coupons that are taken of them."""
