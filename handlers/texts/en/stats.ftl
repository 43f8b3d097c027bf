# Figures: /stats. Formulas: docs/rates.md.

stats-title = <b>{ $area }</b>{ $more }
stats-today = <b>Today</b>
stats-counts = received { $filed } · done { $resolved } · closed { $closed }
stats-soon = That takes some counting; I send it as soon as it is done
stats-open = open now { $open }, of these late { $late }
stats-period = <b>{ $period }</b>{ $dates }
stats-dates = {" "}· { $first } to { $last }
stats-period-days = { $count ->
    [one] Last day
   *[other] Last { $count } days
}
stats-period-year = { $year }
stats-period-month = { $year }-{ $month }
stats-none = Nothing came in.
stats-year-ago = a year ago: received { $filed }{ $change }{ $closing }
stats-change = {" "}(now { $change })
stats-year-ago-closing = , closing rate { $closing }
stats-prompt = taken in time { $response } · answered in time { $ontime }
stats-closing = closing rate { $closing } · satisfied { $satisfied } (answers: { $answered })
stats-spans = How long it took (working time only):
stats-accept = · to take it: half within { $middle }, nine in ten within { $most }
stats-resolve = · to get it done: half within { $middle }, nine in ten within { $most }
stats-minutes = { $count } min
stats-hours = { $count } h
stats-in-days = { $count ->
        [one] 1 day
       *[other] { $count } days
    }
stats-lowest = done without the next level { $rate }
stats-reopened = reopened { $count }
stats-escalated = to the next level { $count }
stats-rejected = not ours { $count }
stats-over = all right again, says the rider { $count }
stats-withdrawn = withdrawn { $count }
stats-merged = merged { $count }
stats-on-the-spot = solved on the spot { $count }
stats-few = “–”: fewer than 10, too few for a rate.
stats-by-area = <b>By area</b>, lowest closing rate first
stats-by-category = <b>By category</b>, lowest closing rate first
stats-by-kind = <b>By kind</b>, lowest closing rate first
stats-by-office = <b>By office</b>, lowest closing rate first
stats-line = · { $name }: { $filed } received{ $open }, closing rate { $closing }
stats-line-few = · { $name }: { $filed } received{ $open }, –
stats-line-open = , { $open } open
stats-more = { $count } more not shown.
stats-no-office = no office
button-stats-chart = 📈 Chart
button-stats-area = By area
button-stats-category = By category
button-stats-kind = By kind
button-stats-office = By office
button-stats-month = This month
button-stats-last-month = Last month
button-stats-year = This year
chart-stats-title = { $area }: received and closed
chart-stats-note = Nothing came in
chart-stats-left = cases
chart-stats-right = closing rate %
chart-stats-filed = received
chart-stats-closed = closed
chart-stats-closing = closing rate
own-work-elsewhere = { $name } is not in your area, so what they did is not for you to see.
refuse-stats-ahead = { $day } has not come yet, so there is nothing to count. Ask up to today, for example: /stats this month
refuse-stats = I can't make out “{ $word }”. You can write:
    /stats last month   /stats G07 7d   /stats 2026-10 category
    and also: kind, office, area, chart

# Words that people may write after /stats, with spaces between them.
stats-words-today = today
stats-words-yesterday = yesterday
stats-words-week = week thisweek this_week
stats-words-last-week = lastweek last_week
stats-words-month = month thismonth this_month
stats-words-last-month = lastmonth last_month
stats-words-year = year thisyear this_year
stats-words-last-year = lastyear last_year
stats-words-area = area areas grid grids
stats-words-category = category categories
stats-words-kind = kind kinds type types
stats-words-office = unit units office offices
stats-words-chart = chart graph plot picture
stats-words-joining = last this past
stats-words-filler = the of by for in and per stats how is was
stats-words-days = d day days
stats-words-weeks = w week weeks
stats-words-months = -
stats-words-years = -
button-stats-stations = 🐝 Rest stations
stats-stations = Last 90 days: cases { $cases }, stations { $stations }. Share of the cases' places with an open station within 1 km, by hour:
stats-stations-few = Fewer than 10, too few for a share.
stats-stations-hole = The emptiest hour is { $hour }: { $share }
stats-words-stations = stations station
