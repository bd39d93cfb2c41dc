from __future__ import annotations

from mhdesk.domain.people import PERMISSIONS, Permission, Role, User
from mhdesk.domain.vocabulary import vocabulary


def test_every_role_has_permissions_and_a_word() -> None:
    assert set(PERMISSIONS) == set(Role)
    assert set(vocabulary("user_roles").codes()) == set(Role)


def test_who_looks_after_keys_or_privacy_does_no_casework() -> None:
    for role in (Role.ADMINISTRATOR, Role.PRIVACY_OFFICER):
        assert not PERMISSIONS[role] & {
            Permission.WRITE,
            Permission.DECIDE,
            Permission.IMPORT,
            Permission.PUBLISH,
        }
    assert not User(1, "Beheer", Role.ADMINISTRATOR).may(Permission.READ)
    assert User(1, "FG", Role.PRIVACY_OFFICER).may(Permission.READ)


def test_somebody_in_every_permission_can_be_found() -> None:
    assert set().union(*PERMISSIONS.values()) == set(Permission)
