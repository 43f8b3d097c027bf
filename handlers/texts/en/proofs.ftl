# The proof slip: number, time of the report, grid and check code; no contents, no name.

button-proof = 🧾 Proof slip
help-proof = 🧾 Once accepted, a proof slip: /proof　Check one you are shown: /check CODE
proof-off = There are no proof slips here yet. To see how your reports stand, send /my
proof-title = Proof of report
proof-minute = Reported at
proof-grid = Grid
proof-code = Check code
proof-says = Shows only that this was reported at this time and accepted. No contents, no judgement.
proof-scan = Scan to check it, or send the code to Gridbee: /check CODE
proof-type = To check it, send the code to Gridbee: /check CODE
proof-done = 🧾 The proof slip of <b>{ $number }</b>, to show to your platform. It has neither your name nor what you reported, and no photo.
    Check code: <b>{ $code }</b>
proof-quiet = This report is confidential, so the grid does not stand on the slip.
proof-which = The proof slip of which report?
proof-none = You have no report yet that gets a proof slip. Once one is accepted, send /proof again.
proof-not-yours = Only whoever made a report gets its proof slip. To check one you are shown, send /check CODE
proof-not-yet = Nobody has taken { $number } yet. Once somebody has, send /proof { $number } again and you get it at once.
proof-withdrawn = { $number } was withdrawn, so it has no proof slip. If the problem is still there, report it again; once accepted you get one.
proof-rejected = { $number } was not accepted, so it has no proof slip. If it should be, send /case { $number } and press “It is yours” to say why.
proof-kind = There is no proof slip for { $number }, as it is no report of that sort. To see how it stands, send /case { $number }
proof-check-how = Please add the code on the slip, like /check YH26-0001-K7QM3-XDP9T
proof-genuine = ✅ This slip is genuine: <b>{ $number }</b>, reported at { $minute }, { $grid }, accepted.
    That is all that can be checked; what was reported and by whom is not public.
proof-void = ⚠️ <b>{ $number }</b> ({ $minute }, { $grid }) had a proof slip, but was withdrawn or not accepted since, so it no longer counts.
proof-unknown = ❌ There is no such code. Please compare it with the slip and send /check CODE again; if there is still none, it is not ours.
proof-no-grid = grid not public
proof-page-genuine = ✅ This slip is genuine; the report was accepted
proof-page-void = ⚠️ There was a slip; its report was withdrawn or not accepted since, so it no longer counts
proof-page-unknown = ❌ There is no such code
proof-page-number = Number
proof-page-minute = Reported at
proof-page-grid = Grid
proof-page-says = Please compare this with the slip you were shown. What was reported and by whom is not public.
proof-page-compare = Please compare the code with the slip; if there is still none, it is not ours.
