"""The honey bank: transfers whose entries sum to zero, and balances that cannot fall below it."""
