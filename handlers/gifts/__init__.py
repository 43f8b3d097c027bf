"""Gifts (兑换礼品): what honey points buy, ordered here and handed over by somebody else."""
