# The honey bank.

menu-points = 🍯 My points
button-points = 🍯 My points
button-points-why = Why?
help-points = 🍯 /points, or just "my points": your tier, what you can spend, what still waits, and why, line by line.
points-off = There's no honey bank here. To report a hazard, just send it.
tier-bronze = Bronze bee
tier-silver = Silver bee
tier-gold = Gold bee
tier-platinum = Platinum bee
tier-diamond = Diamond bee
tier-royal = Royal bee
points-wait = 🍯 +{ $amount } waiting: { $title }. It's yours once you say it's solved.
points-booked = 🍯 +{ $amount } booked: { $title }. You now have { $left } to spend.
points-booked-tier = 🍯 +{ $amount } booked: { $title }. You now have { $left } to spend, and you're a <b>{ $tier }</b>!
points-taken-back = 🍯 { $title } is open again, so { $amount } points went back. You get them again once it's solved.
points-taken-back-owed = 🍯 { $title } is open again, so { $amount } points go back until it's solved. You had spent some already, so you owe { $owed } now; your next points pay that off first.
points-repaid = { $amount } of them paid off what you owed.
points-refused-photo = 🍯 { $title } came with a photo that earned points before, so none this time.
points-refused-place = 🍯 { $title } is the same place and kind as one you reported lately. The same place earns points only once in a while.
points-refused-day = 🍯 No points for { $title }: that day's limit was reached. It is dealt with all the same.
points-refused-dry = 🍯 { $title } is solved, but this area has given out all its points for this year, so none could be booked.
points-card =
    🍯 <b>Honey card</b> · No. { $number }
    { $tier } · earned in all { $earned } · to spend { $left }
points-owed = ↩ You owe { $amount }: they were spent before they went back. Your next points pay that off first
points-next = { $missing } more and you're a { $tier }
points-waiting-line = ⏳ +{ $amount } waiting · { $number }, yours once you say it's solved, by { $day } at the latest
points-lines = <b>Latest</b>
points-line = { $amount } · { $day } · { $what } { $number }
points-why-solved = hazard solved
points-why-me-too = me too, with a photo
points-why-served = order done
points-why-came = came to help
points-why-wish = wish fulfilled
points-title-served = your help with “{ $words }”
points-title-came = your help at “{ $words }”
points-title-wish = the wish “{ $words }”
points-refused-service = 🍯 No points for { $title }: { $why }.
points-taken-back-wish = 🍯 { $title } is open again, so { $amount } points went back.
points-taken-back-owed-wish = 🍯 { $title } is open again, so { $amount } points go back. You had spent some already, so you owe { $owed } now; your next points pay that off first.
points-refusal-staff = your own work here, none
points-refusal-unsaid = nobody said in time how long it took
points-refusal-no-time = it wasn't counted as service
points-refusal-two = between the same two people it earns points only once in a while
points-why-back = went back
points-why-ordered = ordered a gift
points-why-returned = gift not fetched, points back
points-why-given-back = gift given back, points back
points-why-joined = from your other door
points-refusal-own = handled by yourself, none
points-refusal-photo = photo earned before, none
points-refusal-place = same place paid lately, none
points-refusal-day = that day's limit reached, none
points-refusal-dry = this area's points for the year are all given out
points-rules =
    🍯 <b>How you earn points</b>
    A hazard you reported is solved: +{ $solved }. "Me too" with your own photo: +{ $metoo }.
    They're booked when you say it's solved or somebody has checked; if nobody says anything, after { $wait } days. If it opens again they go back; rejected or withdrawn earns nothing.
    At most { $aday } a day; the same place and kind once in { $again } days; not for a photo that earned before; not for what you handled yourself; of merged reports the first one earns.
    "Earned in all" makes your tier and never falls by spending; "to spend" is for gifts. Points aren't money and can't be passed on.
    { $tiers }

# Points by hand.
button-award-yes = ✔ Confirm
button-award-no = Don't agree
award-how =
    Give somebody points by hand, for example: /award YH26-0001 10 kept watch at the hole until help came
    They go to whoever reported it. Without a case, write the number on their honey card: /award 7 10 reason
    With /award YH26-0001 alone you're asked for the rest. At most { $most } at once, always with a reason. They can be spent once a second admin confirms.
award-most = Between 1 and { $most } at once.
award-long = That reason is too long: { $letters } letters are enough.
award-own = You can't give points to yourself. Ask a colleague to.
award-not-for-this = { $number } can't get points by hand: wishes and what was rejected or withdrawn earn none.
award-nobody = Whoever reported { $number } has left, so nobody would get them.
award-again = Points were given by hand for this already (without a case: once a day for one person).
admin-points-dry = ⚠️ { $area } ({ $code }) has given out its { $budget } points of this year: solved hazards and points by hand are not booked, and riders read so. To go on, whoever runs the machine can raise budgets under [points] for { $code }; it counts at once.
award-dry = This area has given out all its points for this year. Its admins know.
award-to-filer = whoever reported { $number }
award-to-card = honey card No. { $number }
done-award = 🍯 +{ $amount } for { $whom }. Another admin has been asked to confirm by { $day }. Until then they count for the tier and can't be spent.
done-award-alone = 🍯 +{ $amount } for { $whom }. No other admin here could confirm, so they're an honour: they count for the tier and can't be spent.
award-ask =
    🍯 <b>Please confirm</b>: { $giver } gave +{ $amount } to { $whom }
    Reason: { $words }
    { $area } · open until { $day }
award-ask-again =
    🍯 <b>Not confirmed yet</b>: { $giver } gave +{ $amount } to { $whom }
    Reason: { $words }
    { $area } · after { $day } they stay an honour and can't be spent
award-got = 🍯 You were given +{ $amount } (waiting): { $words } · { $what }. They count for your tier now, and can be spent once a second admin confirms. You'll know by { $day }.
award-got-honour = 🍯 You were given +{ $amount } (honour): { $words } · { $what }. They count for your tier and can't be spent.
award-booked = 🍯 +{ $amount } booked: { $words } · { $what }. You now have { $left } to spend.
award-taken = 🍯 An admin didn't agree to the +{ $amount } by hand ({ $what }), so they went back: { $why }
award-honour = 🍯 No second admin confirmed the +{ $amount } by hand ({ $what }), so they stay an honour: they count for your tier and can't be spent.
award-confirmed = ✔ { $name } confirmed: +{ $amount } booked for { $whom }.
done-award-no = ✖ { $name } didn't agree to the +{ $amount } for { $whom }: { $why }
award-ended = Nobody confirmed, so the +{ $amount } for { $whom } stay an honour.
award-second = Another admin of this area has to decide: neither who gave these points nor who gets them.
award-short = +{ $amount } for { $whom }
ask-award-no = { $what }: why not? One line; they will read it too.
award-was-confirmed = Somebody has confirmed it already.
award-was-refused = Somebody has said no already.
award-was-honour = The time is over: these stay an honour.
award-again-settled = Somebody was quicker: it's decided.
award-dry-settled = These points are not there any more, so there's nothing to decide.
award-holder-left = They have left, so there's nothing to decide.
help-award = 🍯 /award YH26-0001 10 reason: points by hand for whoever reported it; they can be spent once a second admin confirms.
points-by-hand-line = ⏳ +{ $amount } waiting · by hand, until a second admin confirms, by { $day } at the latest
points-why-award = by hand
points-ending = ⌛ { $amount } of these end on { $day } if you don't use them
points-end-notice = 🍯 { $amount } of your points end soon: use them by { $day }. Your tier stays.
points-lapsed = 🍯 { $amount } points ended unused. Your tier stays; you now have { $left } to spend.
points-why-lapsed = ended unused
points-rules-service = An order you carried out or a call for volunteers you came to: +{ $hour } an hour, at most { $each } hours at once and { $aday } a day; somebody's wish you fulfilled: +{ $wish }. How long it took is said by who ordered or called, never by you, and not after 14 days; the same two people once in { $again } days; not for what is your work.
points-rules-end = Points that are unused by the end of the year after you earned them end; you hear a month ahead, and the oldest are spent first.
points-tail-wait = 🍯 +{ $amount } waiting: yours once you say it's solved.
points-tail-booked = 🍯 +{ $amount } booked, you now have { $left } to spend.
points-tail-booked-tier = 🍯 +{ $amount } booked, you now have { $left } to spend, and you're a <b>{ $tier }</b>!
points-tail-refused = 🍯 No points this time: { $why }.
button-points-picture = 🖼 As a picture
points-picture =
    🍯 <b>Honey card</b> · No. { $number } · { $tier }
    { $said }
points-picture-title = Honey card
points-picture-number = No. { $number }
points-earned = Earned in all
points-left = To spend
points-waiting = Waiting
points-ends = Ends this year
ask-award = 🍯 <b>+{ $amount }</b> for { $whom }: write the reason in a line, which they will read. For another number, press below.
