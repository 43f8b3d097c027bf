# What coordinators and leads read.

card-where = 📍 { $where }
card-has-it = 🏘 Now with { $area }
card-who = 👤 { $name } · { $state }
card-voice = 🎤 No words, { $count ->
    [one] 1 voice message
   *[other] { $count } voice messages
} to listen to
card-voice-long = 🎤 No words, { $count ->
    [one] 1 voice message
   *[other] { $count } voice messages
} of { $seconds } s to listen to
card-due = ⏰ { $due }
card-answer = ✅ { $answer }
card-reopened = 🔁 Not solved, { $times ->
    [one] once
   *[other] { $times } times
}
card-missing = 📎 { $count ->
    [one] 1 file is
   *[other] { $count } files are
} gone or won't open

help-coordinator = <b>Coordinator</b>: press "Take it" and "Done" on the cards; notes are under "More…".
    /queue what's open for me and my grids (/queue rubbish only rubbish)   /mine what I carry
    /overdue what's late   /case NUMBER one case
    /onsite solved on the spot, in one go
    All else is behind "More…" on a card. /duty who is on duty   /away take leave
help-lead = <b>Lead</b>: all that a coordinator does, for every case of your area.
    /queue what's open   /overdue what's late   /stats figures
    /similar common problems   /duty the roster   /templates ready answers   /audit who changed what

ask-resolve = <b>{ $number }</b> { $what }
    What was done? A few words, the rider will read them. Best with a photo.
ask-resolve-word = I have the photo. Now a few words: what was done?
ask-return = <b>{ $number }</b> { $what }
    Why are you handing it back? A few words for whoever takes it next.
ask-return-word = A few words: why are you handing it back?
ask-reject = <b>{ $number }</b> { $what }
    Whose is it then? Give the office and its phone number, the rider will read it.
ask-reject-word = A few words: whose is it?
ask-ask = <b>{ $number }</b> { $what }
    What would you like to ask the rider? I pass it on, they won't see your account.
ask-ask-word = A few words: what's the question?
ask-note = <b>{ $number }</b>
    What's the note? Only colleagues see it.
ask-note-word = Got it. Anything to say with it?
ask-onsite = What did you solve on the spot? Send a photo with a few words and it's on record.
ask-onsite-word = Got it. Now a few words: what did you solve?
done-kept-away = { $number } is no longer with you. What you wrote is kept with it.
kept-away = Written by { $name } before it went: { $words }
done-kept = { $why }. What you wrote is kept with { $number }.
done-resolve = { $number } is done and the rider knows. Well done!
done-return = { $number } is handed back. The lead will sort it out.
done-reject = The rider now knows whom to ask about { $number }.
done-photo-on-its-way = 📷 The photo is still on its way; they get it as soon as it is here.
done-photo-kept = 📷 The photo is still on its way; it stays with the note, for colleagues only.
done-out-of-reach = Noted in { $number }. 📵 But the rider can't be reached now; it is there to read when they come back.
done-photo-here = 📷 The photo has come through.
button-ask-again = Ask again
done-ask = Asked. I'll tell you as soon as { $number } has an answer.
done-note = Note kept on { $number }.
done-onsite = { $number } is on record: solved on the spot.
onsite-placed = The place of { $number } is kept.
done-hand-on = { $number } is now with { $name }.

queue-title = <b>Open cases: { $count }</b>, soonest due first
mine-title = <b>What you carry: { $count }</b>, soonest due first
overdue-title = <b>Late already: { $count }</b>, longest first
queue-page = page { $page } of { $pages }
queue-filters = Only: { $what }
queue-ticked = ☑️ { $count } ticked. Press a number to tick it, again to untick it.
queue-answer = With “Done” the riders read: “{ $words }”
list-rest = That was this page; { $count } more in the list are as they were.
queue-mine = Mine
queue-late = Late
queue-unassigned = Not taken
queue-urgent = Urgent
queue-supervised = Supervised
queue-yellow-card = 🟨 Yellow card
queue-red-card = 🟥 Red card
queue-word = “{ $word }”
queue-nothing = Nothing fits: { $what }
    Take a filter away, or try another word, like /queue manhole or /queue wishes; /queue all shows everything
queue-line = { $mark } <b>{ $number }</b> { $category } · { $name }
    { $what } · { $due }
queue-none = Nothing open. Time for a cup of tea.
mine-none = You carry nothing open. /queue shows your grids.
overdue-none = Nothing late. Nice.
button-list-tick = ☑️ Several at once
button-list-report = 🙋 I want to report it
refuse-tick-place = There are only { $most } on this page
button-list-categories = 🏷 Category
button-list-areas = 📍 Grid
button-list-clear = ✖ No filters
button-list-all = All on this page
button-list-rest = ☑️ Tick the rest
button-list-back = ◀ To the list
button-list-mine = 📋 What I carry
button-list-overdue = 📋 What is late
choose-list-category = Which category?
choose-list-area = Which grid?
ask-load = { $name } has { $count }: { $numbers }. Hand all of them to { $whom }? One press does it.
ask-load-these = { $count ->
    [1] Hand { $numbers } on to { $whom }? One press does it.
   *[other] These { $count }: { $numbers }. Hand them on to { $whom }? One press does it.
}
refuse-no-load = { $name } has nothing that you could hand on
none-left = Nothing is left for "{ $button }". What you carry: /mine, all that is open: /queue
none-left-of = Nothing of "{ $what }" is left for "{ $button }". What you carry: /mine, all that is open: /queue
choose-list-whom = Hand these { $count } on to whom?
ask-together = <b>{ $count } done at once</b>: { $numbers }
    What was done? Write a line, with photos if you like; the riders of all of them will see it.
ask-together-word = <b>{ $count } done at once</b>: { $numbers }
    The photo is here and goes with all of them. Now write a line: what was done?
done-together = Done, and the riders know ({ $count }): { $numbers }
done-together-out-of-reach = Done ({ $count }). 📵 But the riders can't be reached now; they can read it when they come back: { $numbers }
done-together-part = Done, and whoever leads the case knows ({ $count }): { $numbers }
done-together-submit = Done; your lead checks them first ({ $count }): { $numbers }
done-together-accept = Taken ({ $count }): { $numbers }
done-together-hand-on = Now with { $name } ({ $count }): { $numbers }
ask-urge = Remind them of { $count }: { $who }? One press, and each gets one message.
urged-one = { $name } { $count }
button-urge = 📣 Remind them
done-urged = Reminded of { $count }: { $who }, one message each.
notice-urged = 📣 { $name } asks you to get on with { $count ->
        [one] this one
       *[other] these { $count }
    }:
    { $numbers }
    /mine shows them all.
urge-by-heads = Reminding colleagues is for the lead. What is late is here:
refuse-all-but = Besides these there is none to which that can be done. Send /queue for the list, then say which to leave out.
orders-undone = I didn't understand “{ $words }”, so that part is not done. Write one line for each case, like “0002 I'll take it”.
done-together-not = ⚠️ { $why }
refuse-old-list = This list is out of date. Send /queue for the newest
refuse-ticked = { $most } at once is the most. Do these first
refuse-nobody-for-all = Nobody could take all of these. Try with fewer
refuse-has-it = { $name } has it already
notice-passed-on = { $name } has handed you { $count ->
        [one] a case. Please take it:
       *[other] { $count } cases. Please take them:
    }
    { $numbers }
    /mine shows them all.
case-several = That could be { $numbers }. Please write the whole number
which-case = Which one?
case-none = I can't find { $number }. Please check the number.
case-none-staff = I can't find { $number }. Please check the number; cases of other grids and confidential ones don't open for you, ask the lead.

notice-yours-now = { $title }
    It's with you now. Please take it.
notice-taken-away = { $name } has handed { $numbers } on to { $to }. You need not go any more.
notice-taken-away-far = { $name } has handed { $numbers } on to another colleague. You need not go any more.
notice-returned = { $title }
    Handed back, please find somebody: “{ $words }”
notice-answered = { $title }
    The rider answers: “{ $words }”
notice-noted = { $title }
    A colleague notes: “{ $words }”
notice-added = { $title }
    The rider adds: “{ $words }”
notice-crew = { $title }
    { $by }: “{ $words }”
notice-complaint = { $title }
    The rider now says of { $name }: “{ $words }” Please look into it.
told-complaint = { $title }
    What you said of { $name } did not go to them; { $head } looks into it.
notice-confirmed = { $title }
    The rider says it's solved. Well done!
notice-reopened = { $title }
    The rider says it isn't solved: “{ $words }”
    Please take it again, answer by { $due }.
notice-not-rejected = { $title }
    The rider says it is ours after all: “{ $words }”
    Please look again, answer by { $due }.
notice-reopened-head = { $title }
    The rider says again that it isn't solved. Please step in: “{ $words }”
notice-all-right-again = { $title }
    The rider says that it is all right again: “{ $words }”
    It is withdrawn, no need to go.
notice-not-needed = { $title }
    The rider says it is not needed any more: “{ $words }”
    Withdrawn, no need to go.
notice-withdrawn = { $title }
    The rider withdrew it. No need to go.

alarm-yellow = ⏳ { $title }
    70% of the time is gone, due { $due }. { $what }
alarm-red = ⏰ { $title }
    Time's up, it was due { $due }. { $what }
alarm-raised = 🔺 { $title }
    { $area }: { $state }, with { $name }, was due { $due } and isn't done, so it comes to you. { $what }

more-alarm-yellow = ⏳ { $count ->
    [one] One more case is
   *[other] { $count } more cases are
 } running out of time. Press a number, or open the list.
more-alarm-red = ⏰ { $count ->
    [one] One more case is
   *[other] { $count } more cases are
 } due now. Press a number, or open the list.
more-alarm-raised = 🔺 { $count ->
    [one] One more case was
   *[other] { $count } more cases were
 } not done in time and came up to you. Press a number, or open the list.
more-alarm-verify = ⏳ { $count ->
    [one] One more case waits
   *[other] { $count } more cases wait
 } for you to look at. Press a number, or open the list.
digest-title = ☀️ <b>Good morning. You carry { $count }, { $late } late</b>
digest-line = { $mark } { $number } { $what } · { $due }
queue-today = Due today
queue-soon = Due by tomorrow
queue-tomorrow = Due tomorrow
queue-week = Due this week
queue-due = Due { $days }
queue-filed-on = Reported { $days }
queue-filed-until = Reported until { $days }
queue-new = New within a day
queue-filed-today = Came in today
queue-filed-yesterday = Came in yesterday
who-has = <b>{ $area }</b>
who-has-none = { $area } has nobody just now.
who-has-line = { $name } · { $roles }{ $gone }
done-press-on = { $number }: { $name } was reminded, and your words stand on it.
ask-for = Could you send { $words }?
ask-to = Could you { $words }?
ask-if = Could you tell us { $words }?
