"""Who people are to the house: joining, roles, duty, leave, settings, help."""
