"""What the files of an operator say: areas, offices, rosters."""
