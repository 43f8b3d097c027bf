# What the rarer steps of a case say, to the people who look after it.

state-held = on hold until its day
state-verifying = done, the lead is checking
state-deliberating = being talked over
state-merged = goes on in another case
due-wakes = on hold until { $at }

urgency-urgent = most urgent
urgency-utility = pressing: within a day
urgency-general = general
urgency-complex = complex, several offices
privacy-open = open: colleagues may read it
privacy-confidential = confidential: only the person in charge, the lead and the mediators read it
privacy-anonymous = anonymous: nobody sees who reported it
supervision-none = none
supervision-normal = Supervised
supervision-yellow = 🟨 Yellow card
supervision-red = 🟥 Red card
words-confidential = (confidential, not shown)
place-confidential = (what was said is confidential) 📍 { $place }

card-confidential = 🔒 Confidential: only the person in charge, the lead and the mediators read it
card-confidential-mark = 🔒 Confidential
card-anonymous-mark = 🕶 Anonymous
card-team = 🏢 { $team }
card-supervised = 📌 { $card }
card-extension = 🕓 More time asked for, until { $at }; the lead decides
card-parts = 🧩 { $count } parts, { $done } done
card-joined = 👥 { $count ->
    [one] 1 more has
   *[other] { $count } more have
} the same problem
card-linked = 🔗 See also { $numbers }
card-merged = ➡️ Goes on in { $number }
card-taken-in = ➕ Merged in, { $number }: “{ $words }”
card-taken-in-bare = ➕ { $number } goes on here
card-taken-in-story = ➕ { $number } before it was merged in:
card-like = ⚠️ Possibly the same as { $numbers }

button-more-acts = More…
button-tell = 💬 Tell the rider
button-note = 📝 Note
button-hold = ⏸ Put on hold
button-resume = ▶️ Go on
button-extend = 🕓 Ask for more time
button-approve = ✅ Allow more time
button-decline = Not allowed
button-category = 🏷 Category
button-urgency = ⚡ Urgency
button-privacy = 🔒 Who may read
button-split = 🧩 Split
button-link = 🔗 Link
button-merge = ➡️ Merge into…
button-merge-into = Merge into { $number }
button-take-in = ⬅️ Merge another into this
button-unmerge = ↩️ Undo the merge
button-deliberate = 🗳 Talk it over
button-decide = 📋 Write the outcome
button-raise = 🔺 To the next level
button-supervise = 📌 Supervise
button-verify = ✅ Checked, fine
button-redo = Not done, again
button-undo-all = ↩️ Undo all { $count }
button-undo = ↩️ Undo this step
button-like = 🔍 See similar ones
button-go-on = That is all ▶
button-days = { $days } d · { $at }
button-into = Merge into { $number }
button-take-in-one = Merge { $number } into this

more-title = <b>{ $number }</b> { $what }
    You can also:
choose-hand-on = { $number }: who should have it?
whom-on-leave = { $name } (on leave)
ask-on-leave = { $name } is on leave until { $at }. Hand it to { $other }, who is there?
ask-on-leave-alone = { $name } is on leave until { $at }, and nobody else is there to take it. Hand it to { $name } all the same?
button-give-other = To { $name }
button-give-still = To { $name } all the same
choose-hold = { $number }: on hold until when?
choose-extend = { $number }: until when do you need?
choose-category = { $number }: which category? The deadline counts again from the report.
choose-urgency = { $number }: how urgent? The deadline counts again from the report.
choose-privacy = { $number }: who may read it?
choose-supervise = { $number }: how firmly?
choose-split = { $number }: who has to do something? Press as many as you need, then “That is all”.
choose-link = { $number }: linked with which? For another send /relate { $number } and its number
ask-same = Are { $first } ({ $seen }) and { $other } ({ $also }) the same? Into which one does the other go?
refuse-two = Which two? Write both numbers, or tick two in a list
choose-merge = { $number }: merge into which? For another send /merge { $number } and its number
choose-take-in = Merge which one into { $number }? For another send /takein { $number } and its number

ask-tell = <b>{ $number }</b> { $what }
    What should the rider hear? Words, photos, voice or a place: I'll pass it on.
ask-tell-word = Got it. Anything to say with it?
ask-hold = <b>{ $number }</b> { $what }
    Why does it have to wait? One sentence; the rider will read it.
ask-hold-word = And one sentence: why does it have to wait?
ask-extend = <b>{ $number }</b> { $what }
    Why do you need more time? One sentence for the lead.
ask-extend-word = And one sentence: why do you need more time?
ask-decline = <b>{ $number }</b>
    Why not? One sentence; they will see it.
ask-decline-word = And one sentence: why not?
ask-raise = <b>{ $number }</b> { $what }
    Why should the next level have it? One sentence.
ask-raise-word = And one sentence: why should the next level have it?
ask-supervise = <b>{ $number }</b> { $what }
    What do you expect? One sentence.
ask-supervise-word = And one sentence: what do you expect?
ask-split = <b>{ $number }</b> { $what }
    What should each of them do? One sentence that all will see.
ask-split-word = And one sentence: what should they do?
ask-redo = <b>{ $number }</b> { $what }
    What is not done yet? One sentence.
ask-redo-word = And one sentence: what is not done yet?
ask-deliberate = <b>{ $number }</b> { $what }
    What is the question? First line the question, then one answer a line. Without answers it is yes, no, not sure.
ask-deliberate-word = And one sentence: what is the question?
ask-decide = <b>{ $number }</b> { $what }
    What came out? Write the outcome; it stays with the case.
ask-decide-word = And one sentence: what came out?
ask-templates = Or press a ready answer; you can still change it:
ask-meant = “{ $words }”
    Is that for <b>{ $numbers }</b>? It goes out once you press.
ask-meant-now = “{ $words }”
    Is that your answer to the question above? It goes out once you press.
ask-to-us = “{ $words }”
    Is that for me, or the words to send? Nobody reads it before you press.
button-to-us = 🐝 It's for you
button-meant = ✅ Yes, send it
template-chosen = The answer will be:
    “{ $words }”
    Press Send it, or write your own.
button-send-template = ✅ Send it

done-accept = { $number } is yours, answer by { $due }.
done-tell = Passed on to the rider of { $number }.
done-hold = { $number } is on hold. I'll remind you on the day.
done-resume = { $number } goes on, due { $due }.
done-extend = Your lead has been asked for more time for { $number }.
done-approve = { $number } has more time now, due { $due }.
done-decline = { $number } gets no extra time, due { $due } as before. They have been told.
done-category = { $number } is “{ $category }” now, due { $due }.
done-urgency = { $number } is now “{ $urgency }”, due { $due }.
done-privacy = { $number } is now { $privacy }.
done-raise = { $number } went to the next level.
done-supervise = { $number } is supervised; { $name } has been told.
done-split = { $number } is in { $count } parts now, all sent out.
done-link = { $number } linked.
done-merge = Merged. It all goes on in { $number }.
done-take-in = Merged. It all goes on in { $number }.
done-unmerge = { $number } goes on by itself again.
done-submit = { $number } is done. Your lead checks it, then the rider hears. Thank you!
done-verify = { $number } is checked and the rider knows.
done-redo = { $number } goes back to { $name }.
done-deliberate = { $number }: the question is out, people can vote.
done-decide = { $number }: outcome noted, it goes on.
done-undo = { $number }: the last step is undone.

notice-resumed = { $title }
    It was on hold until today. Please go on. { $what }
notice-extend = { $title }
    { $by } asks for time until { $until }: “{ $words }”
notice-approved = { $title }
    You have more time: due { $due }.
notice-declined = { $title }
    No extra time, due { $due } as before: “{ $words }”
notice-raised = 🔺 { $title }
    { $area }, from { $by }: “{ $words }”
notice-supervised = 📌 { $title }
    { $card }: “{ $words }”
    Answer by { $due }.
notice-verify = { $title }
    { $by } says it is done. Please check: “{ $words }”
notice-verified = { $title }
    Checked, all fine.
notice-redo = { $title }
    Not done yet, please go on: “{ $words }”
notice-joined = { $title }
    Somebody else has the same problem: “{ $words }”
notice-part-done = { $title }
    { $part } is done: “{ $words }”
    Parts left: { $left }.
notice-parts-done = { $title }
    { $part } is done: “{ $words }”
    That was the last part. Please press Done.
notice-dormant = 💤 { $title }
    Nothing has happened for twenty working days. Still on it? Say a word, or press Done. { $what }
notice-dormant-head = 💤 { $title }
    { $name } has it; nothing has happened for twenty working days. Please have a look. { $what }

merged-note = { $number } was merged into this case
merged-note-words = { $number } was merged into this case: { $words }
unmerged-note = { $number } goes on by itself again
withdrawn-note = The first rider withdrew; others still wait
still-fine-note = Asked after four weeks: still fine

poll-title = 🗳 { $title }
    <b>{ $question }</b>
poll-yes = Yes
poll-no = No
poll-unsure = Not sure
poll-count = Votes so far: { $count }. Press one; you can change it.
poll-closed = { $count ->
    [0] Voting is over; nobody voted.
    [one] Voting is over: 1 vote.
   *[other] Voting is over: { $count } votes.
}
toast-voted = You chose “{ $option }”

like-title = <b>{ $number } may be the same as</b>
like-line = <b>{ $number }</b> { $what } (reported { $at })
similar-title = <b>Places with a common problem: { $count }</b>
similar-line = <b>{ $category }</b> · { $area }: { $count } cases, { $people } people
    { $numbers }
similar-none = No problem stands out.

refuse-part = { $number } is one part of a case. Please do this on the whole case
refuse-parts = A case can have at most { $most } parts
refuse-parts-open = { $number } still has open parts. Get them done first. { $parts }
refuse-no-extension = Nobody has asked for more time for { $number }
refuse-top = { $number } is at the top already
refuse-no-other = I can't find { $number }. Please check the number
refuse-itself = { $number } can't be merged or linked with itself
refuse-merge = { $number } is done or only a part, so it can't be merged
refuse-merge-private = One is confidential and the other is not: they can't be merged
refuse-merge-seen = Somebody who can see { $other } may not read { $number }: they can't be merged
refuse-undo = Nothing to undo. Your own last step can be undone for { $minutes } minutes, until somebody builds on it
refuse-options = At most { $most } answers. Please leave some out
refuse-confidential-poll = A confidential case can't be talked over in a group
refuse-poll-closed = Voting is over
refuse-nothing-more = There is nothing else to do with { $number } right now
refuse-none-link = I see no similar one. Send /relate, your number and the other number
refuse-none-merge = I see no similar one. Send /merge, your number and the other number
refuse-none-take-in = I see no similar one. Send /takein, your number and the other number
refuse-none-category = There is no other category
ask-number = Which one? Press it, or add the number, for example /{ $command } YH26-0001
refuse-which = Please add the number, for example /{ $command } YH26-0001
refuse-day-over = “{ $word }” is over already (a day alone is its morning at nine). Write a later one: tomorrow, 3d, 12-01
refuse-whom-outside = “{ $word }” is not with me, so nothing can go there. If it is theirs: “More…”, then “{ $reject }”, with whom to call. For a colleague press one below.
refuse-which-office = You have nothing in hand. Put the number first: 0001 to { $word }
refuse-whom-nobody = There is nobody in “{ $word }” now. Write another office, a post or a colleague's name
refuse-day-far = “{ $word }” is too far away: a year at most
refuse-not-later = The answer is due by { $due }, and “{ $word }” is no later. Write a later day, or for how many more days: 3d
refuse-day = I can't read the day “{ $word }”. Write 3d (three days) or 12-01
reason-kept = Kept as the reason: “{ $words }”. Until which day? Write 3d, Friday or 12-01, or press one above.
refuse-reopen = { $number } opens again when the rider says it is not solved. If something is left to do, report it as a new one.
refuse-more-days = I can't read the day “{ $word }”. Write 3d (three days) or 12-01
refuse-category = There is no category “{ $word }”. The Category button shows them all
refuse-urgency = There is no “{ $word }”. Write urgent, pressing, general or complex
refuse-privacy = There is no “{ $word }”. Write open, confidential or anonymous
refuse-supervision = There is no “{ $word }”. Write normal, yellow or red
refuse-teams = I can't find “{ $word }”. Write offices or posts with commas between them
ask-whom-alike = More than one is called “{ $word }”. To whom?
refuse-whom-alike = More than one is called “{ $word }”: { $who }. Write the number, like “hand on to #12”
refuse-whom-has-it = { $number } is with { $name } already
refuse-whom = I can't find “{ $word }”. Write a colleague's name, a grid, an office or a post
refuse-merged = { $number } goes on in another case

story-tell = { $name } told the rider
story-hold = { $name } put it on hold
story-resume = It goes on
story-extend = { $name } asked for more time
story-approve = { $name } allowed more time
story-decline = { $name } allowed no more time
story-reclassify = category, urgency or deadline changed
story-category = moved from “{ $was }” to “{ $now }”
story-urgency = urgency changed from “{ $was }” to “{ $now }”
story-privacy = changed from “{ $was }” to “{ $now }”
story-raise = { $name } sent it to the next level
story-supervise = { $name } put it under supervision
story-split = { $name } split it between several
story-link = { $name } linked another case
story-merge = { $name } merged it into another
story-unmerge = { $name } undid the merge
story-submit = done by { $name }, to be checked
story-verify = { $name } checked it
story-redo = { $name } asked to do it again
story-deliberate = { $name } asked everybody
story-decide = { $name } noted the outcome
story-join = joined by { $name }
story-remind = Nothing happened for long, so we asked
story-undo = { $name } undid the last step

duty-title = <b>On duty</b>
duty-now = 🟢 { $name } · { $area }, until { $end }
duty-later = ⚪ { $name } · { $area }, { $start } to { $end }
duty-none = Nobody is down for duty; new cases go to who has the fewest.
    /duty on I am on duty   /duty NAME 08:00-18:00 12-01
duty-how = /duty on I am on duty   /duty off I am done
turn-how = Which day, from when to when? Like this: /duty Zhang 08:00-18:00 12-01
turn-which-hours = { $name }: from when to when? Like this: /duty { $name } 08:00-16:00 { $day }
turn-of-leads = The lead puts people down for duty. For yourself: /duty on; who is there: /duty
turn-tonight = Say “on duty” when you begin, new cases go to you from then on. To put it down before, a lead sends: /duty { $name } 20:00-08:00
ask-turn = Put { $name } down for duty ({ $area }), { $start } to { $end }?
ask-turn-days = Put { $name } down for duty ({ $area }), { $first } to { $last }, { $start } to { $end } each day?
done-duty-days = { $name } is on duty in { $area }, { $first } to { $last }, { $start } to { $end } each day.
told-duty-days = You are on duty in { $area }: { $first } to { $last }, { $start } to { $end } each day.
turn-each = Say who is on which day: “Li on duty Monday, Zhang on duty Tuesday”, and press for each. Who is down now: /duty
button-turn-put = Put { $name } down
is-here = { $name } ({ $area }) is not on leave and carries { $count }{ $gone }
is-here-duty = { $name } ({ $area }) is on duty and carries { $count }{ $gone }
is-gone = { $name } ({ $area }) is away{ $gone } and carries { $count }
load-title = <b>Open cases each</b>, fewest first
load-title-late = <b>Cases in hand, and late ones</b>, most late first
load-line = { $name } · { $count }{ $gone }
load-line-late = { $name } · { $count }, late { $late }{ $gone }
load-how = To hand one on: “lamp to Zhang” or “0002 to Zhang”.
did-own = { $when }: you closed { $count }
did-theirs = { $when }: { $name } closed { $count }
did-line = · { $number } { $what }
did-more = … and { $count } more
did-all = { $when }: how many each has closed
did-each = { $name } · { $count }
duty-none-running = You are not on duty now.
done-duty = { $name } is on duty in { $area }, { $start } to { $end }.
done-duty-off = Fine, you are off duty. New cases go to others.
told-duty = You are on duty in { $area }: { $start } to { $end }.
refuse-shift = I can't read the time. For example: /duty NAME 08:00-18:00 12-01
away-now = ⚪ { $name } is away, back on { $at }
away-later = ⚪ { $name } is away from { $first }, back on { $at }
told-away = { $name } has put you down as away, back on { $at }; new cases go to others. If you are back earlier, send /away back
told-away-later = { $name } has put you down as away from { $first }, back on { $at }. What is open then goes to colleagues. If not, send /away back
told-handed-over = { $count ->
    [one] { $name } has handed your case to a colleague. You are back on { $at }.
   *[other] { $name } has handed your { $count } cases to colleagues. You are back on { $at }.
}
told-back = { $name } has put you down as back. New cases come to you again.
away-how = How long are you away? For example /away 3d, /away 12-01 (the day you are back), or /away 12-01 to 12-03. When you are back send /away back
ask-turn-on-leave = { $name } is on leave then, until { $at }. Put { $other } down for it?
ask-turn-on-leave-alone = { $name } is on leave then, until { $at }, and nobody else is free. Put { $name } down all the same?
button-turn-other = Put { $name } down
button-turn-still = { $name } all the same
ask-off = Shall I put you down as away? From { $first }, back on { $day }. New cases go to others then, and what you carry goes to colleagues when it begins.
stand-in-far = { $name } has no role in your grid: new cases cannot go there, so nothing was put down. What you carry can go: send “give all to { $name }”. For a whole day an admin makes { $name } a coordinator of your grid first.
stand-in-other-far = { $name } has no role here and cannot stand in. An admin makes { $name } coordinator here first; then put the leave down.
off-stand-in = What is not done by then goes to { $to }.
ask-off-plain = Shall I put you down as away? From { $first }, back on { $day }. New cases go to others then.
ask-off-today = Shall I put you down as away? From now until { $day }; new cases go to others.
button-off = Away from { $first }, back { $day }
button-off-now = Away from now, back on { $day }
ask-away = { $name } is away until { $at }; new cases go to others. Hand the open cases ({ $count }) to colleagues: { $whom }?
away-to = { $name } { $count }
ask-away-nobody = { $name } is away until { $at }; new cases go to others. No colleague can take the open cases ({ $count }) now; they stay.
away-kept = All right, the open cases stay. To hand them over, send /away again.
button-hand-over = Hand them over
done-away = { $count ->
    [0] { $name } is away until { $at }. New cases go to others.
   *[other] { $name } is away until { $at }. Open cases handed to colleagues: { $count }.
}
done-away-later = { $name } is away from { $first }, back on { $at }. Until then nothing changes; what is open when it begins goes to colleagues.
done-away-later-to = { $name } is away from { $first }, back on { $at }. Until then nothing changes; what is open when it begins goes to { $to }.
button-keep-then = Keep my cases then
button-no-leave = No leave after all
leave-begun = { $count ->
    [0] Your leave begins; you are back on { $at }. New cases go to others. Back sooner: /away back
   *[other] Your leave begins; you are back on { $at }. Open cases handed to colleagues: { $count }. Back sooner: /away back
}
done-back = Welcome back, { $name }. New cases come to you again.
done-back-of = { $name } is back, new cases come to them again.
thanks-to-filer = Thank you for reporting it.
ask-away-days = How long is { $name } away? Press one, or write it like this: /away { $name } 12-01 (the day they are back)
refuse-away = I can't read “{ $word }”. Write 3d, 12-01 or next monday to wednesday: after today, within a year
refuse-away-other = Only leads and admins put others on leave. { $name } can send /away 3d themselves
refuse-away-elsewhere = { $name } has roles elsewhere too. They can send /away themselves, or somebody above you can
digest-how = When should your morning list come? For example /digest 09:00. For none send /digest off
done-digest = Fine, your list comes at { $at } every morning.
done-digest-off = Fine, no morning list and no Monday summary. /digest on brings them back.
weekly = 📅 <b>{ $area }, last week</b>
    Received { $filed } · closed { $closed } · open { $open } · late { $late }
weekly-line = · { $number } { $name } · { $due }
templates-title = <b>Ready answers</b>
templates-none = No ready answers yet.
templates-line = #{ $id } { $category }: { $words }
templates-how = To add one: /templates add road Mended, thank you
    To remove one: /templates drop NUMBER
done-template = Noted. It is one press away when you press Done: “{ $words }”
done-template-dropped = Gone.
refuse-template = There is no number { $number }, or it is not yours

policy-title = <b>Deadlines now</b> (the first line that fits counts)
policy-line = · { $what }: taken within { $accept }, answered within { $answer } ({ $clock })
policy-how = To change: /policy general 24 168 working
    First the urgency or category, then hours to take it and hours to answer; working counts working hours only, always counts day and night.
policy-wrong = Whose deadlines do you want to change? Press one, or write it like this: /policy general 24 168 working (urgency or category, hours to take it, hours to answer, not fewer)
policy-half = <b>{ $what }</b> now: taken within { $accept }, answered within { $answer } ({ $clock }).
    To change it add two times, hours to take it and hours to answer, not fewer, for example /policy { $word } 2 24. Or press one, you see first what would change:
policy-half-none = <b>{ $what }</b> has no deadlines of its own, its urgency counts.
    To set some add two times, hours to take it and hours to answer, not fewer, for example /policy { $word } 2 24. Or press one, you see first what would change:
button-policy-times = Taken { $accept }, answered { $answer }
policy-all = Everything
policy-preview = <b>{ $what }</b>: taken within { $accept }, answered within { $answer } ({ $clock })
    Open cases counted again: { $count }. Late: { $before } now, { $late } then.
policy-done = Changed: { $what }. Open cases are being counted again.
policy-kept = Fine, nothing changed.
refuse-policy-root = Deadlines are the same everywhere. Please ask an admin of the whole district
button-policy-yes = Change it
button-policy-no = Leave it
clock-working = working hours
clock-around = day and night
span-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
    }
span-hours = { $count } h
route-how = Try a sentence, for example: /route G07 broken manhole cover
route-title = <b>{ $kind } · { $category } · { $area }</b>
route-not = ✗ { $rule }: { $why }
route-named = 🔒 It speaks of { $names }: no rule is asked; they and their colleagues do not read it, it goes to whoever leads
route-kind = another kind
route-category = another category
route-words = none of its words
route-area = another area
route-tag = another trade
route-hours = another time of day
route-days = another day
route-nobody = fits, but there is nobody: skipped
route-rule = ✓ <b>{ $rule }</b>
route-none = No rule fits: the grid's own coordinators
rule-disputes = pay disputes
rule-disputes-alone = pay disputes without a mediator
route-who = 👤 Right now { $name } would get it
admin-rule-skipped = ⚠️ Rule “{ $rule }” sends to { $team }, but there is nobody for { $area }, so I passed it over. Invite somebody with /invite, or change the rule.
button-offices = 🏢 Offices
offices-title = <b>Offices</b> (to invite: /invite coordinator CODE)
photo-before = Before
photo-after = After
button-pass-on = 💬 Tell the rider too
refuse-lost-file = { $number }: one file is gone (perhaps deleted). If it matters, please send it again
refuse-lost-here = One file is gone (perhaps deleted), so I left it out. If it matters, please send it again
done-pass-on = Passed on to the rider of { $number }.
invite-posts = Posts: { $posts }

post-building-head = building head
post-party-guide = community guide
post-property-staff = property staff
post-police = community police officer
post-fire-officer = fire officer
post-mediator = mediator
post-city-management = city management officer
post-volunteer = volunteer

commands-duty = Who is on duty
commands-away = Take leave
commands-similar = Common problems
commands-templates = Ready answers
commands-digest = Morning list
commands-route = Who would get it
commands-policy = Deadlines
done-resolve-part = { $number } done. Whoever leads the case has been told. Thank you!

withdraw-sure-others = Stop waiting for { $number }? Others have the problem too, so it goes on.
button-leave = Stop waiting
left-note = One of them no longer waits
notice-merged-away = { $title }
    It is the same as another and goes on in <b>{ $other }</b>. Nothing left to do here.
alarm-verify = ⏳ { $title }
    { $name } says it is done, but nobody has checked it; that was due { $due }. { $what }
notice-moved-away = 📍 { $title }
    The rider corrected the place: { $area }. { $name } has it now; nothing left to do here.
notice-lies-elsewhere = 📍 { $title }
    The rider corrected the place: { $area }. It is still with you; hand it on if it is not yours.
notice-taken-back = { $title }
    It was taken back from you. Nothing to do.
refuse-poll-staff = Only colleagues of this area vote here
notice-handed-over = { $name } is away; { $count ->
        [one] this case is
       *[other] these { $count } cases are
    } yours now:
    { $numbers }
    /mine shows them all.
words-none = (no words: see the photo or listen)
notice-yours-aside = { $title }
    It is yours now; at present: { $state }.
ask-resolve-part = <b>{ $number }</b> { $what }
    What was done? One sentence for whoever leads the case, best with a photo.
refuse-stands-so = { $number } is so already, nothing was changed.
refuse-lead-only = That step is the lead's. Press "To the next level" or ask the lead
refuse-still-open = { $number } is still being worked on. You will be asked when it is done
day-date = { $day } { $month }

refuse-privacy-named = It speaks of { $names }, and whoever reported it was promised that they do not read it: it stays confidential
ask-privacy-named = { $number } speaks of { $names }. Once it is open they read it. Open it all the same?
button-privacy-still = Open it
button-privacy-keep = Leave it
refuse-privacy-least = This category is always confidential
refuse-poll-open = People are talking it over. Write the outcome first
refuse-own-extension = Your own request has to be allowed by the level above
due-verify = to be checked by { $at }
refuse-shift-past = That shift is over already. Please check the day
notice-new-due = { $title }
    The answer was due { $was_due }; now it's { $due }.

my-held = On hold until { $until }
refuse-part-twice = { $team } has a part of it already
notice-part-rejected = { $part } is not theirs: “{ $words }”
notice-part-dropped = { $title }
    The whole case has ended. Nothing left to do for this part.
done-reject-part = { $number } is out. Whoever leads the case has been told.

# What a group that only reads is told of a case.
board-new = 🆕 { $title }
board-moved = ↪️ now here: { $title }
board-reopened = 🔁 not solved after all: { $title }
board-late = ⏰ overdue: { $title }
ask-off-other = Shall I put { $name } down as away? From { $first }, back on { $day }.
away-none = You are not down as away, cases come to you as usual.
away-none-of = { $name } is not down as away, cases come to them as usual.
refuse-whom-one = One person is in charge of a case: { $who }. Hand it to one of them and write for the other in a note. For several offices press More… → Split
refuse-open-still = { $number } is open still, there is nothing to reopen
