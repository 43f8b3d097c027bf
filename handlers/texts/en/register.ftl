# The papers: the register (/register) and the dispatch slip (/slip). What stands on paper speaks to nobody in person.

commands-register = Register
commands-slip = Slip

register-done = Register: { $area }, { $first } to { $last }, { $count ->
    [one] 1 row
   *[other] { $count } rows
}.
register-cut = Register: { $area }, { $first } to { $last } has { $count } rows; only the first { $most } are in it. Please get the rest month by month, for example /register 2026-10
register-soon = Making the register, { $count ->
    [one] 1 row
   *[other] { $count } rows
}; it comes in about half a minute.
register-none = Nothing came in for { $area } from { $first } to { $last }, so there is no register.
refuse-register = I can't make out “{ $word }”. You can write:
    /register last month　/register G07 7 days　/register 2026-10 hazard
register-file = Register { $area } { $first }_{ $last }.xlsx
register-title = Register of cases　{ $area }　{ $first } to { $last }
register-sheet = Register
register-about = About
register-about-made = Taken out at { $at } by { $name }; as things stood then.
register-about-count = { $count } rows of the { $all } in this period.
register-about-private = Confidential cases show number, category, area, state, who is in charge and times only; no case shows who reported it.
register-about-late = Late: taken after its deadline, or answered after its deadline, or neither when this was taken out.
register-about-parts = Each part of a case for several offices has a row of its own; “Part of” names the whole.
register-yes = yes
register-no = no
register-number = Number
register-filed = Reported
register-kind = Kind
register-category = Category
register-area = Area
register-place = Place
register-words = Words
register-urgency = Urgency
register-state = State
register-carer = In charge
register-team = Post / office
register-accept-due = Take by
register-accepted = Taken
register-resolve-due = Answer by
register-resolved = Done
register-closed = Closed
register-late = Late
register-reopened = Times reopened
register-raised = To the next level
register-rating = Rating
register-answer = Answer
register-joined = Joined
register-parts = Parts
register-whole = Part of
register-merged = Merged into
register-state-filed = to be assigned
register-state-assigned = to be taken
register-state-in-progress = in progress
register-state-returned = handed back
register-state-reopened = not solved, back to work
register-state-resolved = done
register-state-closed = closed
register-state-rejected = not ours
register-state-withdrawn = withdrawn
register-state-held = on hold
register-state-verifying = done, to be checked
register-state-deliberating = being talked over
register-state-merged = goes on in another

slip-done = The slip for { $number }: one page, ready to print.
slip-file = Slip { $number }.pdf
slip-title = Dispatch slip
slip-state = State
slip-carer = In charge
slip-area = Area
slip-team = Post / office
slip-accept-due = Take by
slip-resolve-due = Answer by
slip-done-at = { $due } (done { $at })
slip-filed = Reported
slip-supervised = Supervised
slip-joined = Also affected
slip-people = { $count } people
slip-place = Place
slip-map = Scan for the map
slip-answer = Answer
slip-words = What was said
slip-photos = Photos ({ $printed } of { $count })
slip-history = What happened
slip-remarks = Work done, remarks
slip-sign-carer = Done by
slip-sign-lead = Checked by
slip-sign-date = Date
slip-foot = Taken out at { $at } by { $name } · scan for the number, send it to the bot to see the case
