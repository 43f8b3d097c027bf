"""WeCom: coordinators reach us through an app of their corp."""
