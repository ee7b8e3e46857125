"""
What an applicant may be asked for: three lists and a fourth.

Required to register the request, required to process it, on request; and never. The annex of the arrêté of 20 April 2022
is limitative: every rule but the last list's cites it, or the rules do not start. It was not read verbatim: a rule also
names the pages that repeat it.
"""
