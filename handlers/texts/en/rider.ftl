# What a rider reads.

start = I'm Gridbee. Trouble on the road? Tell me.
    Send a photo and a few words, that's all.
menu-hazard = ⚠️ Report a hazard
menu-help = 🙋 Ask for help
menu-wish = ✨ Make a wish
menu-my = 📋 My cases
menu-hive = 🐝 The hive
hive = 🐝 Besides reports, there is:
hive-empty = There is nothing else here yet. For a matter on the road, just send it.
help-rider = <b>Just send it</b>: photo, words, voice or place. I'll sort it out.
    /my my cases   /cancel never mind
    /lang language   /quiet quiet hours
    /mute no announcements   /forget delete my data
    In danger, call first: 119 fire, 110 police, 120 ambulance

start-no-link = That link was used or is too old. Go back to where you got it and ask for another one.
start-no-letter = That link was used or is too old. Go back to WeChat, say “my cases” to the account and open the case there: a new link comes with it. Any other word to the account reaches me too.
start-unknown = I don't know that code any more. Never mind, just tell me what's up.
ask-what = What's wrong? A few words, or a voice message.
ask-what-hazard = Take a photo, add a few words, send both together.
ask-what-help = What do you need? A few words, or a voice message.
ask-what-wish = What would you like? A few words will do.
ask-what-broken = What's broken at <b>{ $name }</b>? Take a photo, add a word, and I'll report it to its keeper.
ask-photos = Send the photos anew, up to 9. They take the place of the old ones.
ask-place = Where is it? Send your location, or write the street or building.
ask-place-which = { $count ->
    [1] Do you mean this place?
   *[other] Which place do you mean?
} Press it, or send your location or write a place.
ask-place-house = { $house }: in which street or estate? Write it, send your location, or choose a grid.
ask-place-unknown = I don't know this place. Send your location, or choose a grid.
place-unseen = I can't see where you are. If you can't tell, press "Choose a grid".
ask-place-still = Where is it? A location or a place in words will do.
taken-down = Noted.
ask-category = What is it about?
ask-hint = You can leave this and come back: I'll remind you once in half an hour, and clear it after a day.
ask-danger = If anybody is hurt or in danger, press below and I call people at once.
ask-danger-call = If anybody is hurt or in danger: call first, or press and I call people at once.
ask-danger-what = What happened, and where? Tell me and I call people at once.
ask-scanned = 📍 You're at <b>{ $area }</b>. I've noted the place.

summary-title = <b>Have a look, then press Submit</b>
summary-what = { $kind } · { $category }
summary-photo = 📷 { $count ->
    [one] 1 photo
   *[other] { $count } photos
}
summary-voice = 🎤 { $count ->
    [one] 1 voice message
   *[other] { $count } voice messages
}
summary-voice-long = 🎤 { $count ->
    [one] 1 voice message
   *[other] { $count } voice messages
}, { $seconds } s
summary-video = 🎬 { $count ->
    [one] 1 video
   *[other] { $count } videos
}
summary-document = 📎 { $count ->
    [one] 1 file
   *[other] { $count } files
}
summary-place = 📍 { $place }
summary-urgent = 🔴 Goes out as most urgent
spot-which = 📍 { $count ->
    [1] Is it this place below?
   *[other] Which place do you mean?
} One press will do.
spot-unknown = 📍 I don't know this place. Press "Choose a grid", and it goes straight to the people there.
ask-grid = Which grid is it in?
button-grids = Choose a grid
button-spot-other = 📍 Somewhere else


receipt = ✅ <b>Got it: { $number }</b>
    📍 { $area }
    👤 { $name } is in charge and takes it by { $accept }
    ⏰ You'll have an answer by { $due }
    I'll tell you every step. To add something, begin with "add:".
receipt-shop = ✅ <b>Got it: { $number }</b>
    📍 { $area }
    🤫 It is not passed on at once but at { $morning }, together with others, with the day and no hour: the shop can't tell who it was.
    ⏰ You'll have an answer by { $due }
receipt-urgent = 🔴 <b>Got it: { $number }, most urgent</b>
    📍 { $area }
    👤 { $name } is in charge and takes it by { $accept }
    ⏰ You'll have an answer by { $due }
    If anybody is in danger, call 119, 110 or 120 first.

form-cancelled = All right, cancelled.
cancel-nothing = There's nothing open to cancel.
cancel-which = There's nothing open to cancel. These are still being handled; if one isn't needed any more, press Withdraw beside it:
no-form-open = Nothing is open here. { $number } is sent, and { $name } has it; to add or correct something, press Add.
sent-already = Sent already: { $number }, and { $name } has it. No need to send it again. For anything else about it, press Add.
draft-nudge = You haven't sent this one yet. If it's right, press Submit:
draft-nudge-place = You haven't sent { $what } yet. I still need to know where:
draft-nudge-what = You haven't sent { $what } yet. I still need to know what it is about:
draft-words = “{ $words }”
draft-wordless = the one you began
draft-dropped = You didn't send { $what }, so I've cleared it. If you still need it, just send it again.
corrected-words = { $now } (said first: { $before })
beside-of = { $words } (beside { $number })
same-as-of = { $words } (the same as { $number })
same-sort-of = { $words } ({ $what })
edited-word = (changed to) { $words }
said-of-carer = { $words } (said of { $names })
maybe-of-carer = { $words } (does not say by whom, perhaps { $names })

back-title = <b>Welcome back.</b> I couldn't reach you meanwhile. This is how things stand:
back-in-hand = You have { $count } in hand: /mine

my-title = <b>My cases</b>
my-line = <b>{ $number }</b> { $category } · { $state }
    { $what }
my-none = Nothing reported yet. Send a photo and a few words to start.
my-unsent = This one isn't submitted yet. Once it is, you'll find it here:
my-now = Now: { $state } · { $name }
my-due = You'll have an answer by { $due }
my-late = It was due { $due } and is late, sorry. Expect an answer by { $until }

ask-add = What would you like to add to { $number }? Words, a photo or a voice message.
ask-add-word = Got it. Anything to say with it?
ask-answer = About <b>{ $number }</b>, they ask:
    “{ $question }”
    Just answer here: words, a photo or a voice message.
ask-answer-word = Got it. Anything to say with it?
ask-reopen = What isn't solved about { $number }? A few words, or a photo.
ask-reopen-word = Got it. Anything to say with it?
done-add = Added to { $number }. The person in charge will see it.
done-add-apart = Added to { $number }.
done-answer = Thanks, passed on for { $number }.
done-reopen = Understood. { $number } goes back to work with less time, and I keep an eye on it.
done-confirm = Great! <b>{ $number }</b> is closed. Care to rate it? You don't have to:
done-confirmed = Great! <b>{ $number }</b> is closed.
still-open = <b>{ $number }</b> ({ $what }) is waiting for you too:
rate-later = It's still being worked on. Once { $number } is done I ask you for your stars.
rate-how = From one star to five. How many?
done-rate = { $number }  { $stars }  Thank you!
done-withdraw = { $number } is withdrawn. If it comes up again, just send it.
withdraw-sure = Withdraw { $number }? Nobody will follow it up any more.

notice-accepted = { $title }
    👤 { $name } has taken it. You'll have an answer by { $due }.
notice-accepted-late = { $title }
    👤 { $name } has taken it. It was due { $due }, so it's late. Expect an answer by { $expected }.
notice-late = 🕒 { $title }
    You were promised an answer by { $due }. It isn't done yet, sorry.
    { $name } is in charge now. Expect an answer by { $until }.
notice-not-taken = 🔺 { $title }
    Nobody has taken it in time, so it went to the next level: { $heads }. { $name } still has it.
notice-handed-on = { $title }
    { $name } is in charge now.
notice-accepted-several = 👤 { $name } has taken these { $count }. You'll have all answers by { $due }:
    { $numbers }
notice-handed-on-several = 👤 { $name } is in charge of these { $count } now:
    { $numbers }
notice-question = { $title }
    The person in charge asks: “{ $words }”
    Just answer here.
notice-question-colleague = { $title }
    The grid's staff ask: “{ $words }”
    Just answer here.
notice-resolved = { $title }
    <b>Done.</b> They say:
    “{ $words }”
    Is it solved?
notice-resolved-joined = { $title }
    <b>Done.</b> They say:
    “{ $words }”
notice-closed = { $title }
    I haven't heard from you for two weeks, so it's closed. Not solved? Press Not solved.
notice-closed-joined = { $title }
    The rider hasn't written for two weeks, so it's closed. Still a problem? Just report it again.
notice-rejected = { $title }
    This one isn't ours to fix. Whom to ask:
    “{ $words }”
    If you think it is ours, press the button and say why. It's looked at once more.
button-yours-after-all = It is yours
button-answer = 💬 Answer
ask-reopen-rejected = Why is { $number } one for us after all? A few words, or a photo.

lang-which = 用哪种语言？ Which language?
lang-set = All right, English from now on.
quiet-how = Tell me when not to disturb you, for example:
    /quiet 22:00-8:00 11:00-13:00
    /quiet off any time is fine   /quiet default back to normal
    If something you reported is urgent, I'll still tell you.
quiet-set = All right, quiet at { $hours }.
quiet-off = All right, any time.
quiet-default = All right, quiet at night and in the meal rush.
mute-on = All right, only news of your own cases. Send /mute again for announcements.
mute-off = All right, announcements are on again.
no-news =
    All right. /mute turns announcements off, /quiet sets hours in which I say nothing.
    Of what you reported yourself I still tell you how it goes. Not wanted any more? Open it and press Withdraw.
button-leave-case = 🔕 No more news of { $number }
looks-after =
    📍 { $area }
    👤 { $names }, led by { $lead }
    Just tell me what is wrong, I pass it on to them.
looks-after-lead =
    📍 { $area }
    👤 { $lead }
    Just tell me what is wrong, I pass it on.
looks-after-where = Which place do you mean? Send your location or write its name, and I tell you who is in charge there.
forget-sure = I'll no longer know who you are, and can't tell you how your cases go on. They'll still be worked on. Sure?
forget-sure-all =
    I'll no longer know who you are, and can't tell you how your cases go on. They'll still be worked on.
    Gone for good too: { $what }.
    Sure?
going-between = {", "}
going-points = { $count } points
going-waiting =
    { $count ->
        [one] the points of one report that still wait
       *[other] the points of { $count } reports that still wait
    }
going-gifts =
    { $count ->
        [one] one gift you haven't fetched
       *[other] { $count } gifts you haven't fetched
    }
going-coupons =
    { $count ->
        [one] one coupon
       *[other] { $count } coupons
    }
going-posts = being a mobile grid member
going-shops = being a shop's contact
forget-kept = Nothing was deleted.
forget-carrying = You still carry open cases. Hand them on first, then send /forget.
forget-done = Deleted. If you need me again, send /start.
help-is-there = Good, help is there. If somebody is still in danger, tell me what happened and where.
kept-of-you =
    I keep what you are called, what you send me (words, photos, places) and your reports, to get things done.
    No phone number, unless you write one.
    /my shows your reports; /forget deletes what I know of you.
digest-held = <b>I didn't disturb you. Here { $count ->
        [one] is 1 message
       *[other] are { $count } messages
    }:</b>

summary-confidential = 🔒 Confidential: only the person in charge, the lead and the mediators read it
summary-named = 🔒 Confidential: not shown to { $names }, goes to whoever leads there
summary-anonymous = 🕶 Anonymous: nobody sees that it was you
button-anonymous = 🕶 Stay anonymous
button-named = Not anonymous
secret-first = 🔒 All right, only the person in charge, the lead and the mediators will read it. Tell me, what is it?
secret-asked = Yes. Write "anonymous" with it and nobody sees that it was you; "don't tell anybody", and only the person in charge, the lead and the mediators read it.
secret-who-reads = I tell neither your boss nor the platform: the people in charge of it read it. Write "anonymous" with it and nobody sees that it was you; "don't tell anybody", and only the person in charge, the lead and the mediators read it.
secret-already = Neither your boss nor the platform will know. This one is confidential already: only the person in charge, the lead and the mediators read it. If they must not see that it was you either, write "anonymous".
secret-kept = 🔒 { $number } is confidential already: only the person in charge, the lead and the mediators read it, and they don't see who reported it.
secret-too = 🔒 All right, I keep it confidential.
unnamed-first = 🕶 All right, nobody will see that it was you. Tell me, what is it?
unnamed-too = 🕶 All right, I keep your name out of it.
secret-now = 🔒 All right, from now on only the person in charge, the lead and the mediators read { $number }.
unnamed-now = 🕶 All right, { $number } says anonymous now: nobody sees that it was you.
private-no-more = All right, { $number } is as it was before.
secret-dropped = All right, it is not confidential.
button-not-secret = Not confidential
like-offer = 👥 Reported nearby: <b>{ $category }</b>, { $area }{ $near }, { $age }; { $count } waiting.
    The same thing? Press Me too, and you'll hear the result as well.
like-metres = , about { $metres } m from here
age-today = today
age-days = { $days ->
    [one] 1 day ago
   *[other] { $days } days ago
}
button-join = 👥 Me too
join-too-late = That one has just been done. You can still send yours:
reported-what = Say what it is and where, and I look whether it was reported:
reported-where = Say where, and I look whether it was reported.
reported-none = Nobody has it open near there.
done-join = 👥 <b>Counted you in: { $number }</b>
    { $name } is in charge. You'll have an answer by { $due }. { $count ->
        [1] You're the first to say Me too.
       *[other] { $count } have said Me too.
    }
    I'll tell you every step. To add something, begin with "add:".
who-follower = another rider
who-joined = you joined this one
my-merged = ➡️ This goes on in { $number }. You'll hear the result all the same.
done-withdraw-others = You won't hear of { $number } any more. Others are waiting too, so the work goes on.
button-ask-later = 🔔 Ask me again in four weeks
toast-ask-later = I'll ask you in four weeks
notice-follow-up = { $title }
    Done four weeks ago. Is it still fine? { $what }
button-still-fine = Still fine
button-broken-again = Broken again
done-still-fine = Good to hear, thank you! <b>{ $number }</b> stays closed.

notice-told = { $title }
    The person in charge says: “{ $words }”
notice-told-colleague = { $title }
    The grid's staff say: “{ $words }”
notice-held = { $title }
    This has to wait until { $until }: “{ $words }”
notice-goes-on = { $title }
    Work goes on. The answer was due { $was_due }; now it's { $due }.
notice-goes-on-same = { $title }
    Work goes on.
notice-extended = { $title }
    It takes a little longer. The answer was due { $was_due }; now it's { $due }.
notice-reclassified = { $title }
    Moved from “{ $was_category }” to “{ $category }”.
notice-reclassified-due = { $title }
    Moved from “{ $was_category }” to “{ $category }”. The answer was due { $was_due }; now it's { $due }.
notice-deliberating = { $title }
    People here have to talk it over first. I'll tell you what comes out.
notice-decided = { $title }
    It's decided: “{ $words }”
notice-merged = { $title }
    Others reported the same. It goes on in <b>{ $other }</b>; you'll hear the result all the same.
notice-unmerged = { $title }
    It's a case of its own again. { $name } is in charge.
notice-undone = { $title }
    The last step doesn't count: { $name } is in charge now, answer by { $due }.

name-ask = By the way, what may we call you? Send "call me Tom", say. Who works on your case does not see it. Rather not? Press "No need".
name-ask-staff = Nobody knows your name yet. Send "call me Tom", say: colleagues and riders will know you by it.
name-set-staff = Good, { $name }. Everybody knows you by that name now.
button-no-name = No need
name-left = All right, I won't ask. If you change your mind: /name and what to call you.
name-set = Good, { $name }. To change it, send /name and the new one.
name-how = Send /name with what we may call you, for example: /name Tom
refuse-name-long = A name has at most { $most } characters. Send a shorter one, for example: /name Tom
refuse-name-address = No addresses, links or numbers in a name, please. Another one, for example: /name Tom
refuse-name-taken = "{ $name }" would be mistaken for somebody of the staff here. Choose another, for example with your surname: /name Tom Wang
name-no-number = A number alone can't be your name: somebody might miss an emergency. To get help, write "call 119", or what has happened. As a name, for example: call me Tom.
refuse-name-staff = You have a role, and everybody knows you by the name you have, so it can't be changed.
notice-shop-passed-on = { $title }
    It was passed on this morning with others. { $name } is in charge; you'll have an answer by { $due }.
