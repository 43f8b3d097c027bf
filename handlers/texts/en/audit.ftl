# What was changed, a line an act.

audit-title = <b>What was changed</b>
audit-none = Nothing has been changed yet.
audit-title-about = <b>What was changed</b> · only { $what }
audit-none-about = Nothing was changed about { $what }. /audit shows everything
refuse-audit = I can't tell what “{ $word }” is. Write a number, a name or a day: /audit yesterday, /audit Anna last week
audit-line = · { $at } { $who }: { $what }
button-newer = ◀ Newer
button-older = Older ▶

audit-grant = made { $person } { $role } of { $area }
audit-signout = signed { $person } out of the web page
audit-revoke = took the role of { $role } in { $area } from { $person }
audit-invite = invited somebody as { $role } of { $area }
audit-joined = took an invitation and is { $role } of { $area }
audit-bind = gave a group to { $area }
audit-unbind = took the group of { $area } away
audit-bind-moved = moved a group from { $was } to { $area }
audit-announce = told { $count ->
    [one] 1 person
   *[other] { $count } people
} in { $area }
audit-limit = { $accept } to take it, { $answer } to answer ({ $clock })
audit-policy = changed the deadlines of “{ $what }” from { $was } to { $now }
audit-policy-first = set the deadlines of “{ $what }” to { $now }
audit-template = added the ready answer “{ $words }”
audit-template-dropped = dropped the ready answer “{ $words }”
audit-duty = put { $person } on duty in { $area }
audit-duty-hours = put { $person } on duty in { $area }, { $start } to { $end }
audit-away = put { $person } down as away
audit-away-until = put { $person } down as away until { $until }
audit-back = put { $person } down as back
audit-handed-over = handed what { $person } carried ({ $moved }) to colleagues
audit-forgotten = deleted what I knew of somebody, as they asked
audit-load = loaded the areas anew: { $areas } areas, { $places } places
audit-station = changed the rest station { $station } ({ $what })
audit-load-services = loaded the service menu anew: { $listings }
audit-load-resources = loaded the resources anew: { $listings }
audit-load-stations = loaded the rest stations anew: { $stations }
audit-roster = loaded a roster: { $added } shifts added, { $replaced } replaced

audit-case = { $what } ({ $number })
audit-case-changed = { $what } ({ $number }: { $changes })
audit-from-to = { $what } from { $was } to { $now }
audit-and = {", "}
audit-nothing = nothing
audit-field-category = category
audit-field-urgency = urgency
audit-field-privacy = who may see it
audit-field-supervision = supervision
audit-field-assignee-id = in charge
audit-field-post = post
audit-field-office = office
audit-field-area = grid
audit-field-resolve-due = deadline

audit-did-accept = took it
audit-did-assign = gave it to somebody
audit-did-hand-on = handed it on
audit-did-return = handed it back
audit-did-ask = asked the rider
audit-did-tell = told the rider
audit-did-resolve = got it done
audit-did-close = closed it
audit-did-reject = said it is not ours
audit-did-escalate = told the next level
audit-did-on-site = solved it on the spot
audit-did-hold = put it on hold
audit-did-resume = went on with it
audit-did-extend = asked for more time
audit-did-approve = allowed more time
audit-did-decline = allowed no more time
audit-did-reclassify = corrected it
audit-did-raise = sent it to the next level
audit-did-supervise = put it under supervision
audit-did-split = split it between several
audit-did-link = linked another case
audit-did-merge = merged it into another
audit-did-unmerge = undid the merge
audit-did-submit = said it is done, to be checked
audit-did-verify = checked it
audit-did-redo = asked to do it again
audit-did-deliberate = asked everybody
audit-did-decide = noted the outcome
audit-did-remind = asked how it goes
audit-did-undo = undid the last step
