"""The hive's year, in a house of its own: keepers, merchants, wishers, members, and cheats."""
