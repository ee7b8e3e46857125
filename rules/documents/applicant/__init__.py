"""
What an applicant may be asked for: three lists and a fourth.

Required to register the request, required to process it, on request; and never. The annex of the arrêté of 22 December
2020 is limitative: every rule but the last list's cites it, or the rules do not start. It was not read verbatim: a rule also
names the pages that go through it, first the official page F10007 of 2 February 2026.
"""
