"""What roles may do together."""

from itertools import combinations

from api.permissions import GRANTED, permissions_of
from api.principal import Principal, Role


def test_roles_add_up_but_for_an_applicants_which_would_else_hold_for_every_file() -> None:
    staff = set(Role) - {Role.APPLICANT}
    for number in (1, 2, 3):
        for roles in map(frozenset, combinations(staff, number)):
            assert permissions_of(roles) == frozenset().union(*(GRANTED[each] for each in roles))
            assert permissions_of(roles | {Role.APPLICANT}) == permissions_of(roles)


def test_only_an_applicant_is_bound_to_its_own_files() -> None:
    def reach(*roles: Role) -> frozenset[str] | None:
        return Principal(id="anna", organisation="demo", roles=frozenset(roles), subjects=frozenset({"own"})).reach.subjects

    assert reach(Role.APPLICANT) == frozenset({"own"})
    assert reach(Role.AUDITOR) is None
    assert reach(Role.APPLICANT, Role.AUDITOR) is None
