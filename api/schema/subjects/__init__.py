"""The files that decisions are about: reading, listing, changing and comparing them."""
