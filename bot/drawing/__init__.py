"""Pictures and papers that the house itself draws. `chart`, `sheet` and `slip` run in a process of
their own: what they import never enters the bot's.

A picture is wanted by `unit.media.draw(spec)` and drawn by the fetching loop. Specs are plain JSON:

    {"draw": "chart", "title": str, "note": str, "labels": [str, …], "left": str, "right": str,
     "series": [{"name": str, "kind": "bar" | "line", "values": [number | null, …], "axis": "left" | "right"}, …]}
    {"draw": "pair", "before": media id, "after": media id, "labels": [str, str]}
    {"draw": "sheet", "query": …, "columns": [{"field", "title", "wide", "form", "names"}, …], …}
    {"draw": "slip", "case": id, "person": id, "language": str, "zone": str, "team": str}

The last two hold no words of any case: what they show is read when they are drawn.

At most 60 labels and six series of a kind can be told apart; gaps are null. What cannot be drawn at
all gets the status failed, and the letter goes without it.
"""
