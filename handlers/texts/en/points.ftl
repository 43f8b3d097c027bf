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
points-taken-back = 🍯 { $title } is open again, so { $amount } went back. They'll come once it's solved.
points-refused-photo = 🍯 { $title } came with a photo that earned points before, so none this time.
points-refused-place = 🍯 { $title } is the same place and kind as one you reported lately. That earns points once in a while.
points-refused-day = 🍯 No points for { $title }: that day's limit was reached. It's looked after all the same.
points-refused-dry = 🍯 { $title } is solved, but this area has given out all its points for this year, so none could be booked.
points-card =
    🍯 <b>Honey card</b> · No. { $number }
    { $tier } · earned in all { $earned } · to spend { $left }
points-next = { $missing } more and you're a { $tier }
points-waiting-line = ⏳ +{ $amount } waiting · { $number }, yours once you say it's solved, by { $day } at the latest
points-lines = <b>Latest</b>
points-line = { $amount } · { $day } · { $what } { $number }
points-why-solved = hazard solved
points-why-me-too = me too, with a photo
points-why-back = went back
points-why-ordered = ordered a gift
points-why-returned = gift not fetched, back
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
