# The three lists: needs, resources, projects

button-listings-need = 📋 Needs
button-listings-resource = 🎁 Resources
button-listings-project = 🤝 Projects
button-listing-publish = ✅ Put it on the list
button-listing-drop = Don't list it
button-listing-field = About
button-listing-area = Where
button-listing-times = When
button-listing-many = How many
button-listing-until = Until
button-listing-keep-need = ✅ Still needed, keep it
button-listing-keep-resource = ✅ Still there, keep it
button-listing-withdraw = Take it off
button-listing-withdraw-order = I don't need it
button-listing-match = ✅ { $place }. Use “{ $words }”
button-listing-finish = ✅ Done
button-listing-witness = ✅ I looked: it's done
button-listing-call-off = It won't work out
button-listing-stop-order = Let somebody else do it
button-listing-stop-project = Stop this project
button-listing-say = 💬 Pass on a word
button-listing-show = Open it

listing-state-draft = not on the list yet
listing-state-dropped = never listed
listing-state-open = on the list
listing-state-met-need = in a project already
listing-state-met-resource = all taken
listing-state-running = under way
listing-state-done = done
listing-state-ended = over, its time was up
listing-state-withdrawn = taken off

times-any = at any time
times-workdays = on workdays
times-weekends = at weekends
times-days = by day
times-evenings = in the evening
times-nights = at night
times-weekend-days = weekends by day
times-workday-days = workdays by day
times-monday = on Mondays
times-tuesday = on Tuesdays
times-wednesday = on Wednesdays
times-thursday = on Thursdays
times-friday = on Fridays
times-saturday = on Saturdays
times-sunday = on Sundays

listing-day-year = { $day } { $year }
listing-apart = {", "}
listing-areas-more = { $count } more
listing-amount = { $many }{ $measure ->
       *[other] {""}
    }
listing-amount-bare = { $many }
listing-days = { $days ->
        [one] 1 day
       *[other] { $days } days
    }

# --- writing it down ---

listing-draft-need = 📋 <b>Need: { $words }</b>
    { $field } · { $place }
    { $times } · { $capacity } wanted · until { $day }
    All right? Put it on the list, or press what should be different.
listing-draft-resource = 🎁 <b>Resource: { $words }</b>
    { $field } · { $place }
    { $times } · { $capacity } to give · until { $day }
    All right? Put it on the list, or press what should be different.
listing-which-field = What is “{ $words }” about?
listing-which-area = Where is “{ $words }”?
listing-which-times = What times suit “{ $words }”?
listing-which-many = How many for “{ $words }”? People, times or pieces.
listing-which-until = How long should “{ $words }” stay on the list?

done-listing-need = 📋 It's on the list. These resources fit; press one and it's a project:
done-listing-need-alone = 📋 It's on the list. Nothing fits right now; I'll tell you as soon as something does.
done-listing-resource = 🎁 It's on the list and fits { $needs ->
        [one] one need
       *[other] { $needs } needs
    }. Whoever decides there knows.
done-listing-resource-alone = 🎁 It's on the list. No need fits right now; when one does, its coordinator will hear of it.
done-listing-drop = “{ $words }” isn't listed.
done-listing-keep = All right, “{ $words }” stays until { $day }.
done-listing-withdraw = “{ $words }” is off the list.

# --- the lists ---

listings-need = <b>📋 Needs around here</b> ({ $count }). Open one to see what fits; for a new one send /needs and a sentence.
listings-resource = <b>🎁 Resources around here</b> ({ $count }). For a new one send /resources and a sentence.
listings-project = <b>🤝 Projects under way</b> ({ $count }):
listings-none-need = No needs around here. Send /needs and a sentence, like: /needs three old people want a haircut at home
listings-none-resource = No resources around here. Send /resources and a sentence, like: /resources free haircuts on Wednesdays for ten
listings-none-project = No projects under way here. When a need and a resource fit, they make one.
listing-line-need = 📋 <b>{ $words }</b>
    { $field } · { $place } · { $times } · { $left } of { $capacity } wanted · until { $day }
listing-line-resource = 🎁 <b>{ $words }</b>
    { $field } · { $place } · { $times } · { $left } of { $capacity } left · until { $day }
listing-line-project = 🤝 <b>{ $words }</b>
    { $field } · { $place } · { $times } · for { $capacity } · to be done by { $day }

listing-page-state = Now: { $state }
listing-page-whose = From: { $whose }
listing-page-keeper = Listed by { $name }
listing-page-charge = { $name } is in charge
listing-page-carrier = 🙋 { $name } took it on
listing-page-mine = 🙋 You took it on
listing-page-resource = With: { $words }
listing-page-side-need = For the need: { $name }
listing-page-side-resource = For the resource: { $name }

# --- why it fits ---

listing-suggest-title = 💡 Something fits “{ $words }”:
listing-suggested = { $place }. <b>{ $words }</b> ({ $area })
listing-why = {"   "}Both about { $field }; { $near }; both can make it { $times }; { $wanted } wanted, { $left } left there
listing-why-part = {"   "}Both about { $field }; { $near }; both can make it { $times }; { $wanted } wanted, { $left } left there: a part of it
listing-still-wanted = Still wanted: { $left }. It stays on the list for them.
listing-near-same = right in { $area }
listing-near-within = one lies in the other: { $area }
listing-near-beside = next door: { $area }
listing-another-confirms = {"   "}That resource comes from you, so a colleague or your lead decides. They know.
listing-none-fits = Nothing fits right now.

# --- a project ---

done-listing-match = 🤝 Settled: “{ $resource }” for “{ $need }”. You're in charge, to be done by { $day }. Both sides know.
notice-listing-met = 🤝 There's something for “{ $words }”: { $resource }. { $name } is in charge, to be done by { $day }. Press when it's done.
notice-listing-give = 🤝 “{ $resource }” is wanted: somebody needs “{ $words }” ({ $many }), by { $day }. { $name } is in charge and will agree on a time with you.
done-listing-finish = 🎉 “{ $words }” is done. Thanks for telling me.
done-listing-witness = “{ $words }”: noted as done.
notice-listing-done = 🎉 “{ $words }” is done and confirmed.
notice-listing-thanks = 🎉 “{ $words }” is done. Thank you for your help!
took-30 = Half an hour
took-60 = 1 hour
took-120 = 2 hours
took-none = Don't count it
button-listing-thank = ✍️ Write thanks
ask-listing-hours = How long did “{ $what }” take? It counts as their service.
ask-listing-thanks = Press a sign for whoever did “{ $what }”, or write a line. No names.
ask-listing-hours-thanks = How long did “{ $what }” take? It counts as their service. And a sign or a line of thanks? No names.
ask-listing-thank = What shall I say to whoever did “{ $what }”? One line, no names.
done-listing-hours = Noted, thank you.
done-listing-thank = Passed on.
notice-listing-thanked = 💌 Whoever ordered “{ $words }” says:
    “{ $said }”
notice-listing-hours = 🧾 “{ $words }” was done, and nobody said how long it took. If you know, say so: it counts as service of whoever did it. After { $day } it can't be said any more.
refuse-listing-thanked = They have your thanks already.
refuse-hours-late = That's too long ago: how long something took can be said within 14 days.
refuse-hours-said = That was said already.
notice-listing-done-yours = 🎉 “{ $words }” is done. If it isn't, please tell your coordinator.
done-listing-call-off = “{ $words }” won't happen this time. The need is back on the list, the resource is free again, and both sides know.
done-listing-stop-order = All right, “{ $words }” goes to somebody else. Both sides know, and I'll ask around again.
notice-listing-off-need = “{ $words }” didn't work out this time. It's back on the list, and we'll go on looking.
notice-listing-off-need-by = { $name } stopped the project for “{ $words }”. It's back on the list and we go on looking.
notice-listing-off-resource = “{ $words }” isn't needed this time. Your resource is free again, thank you.
notice-listing-off-resource-by = { $name } stopped the project for “{ $words }”. Your resource is free again, thank you.
notice-listing-withdrawn-need = { $name } took the need “{ $words }” off the list.
notice-listing-withdrawn-resource = { $name } took the resource “{ $words }” off the list.

# --- its time is up ---

notice-listing-dropped = “{ $words }” was never put on the list, so I put it away. Send it again if you still want it.
notice-listing-ends-need = 📋 The need “{ $words }” ends on { $day }. Still needed? Without a press it comes off then.
notice-listing-ends-resource = 🎁 The resource “{ $words }” ends on { $day }. Still there? Without a press it comes off then.
notice-listing-ended-need = 📋 The need “{ $words }” is over and off the list. Still needed? List it again.
notice-listing-ended-resource = 🎁 The resource “{ $words }” is over and off the list, thank you. Still there? List it again.
notice-listing-due = 🤝 The project “{ $words }” is to be done by { $day }. You're in charge.
notice-listing-due-need = 🤝 Is “{ $words }” done? It was promised by { $day }.
notice-listing-due-taken = 🙋 Will you get to “{ $words }” by { $day }? If not, choose another day or let others do it; that's fine. Three days later, if nobody says it's done, I ask others.
notice-listing-late-order = 🧾 The order “{ $words }” was taken on, but by { $day } nobody has said that it is done. Please ask, and let others do it if need be.
notice-listing-late = ⏰ The project “{ $words }” was to be done by { $day } and isn't. { $name } is in charge. Please look into it.
notice-listing-late-yours = ⏰ The project “{ $words }” is past { $day }; your lead knows. If it won't work out, press below, and the need goes back on the list.
notice-listing-late-need = 🤝 Is “{ $words }” done? Press below if it is. Otherwise I ask others on { $day }.
notice-listing-back-order = 🧾 Nobody said that your order “{ $words }” is done, so I'm asking others. If it is done, take the order back.
notice-listing-back-taken = 🙋 I've asked others to do “{ $words }”; you needn't any more. Thank you for being ready to.

# --- when it can't be done ---

refuse-listing-off = There are no lists of needs and resources here.
refuse-listing-gone = That isn't on the lists any more.
refuse-listing-not-yours = That isn't yours to press.
refuse-listing-in-hand = Somebody is on this already. Only they, whoever asked for it, or the lead above them can stop it.
refuse-listing-not-now = This one is { $state }; there's no need to press that.
refuse-listing-taken = A moment too late: that need or resource was just taken, or doesn't fit any more. Open the need to see others.
refuse-listing-gains = This is your own need; a coordinator decides.
refuse-listing-offers = That resource comes from you; a colleague or your lead decides.
refuse-listing-theirs = Whoever needs it says when it's done. If they haven't by the day that was agreed, look again then.
refuse-listing-long = Too long: { $letters } characters at most. Make it shorter and send it again.
refuse-listing-contact = No phones, WeChat names, door numbers or links on the lists: other coordinators read them too. Leave them out and send it again.
refuse-listing-no-area = No grid is yours yet, so you can't list anything.
refuse-listing-many = It must be a number from 1 to { $most }. Write another one.
refuse-listing-days = { $most } days at most. Choose an earlier day.

# --- ordering ---

menu-order = 🧾 Order a service
button-listing-order = 🧾 Order this
button-listing-claim = 🙋 I'll do it
button-listing-skip = Just order it
button-listing-elsewhere = Elsewhere
button-listing-menu = ◀ All services
menu-services = <b>🧾 What you can order in { $area }</b>. Press a kind, or send /order and a word, like: /order haircut
menu-services-where = <b>🧾 The service menu</b>. Where are you?
menu-services-none = Nothing can be ordered here yet.
menu-services-of = <b>🧾 { $field }</b> ({ $count }) · { $area }
menu-services-found = 🧾 What fits “{ $words }”:
menu-services-unknown = Nothing on the menu fits “{ $words }”. Here's what there is:
listing-subject = { $field } { $count }
listing-line-service = 🧾 <b>{ $words }</b>
    { $field } · { $place } · { $times } · { $left } of { $capacity } left · until { $day }
listing-line-order = 🧾 <b>{ $words }</b>
    { $field } · { $place } · { $times } · waits until { $day }
listing-line-taken = 🧾 <b>{ $words }</b>
    { $field } · { $place } · { $times } · taken on
listing-line-carried = 🙋 <b>{ $words }</b>
    { $field } · { $place } · { $times } · to be done by { $day }
listing-state-waiting = waiting for somebody
listing-state-taken = taken on
listing-ordered-waits = 🧾 I ordered: { $words } · waiting for somebody
listing-ordered-taken = 🧾 I ordered: { $words } · somebody took it on
listing-ordered-here = 🧾 Waiting for somebody: { $words }
listing-taken-on = 🙋 I took on: { $words }
listing-note = 💬 { $note }

ask-listing-order = When and where would you like “{ $what }”, and what should they know? One line; only whoever takes it on and the coordinator read it.
done-listing-order = 🧾 Ordered: “{ $words }” ({ $area }). The volunteers and the coordinator there know; I'll tell you when somebody takes it on.
notice-listing-withdrawn-order = { $name } took your order “{ $words }” off the list; it can't be done this time. Send /order for another, or just say what help you need.
notice-listing-ordered = 🧾 Somebody ordered “{ $words }” ({ $area }), wanted by { $day }. The first to press has it.
done-listing-claim = 🙋 It's yours, thank you! “{ $words }” ({ $area }), any time until { $day }.
notice-listing-claimed = 🙋 { $name } has taken on your order “{ $words }”, by { $day }. Press when it's done.
done-listing-let-go = No problem: others can take on “{ $words }”. Thank you for trying.
ask-listing-word = What shall I pass on about “{ $what }”? One sentence, like a time or a question. No phones, WeChat names or door numbers.
done-listing-word = Passed on. For ten minutes what you write goes there too; to stop write “that's all”.
listing-for-whom = Pass on “{ $words }”? One press does it, nobody sees it before.
button-pass-to-carrier = 💬 To whoever took on “{ $what }”
button-pass-to-orderer = 💬 To whoever ordered “{ $what }”
went-to-carrier = Passed on to whoever took on “{ $what }”.
went-to-orderer = Passed on to whoever ordered “{ $what }”.
notice-listing-said = 💬 Whoever ordered “{ $words }” says:
    “{ $said }”
notice-listing-said-back = 💬 Whoever took on “{ $words }” says:
    “{ $said }”
refuse-listing-home-said = I don't pass on homes or door numbers, which is safer for both. Leave it out and write it again: meet downstairs or at a station.
notice-listing-off-order = Your order “{ $words }” didn't work out this time; I'll ask others.
notice-listing-off-order-by = { $name } wants somebody else to do your order “{ $words }”; I'll ask around again.
notice-listing-off-charge = “{ $words }” isn't needed any more, thank you.
notice-listing-off-charge-by = { $name } stopped “{ $words }”; nothing more to do there, thank you.
notice-listing-off-charge-order = Whoever ordered “{ $words }” doesn't need it any more. Thank you all the same.
notice-listing-off-charge-order-by = { $name } wants somebody else to do “{ $words }”, which you had taken on. Thank you for offering.
notice-listing-ends-order = 🧾 Nobody has taken on your order “{ $words }” yet; it ends on { $day }. Do you still want it? I asked them once more.
notice-listing-ended-order = 🧾 Nobody took on your order “{ $words }” in time, so it's off. Sorry. Order it again, or just send me a sentence and ask for help.
refuse-listing-none-left = “{ $words }” is all taken; have a look at the others.
refuse-listing-orders = You have { $most } orders open. Order again when one is done.
refuse-listing-claimed-already = It's yours already.
refuse-listing-claimed = A moment too late: somebody took it on already. Thank you!
notice-menu-ends = 🧾 { $count ->
        [one] One service on the menu ends on { $day } and comes off then.
       *[other] { $count } services on the menu end on { $day } and come off then.
    } To keep them, load a new file (gridbee load services).
notice-menu-ended = 🧾 { $count ->
        [one] One service on the menu has run out and is off it.
       *[other] { $count } services on the menu have run out and are off it.
    }

button-listing-words = Wording
button-listing-whose = Who gives it
button-listing-type = ✍️ I'll type it
ask-listing-part = Write it, and it's changed.
ask-listing-part-area = Where is “{ $what }”? The name or code of a grid; several apart by a space.
ask-listing-part-many = How many for “{ $what }”? A number.
ask-listing-part-until = Until when does “{ $what }” stay? A day like 1 Dec, or 20 days.
ask-listing-part-words = How should “{ $what }” read? One sentence; no names, phones or door numbers.
ask-listing-part-whose = Who gives “{ $what }”? A shop or a group; no phones.
done-listing-part = Changed.
refuse-listing-area = I don't know that place, or it isn't around you. The name or code of a grid, like G01.
button-listing-from-case = 📋 List as a need
button-listing-case = 📄 Open the case
refuse-listing-case = That can't be listed: it takes an open call for help or wish that isn't confidential.
refuse-listing-own = You reported this yourself; a colleague lists it.
notice-listing-case-over = The case of “{ $words }” is closed, so the need is off the list too.
notice-listing-yours-now = Whoever kept “{ $words }” has left; it is yours now, until { $day }.
help-matching = 🧾 Send /order to see the services of your grid; the first who takes your order on has it.
help-listings = 📋 /needs, /resources, /projects: add a sentence to list one, and what fits says why.

# --- /stats ---

stats-needs = 📋 Needs { $needs }, resources { $resources }, projects { $projects }, done { $done }
stats-orders = 🧾 Orders { $orders }, taken on { $claimed }, done { $served }

button-listing-later = Another day
button-listing-hand-on = Hand it on
listing-which-later = How many more days for “{ $words }”, from today?
listing-which-hand-on = Who takes over “{ $words }”?
done-listing-later = All right, “{ $words }” is to be done by { $day } now. Both sides know.
done-listing-hand-on = { $name } is in charge of “{ $words }” now.
notice-listing-later = 🤝 “{ $words }” is to be done by { $day } now.
notice-listing-handed-over = 🤝 { $name } is in charge of the project “{ $words }” now. Thank you for what you did for it.
notice-listing-charge = 🤝 { $name } is in charge of “{ $words }” now, to be done by { $day }.
notice-listing-handed-on = 🤝 { $name } hands you the project “{ $words }”, to be done by { $day }.
refuse-listing-nobody = No other colleague can take it over: not whoever offers the resource, nor whoever gains by it.
refuse-menu-off = There is no service menu here. Whatever you need, just send it.
refuse-listing-often = That was a lot of orders for one day. Try again tomorrow.
