# Wishes: from the first word to "I have it"

button-wish = ✨ Wish list: yes or no
button-wishes = ✨ See the wish list
button-wishes-all = The whole district
button-wish-show = Look
button-wish-screen = ✏️ Word it for the list
button-wish-as-is = Use their words
button-wish-decline = Not on the list
button-wish-as-help = It's a call for help
button-wish-as-hazard = It's a hazard
button-wish-publish = ✅ Put it up
button-wish-not-this = Not like this
button-wish-keep = ✅ Still want it
button-wish-take-back = Take my wish back
button-wish-anew = Wish again
button-wish-claim = 🙋 I'll do it
button-wish-give-back = Let others do it
button-wish-say = 💬 Pass on a word
button-wish-place-this = 📍 Set this place
button-wish-say-this = 💬 Pass it on
ask-wish-give-back = Which one can you not do?
ask-wish-place-this = Hand over “{ $wish }” at “{ $words }”? It counts once you press.
ask-wish-say-this = Pass “{ $words }” on to the other side of “{ $wish }”? It goes once you press.
button-wish-place = 📍 Set the place
button-wish-hand = 📦 It's there
button-wish-receive = 🎁 I have it
button-wish-missing = It wasn't there
button-wish-witness = ✅ I looked: it was fetched
button-wish-thank = 🌸 Say thanks
button-wish-line = ✍️ Write a line

wish-state-filed = not on the list yet
wish-state-asked = waiting for the wisher's yes
wish-state-open = on the list, anybody may take it on
wish-state-claimed = taken on
wish-state-handed = ready to be fetched
wish-state-received = received
wish-state-taken-back = taken back
wish-state-expired = off the list, its time was over
wish-state-moved = handled another way

# --- the list ---

wishes-near = <b>✨ Wishes around you</b>. Press one to see it:
wishes-all = <b>✨ Wishes in the whole district</b>. Press one to see it:
wishes-none-near = No wish around you is waiting for somebody.
wishes-none-all = No wish is waiting for somebody. Make one yourself: a sentence is enough.
wishes-line = · { $words }　📍 { $area }
wishes-mine = 🌟 Mine: { $words } · { $state }
wishes-claimed = 🙋 I took on: { $words } · { $state }

wish-page = ✨ <b>{ $words }</b>
    📍 { $area }
wish-page-filed = { $number } isn't on the list yet. You write the line: no name, phone or address, no photo. Others see it only after the wisher says yes.
wish-page-waiting = { $number } isn't on the list yet: a coordinator reads it and asks you. Nothing goes up without your yes.
wish-page-state = Now: { $state }
wish-page-open = You'd have { $days } days. You and the wisher won't learn who the other is: I pass on what you say, and the thing goes to a place the coordinator names.
wish-page-until = ⏰ Taken on until { $day }
wish-page-place = 📍 Hand it over at: { $place }

# --- coordinators ---

ask-wish-words = How should “{ $what }” stand on the list? One sentence about what is wanted. No names, phones, links or cash.
ask-wish-reason = Why can't “{ $what }” go on the list? One sentence; the wisher reads it.
ask-wish-place = Where is “{ $what }” handed over? Name a place with somebody there, like a station's front desk. Both sides read it.
done-wish-words = Asked. { $number } goes up when the wisher says yes: “{ $words }”
done-wish-reason = { $number } stays off the list. The wisher has your reason.
done-wish-moved = { $number } is now { $kind } and goes on as that.
done-wish-place = { $number } is handed over here: { $place }. Both sides know.
done-wish-witnessed = { $number }: noted, and both sides told.
notice-wish-on = { $number } is on the list: “{ $words }”
notice-wish-not-this = { $number }: the wisher doesn't want it up like this: “{ $words }”. Word it differently, or help another way.
notice-wish-claimed-carer = { $number } was taken on: “{ $words }”
    🙋 { $name }, to bring it by { $day }.
    Please name a place to hand it over. Both sides read it.
notice-wish-back-carer = { $number } is back on the list: “{ $words }”
notice-wish-place-wanted = { $number } is ready and only needs a place: “{ $words }”. Please name one.
notice-wish-place-waited = { $number }: whoever took on “{ $words }” still waits for a place to hand it over. Please name one; until then their time doesn't run out.
notice-wish-missing-carer = { $number }: the wisher didn't find “{ $words }” ({ $place }). Whoever took it on was asked to check; please keep an eye on it too.
notice-wish-received-carer = { $number }: “{ $words }” has arrived. Thank you for bringing them together!
notice-wish-unanswered-carer = { $number }: no yes from the wisher in 14 days, so it isn't on the list: “{ $words }”. Please answer another way.
notice-wish-expired-carer = { $number }: nobody took it on in time, it's off the list: “{ $words }”
notice-wish-look = { $number } has been at { $place } for 14 days without a word from the wisher: “{ $words }”. Please go and look: press below if it was fetched, or get in touch with the wisher.
notice-wish-left = { $number }: the wisher has left Gridbee, the wish is off the list: “{ $words }”. The case is still yours and can be closed.

# --- the wisher ---

notice-wish-publish = ✨ { $number } can go on the wish list. This is all that others see:
    “{ $words }”
    📍 { $area }
    No name, no photo, no address. Put it up?
done-wish-published = ✨ { $number } is up until { $day }. I'll tell you when somebody takes it on; you can take it back at any time.
done-wish-not-this = All right, { $number } stays off. The coordinator will look for another way.
done-wish-kept = All right, { $number } stays until { $day }.
notice-wish-declined = Your wish “{ $words }” doesn't go on the list this time:
    “{ $reason }”
    Another wish, or you see it differently? Press and write a sentence.
notice-wish-claimed = 🙋 Somebody took on your wish “{ $words }” and will bring it by { $day }. I'll tell you where to fetch it as soon as the coordinator has named a place.
notice-wish-claimed-office = 🙋 An office took on your wish “{ $words }” and will bring it by { $day }. I'll tell you where to fetch it as soon as the coordinator has named a place.
notice-wish-back = It didn't work out this time. Your wish “{ $words }” is back on the list for others.
notice-wish-place = Your wish “{ $words }” can be fetched here:
    📍 { $place }
    I'll tell you when it's there.
notice-wish-handed = 🎁 Your wish “{ $words }” is waiting for you:
    📍 { $place }
    Press “I have it” when you do.
done-wish-missing = All right, I'll ask whoever took on { $number }, and the coordinator, to check.
notice-wish-keep = Your wish “{ $words }” leaves the list soon ({ $day }). Still want it? Without a press it comes off then.
notice-wish-expired = Nobody took on your wish “{ $words }” in time, so it's off the list. Sorry. Still want it? Press and write a sentence.
notice-wish-unanswered = I never heard your yes, so “{ $words }” isn't on the list. The coordinator will look for another way.
ask-wish-sign = 🎁 Wonderful! Press a sign for whoever brought “{ $what }”, or press ✍️ to write a line. No names.
ask-wish-received = Which one did you get? Press it:
ask-wish-thanks = What shall I say to whoever brought “{ $what }”? One line, no names.
done-wish-thanks = Passed on. Ride safely!

# --- whoever takes it on ---

done-wish-claimed = 🙋 “{ $words }” is yours, thank you! Bring it by { $day }. The coordinator names the place, and I'll tell you at once.
done-wish-given-back = All right, others can take on “{ $words }”. Thank you for offering.
notice-wish-place-claimer = Bring “{ $words }” here:
    📍 { $place }
    Press when it's there.
notice-wish-place-claimer-late = There's a place at last for “{ $words }”; sorry for the wait:
    📍 { $place }
    Any time until { $day } will do. Press when it's there.
done-wish-handed = 📦 The wisher knows that “{ $words }” is there. Thank you!
notice-wish-missing = The wisher didn't find “{ $words }” ({ $place }). Please check, and press when it's there. You have three more days at least.
notice-wish-received = 🎁 “{ $words }” has arrived. Thank you for making a wish come true!
notice-wish-thanks = 💌 The wisher of “{ $wish }” says:
    “{ $words }”
notice-wish-due = “{ $words }” is yours until { $day }. Will you make it? If not, let others do it; that's fine.
notice-wish-no-place = There's no place yet to hand over “{ $words }”; I've asked the coordinator again. You now have until { $day }, and you'll hear at once where.
notice-wish-lapsed = The time for “{ $words }” is up, so it's back on the list. Thank you for trying.
notice-wish-gone = You needn't bring “{ $words }” any more: it was taken back or handled another way. Thank you!

# --- passing on words ---

ask-wish-word = What shall I pass on about “{ $what }”? One sentence. No phones, no WeChat names, no links: the other side doesn't know who you are.
done-wish-word = Passed on. For ten minutes what you write goes there too; to stop write “that's all”.
went-to-claimer = Passed on to whoever took on “{ $what }”.
went-to-wisher = Passed on to the wisher of “{ $what }”.
notice-wish-said = 💬 The wisher of “{ $wish }” says:
    “{ $words }”
notice-wish-said-back = 💬 Whoever took on “{ $wish }” says:
    “{ $words }”

# --- when it can't be done ---

refuse-wish-off = There is no wish list here. Whatever you wish for, just send it.
refuse-wish-gone = A moment too late: somebody took this wish on, or it's off the list. Say “wish list” to see others.
refuse-wish-already = It's yours already, thank you! Bring it to the place your coordinator names.
refuse-wish-not-yours = That isn't yours to press now; maybe you have pressed it already. Send “wishes” to see how it stands.
refuse-wish-not-now = This wish is { $state }; there's no need to press that.
refuse-wish-many = { $most ->
        [one] You have a wish in hand already. Bring it first.
       *[other] You have { $most } wishes in hand. Bring one first.
    }
refuse-wish-nobody = The wisher has left, so nobody can say yes.
refuse-wish-no-place = No place has been named yet. I've asked the coordinator and will tell you as soon as there is one.
refuse-wish-empty = There are no words yet. Write what is wanted.
refuse-wish-long = Too long: { $letters } characters at most. Make it shorter and send it again.
refuse-wish-link = No links on the list. Just say what is wanted, like “a pair of waterproof gloves, size 9”.
refuse-wish-contact = No phones, WeChat names or mail addresses on the list. Leave them out; I pass words on.
refuse-wish-home = No homes or door numbers on the list: they tell who you are. Just say what is wanted; it is handed over where your coordinator says.
refuse-wish-name = No names on the list: they tell who you are. Just say what is wanted.
refuse-wish-cash = No cash, red envelopes or loans on the wish list. Make it a thing or a favour; if money is needed urgently, press “It's a call for help”.
refuse-wish-dear = A wish may cost { $most } yuan at most. Make it something smaller, or press “It's a call for help”.
refuse-wish-home-said = No homes or door numbers: you don't know each other, which is safer for both. Leave it out and write it again; it is handed over where your coordinator says.
refuse-wish-not-there = No homes, phones or links here: the two don't know each other. Name a place where somebody is in charge, like the desk of a station.
refuse-wish-thanked = You have said thanks already, and they got it.
refuse-wish-yours = You took this wish on yourself: press 📦 once it is there, and the wisher says that they have it. To answer it another way, let others have it first.
refuse-wish-reworded = Your coordinator has changed the words since; you pressed the old ones. Have a look at the new line and press again.

# --- lines of the history ---

wish-note-screened = Asked the wisher whether this may go on the wish list: “{ $words }”
wish-note-asked = Waiting for the wisher's yes; the answer is due later
wish-note-not-this = The wisher doesn't want it up like this: other words or another answer within a week
wish-note-declined = Not on the wish list
wish-note-published = The wisher said yes; it's on the wish list
wish-note-kept = Still wanted; it stays on the wish list
wish-note-claimed = Somebody took the wish on
wish-note-placed-late = There's a place now, so whoever took it on has some days more
wish-note-back = The wish is back on the list
wish-note-handed = It's ready to be fetched
wish-note-received = The wish came true; the wisher has it
wish-note-witnessed = The wish came true; a coordinator looked, and it was fetched
wish-note-expired = Nobody took the wish on in time

help-wishes = ✨ Say “wish list” (/wishes) to see wishes around you and take one on. Yours can go up too, without your name.

# --- /stats ---

stats-wishes = ✨ Wishes { $filed }, on the list { $published }, taken on { $claimed }, received { $received }
stats-wishes-days = ✨ Wishes { $filed }, on the list { $published }, taken on { $claimed }, received { $received } (half within { $time })
words-wish-put-there = put_it_there i_put_it_there it's_there it_is_there i've_put_it_there dropped_it_off i_dropped_it_off delivered_it i_delivered_it brought_it i_brought_it
words-wish-put-where = where_do_i_put where_should_i_put where_to_put where_do_i_leave where_should_i_leave where_do_i_bring where_should_i_bring where_do_i_drop where_does_it_go
wish-put-there = 📍 It goes to: { $place }. Press when it is there.
ask-wish-put-there = Which one?
