"""The card of a case: what it says and brings along, where it stands, when it is edited."""
