"""Merchants and who keeps them, their offers with counters, and the coupons."""
