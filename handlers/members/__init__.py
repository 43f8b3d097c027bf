"""Mobile grid members (流动网格员): applying, deciding, asked when silent, leaving."""
