"""Merchants' coupons (暖蜂商家): taken here, used once at the shop, which never learns by whom."""
