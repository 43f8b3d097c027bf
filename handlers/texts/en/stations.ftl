# Rest stations.

menu-station = 🐝 Rest stations
station-none-loaded = There are no rest stations here yet. Anything else, just send it.
station-ask = Where are you? Send your location, or write the street or shop, and I'll find the nearest station that's open.
station-no-such-place = I don't know that place. Send your location, or another street or shop.
station-gone = That station is gone. Send /station to see others.
station-open-now = 🐝 Nearest stations open now:
station-night = 🌙 Nearest stations open at night:
station-nothing-open = No station near you is open now. Try another place.
station-nothing-such = No station near you has that and is open. Press a ticked one to drop it, or try another place.
station-headline = <b>{ $name }</b> · { $far } · { $open }
station-metres = about { $metres } m
station-kilometres = about { $kilometres } km
station-hours-unknown = hours not known
station-always = open day and night
station-until = open until { $when }
station-left = only { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
    } left, closes at { $when }
station-opens = opens at { $when }
station-closed = closed for now
station-there = There: { $what }
station-between = {", "}
station-and = {", "}
station-then = {"; "}
station-how-in = Getting in: { $how }
station-nearer = Nearer but closed: { $stations }
station-nearer-one = { $name } ({ $far }, { $open })
station-card = <b>{ $name }</b>{ $far }
station-today = Today: { $times }
station-not-today = Closed today.
station-closed-why = Closed today: { $why }
station-seats = Seats: { $count }
station-phone = Phone: { $phone }
station-map = <a href="{ $url }">On the map</a>
button-station-elsewhere = 📍 Another place
station-filter-charging = 🔋 Charging
station-filter-hot-food = 🍱 Hot food
station-filter-toilet = 🚻 Toilet
station-filter-night = 🌙 At night
words-station-charging = charging charge charger phone_charging battery_swap swap_my_battery swap_batteries charge_my_phone charge_my_bike charge_my_scooter charge_my_e-bike charge_bike charge_battery charge_my_battery battery_swap_station charging_station charging_point charge_phone
words-station-hot-food = hot_food microwave warm_food warm_my_food heat_my_food warm_up_my_food heat_up_my_food heat_food warm_my_lunch heat_my_lunch warm_up_food
words-station-toilet = toilet toilets restroom restrooms loo bathroom bathrooms washroom lavatory wc pee take_a_pee take_a_leak go_pee
words-station-night = night tonight late at_night overnight midnight after_midnight all_night 24_hours 24h 24/7 1am 2am 3am 4am 5am
amenity-seat = seats
amenity-water = water
amenity-hot-water = hot water
amenity-microwave = microwave
amenity-phone-charging = phone charging
amenity-battery-swap = battery swap
amenity-toilet = toilet
amenity-air-con = air conditioning
amenity-first-aid = first aid
amenity-wifi = wifi
amenity-rest-bed = recliner
amenity-parking = parking
entry-open = walk in
entry-desk = ask at the desk
entry-code = key in a code
entry-card = tap a card
entry-app = open with an app
station-nearer-unknown = Nearer, hours not known: { $stations }
station-nearer-far = { $name } ({ $far })
help-station = 🐝 A place to rest, charge or warm your food: /station
words-station-closed = is_closed closed is_shut shut is_locked locked
words-station-full = is_full full no_seats no_seats_left is_crowded
words-station = station stations rider_station rider_stations riders_station rest_station rest_stations rest_stop
words-station-where = any any_place where where's anywhere nearest nearby near closest around somewhere is_there are_there what_time when anything need i_need i_want need_to i_need_to
words-station-hot-water = hot_water warm_water boiled_water boiling_water get_hot_water
words-station-air-con = aircon ac a/c air_con air_conditioning air_conditioner
words-station-first-aid = first_aid first_aid_kit bandage bandages plaster plasters band-aid
words-station-wifi = wifi wi-fi
words-station-any = rest sit sit_down drink_water get_water water warm_up cool_down shelter shade cool_place nap lie_down hide_from_rain hide_from_the_rain get_out_of_the_rain dry_off sit_for_a_while take_a_break drinking_water some_water drink
words-station-fill = i can could do does my the a an to for me here please is are there any some phone food lunch find get have use warm heat up need want open now of place station's in could_i we you know hey hi close closes closed until till it's its raining tired thirsty hot i'm im very so somewhere dying phone_is_dead at really badly urgent urgently quick quickly go take has right which still which_one with rest_of to_drink bike scooter battery dead empty no_battery
station-said-one = ⚠️ A rider said { $minutes } min ago: { $what }
station-said-several = ⚠️ Several riders say it's { $what }, the last one { $minutes } min ago
station-riders-say-closed = riders say it's closed
station-riders-say-full = riders say it's full
station-is-closed = closed
station-is-full = full
button-station-closed = 🚪 It's closed
button-station-full = 🈵 It's full
button-station-broken = 🔧 Something's broken
button-station-fine = 👍 All fine
button-station-again = ✅ Open again
button-station-see = See the station
station-not-open-anyway = It isn't open at this hour anyway. If the sign there says otherwise, tell your coordinator.
station-too-often = You've said that several times just now. Please wait a few minutes.
station-heard-closed = Thank you, noted. Riders who ask will see it, and its keeper knows.
station-heard-full = Thank you, noted. Riders who ask within the hour will see it.
station-heard-fine = Thank you, noted.
station-keeper-hears = A rider says <b>{ $name }</b> is { $what }. Have a look; when all is well, press “Open again”.
station-again = Good, <b>{ $name }</b> is open again. What riders said no longer counts.
station-weekday = { $number ->
    [0] Mon
    [1] Tue
    [2] Wed
    [3] Thu
    [4] Fri
    [5] Sat
   *[6] Sun
    }
station-days = { $first } to { $last } { $times }
station-day = { $first } { $times }
station-never = not open as a rule
station-on-holidays = holidays { $times }
station-not-on-holidays = closed on holidays
station-closure = closed { $first } to { $last }
station-hours = Hours of <b>{ $name }</b>: { $hours }
station-from = <b>{ $name }</b>: from when?
station-to = <b>{ $name }</b>: until when? A time before the opening means the next day.
station-hours-overlap = These two spans overlap. Choose another one.
station-edit = <b>{ $name }</b>
    Hours: { $hours }
    There: { $there }
    Getting in: { $entry }
    What shall we change?
station-which-there = What is there at <b>{ $name }</b>? One press changes it.
station-which-entry = How does one get into <b>{ $name }</b>?
station-ask-name = What is its new name?
station-ask-note = How to get in, in a few words, such as “the key is at the till”.
station-ask-photo = Send a photo of the entrance.
button-station-edit = ✏️ Change it
button-station-hours = 🕘 Hours
button-station-there = ☕ What is there
button-station-entry = 🚪 Getting in
button-station-name = Name
button-station-note = Note on getting in
button-station-photo = 📷 Photo
button-station-set-wd = Mon to Fri
button-station-set-we = Sat and Sun
button-station-set-all = Every day
button-station-set-always = Day and night
button-station-set-unknown = Not known
button-station-add-wd = Mon to Fri, one more span
button-station-add-we = Sat and Sun, one more span
button-station-add-all = Every day, one more span
button-station-off-wd = Closed Mon to Fri
button-station-off-we = Closed Sat and Sun
button-station-holidays-same = Holidays as usual
button-station-holidays-off = Closed on holidays
button-station-holidays-own = Holidays: own hours
button-station-close-days = Closed for { $days ->
    [one] today
   *[other] { $days } days from today
    }
button-station-reopen = Open as usual
words-station-asks = where where's anywhere any_place is_there are_there nearest
button-station-near = 🐝 Stations near here
station-every-day = every day { $times }
station-closure-day = closed { $first }
station-words-long = That's { $count } characters, { $most } at most. Make it shorter.
station-photo-wanted = I need a photo here, sent as a photo and not as a file.
station-heard-already = You said so just now; it's noted.
station-again-already = No rider is saying that <b>{ $name }</b> is closed or full.
station-old-button = That button is old. Send /station to see it as it is now
station-beyond = There is no rest station near you: the nearest is { $far } away. To look somewhere else, press “Another place” and send that location, street or shop.
start-station = You scanned <b>{ $name }</b>. Press below for its hours and what is there.
words-station-this = this_one that_one this_place this_station the_station that_station it's it_is it this that here now again actually is was
words-station-fine = open is_open it's_open not_closed isn't_closed open_again seats_free has_seats
station-which = Which one?
