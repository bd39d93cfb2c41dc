"""Small sealed files."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.vault import age
from mhdesk.vault.age import Reason, SealedError
from tests.vault.registries import QUICK, Registry

CONTENT = b'{"format": "x"}'


def reason_of(sealed: bytes, passphrase: str = "woord") -> Reason | None:
    """Return why a file did not open, None when it did."""
    try:
        age.open_with_passphrase(sealed, passphrase)
    except SealedError as error:
        return error.reason
    return None


@given(st.binary(max_size=2000), st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_pyrage_opens_what_we_seal_with_a_passphrase(content: bytes, passphrase: str) -> None:
    sealed = age.seal_with_passphrase(content, passphrase, work_factor=1)
    assert pyrage.passphrase.decrypt(sealed, passphrase) == content


@pytest.mark.parametrize("size", [0, 1, age.MOST_CONTENT - 1, age.MOST_CONTENT])
def test_content_of_every_size_up_to_the_bound_comes_back(size: int) -> None:
    content = bytes(size)
    assert age.open_with_passphrase(age.seal_with_passphrase(content, "woord", QUICK), "woord") == content


def test_content_beyond_the_bound_is_refused() -> None:
    with pytest.raises(ValueError, match=str(age.MOST_CONTENT + 1)):
        age.seal_with_passphrase(bytes(age.MOST_CONTENT + 1), "woord", QUICK)


def test_the_same_content_never_seals_to_the_same_file() -> None:
    sealed = {age.seal_with_passphrase(CONTENT, "woord", QUICK) for _ in range(5)}
    assert len({file[40:] for file in sealed}) == 5


def test_a_wrong_passphrase_is_a_wrong_key() -> None:
    assert reason_of(age.seal_with_passphrase(CONTENT, "woord", QUICK), "Woord") is Reason.WRONG_KEY


def test_every_flipped_byte_keeps_a_passphrase_file_closed() -> None:
    sealed = age.seal_with_passphrase(CONTENT, "woord", QUICK)
    reasons = []
    for place in range(len(sealed)):
        flipped = bytearray(sealed)
        flipped[place] ^= 1
        reasons.append(reason_of(bytes(flipped)))
    assert set(reasons) <= {Reason.WRONG_KEY, Reason.DAMAGED}
    wrapped_key = sealed.index(b"---")
    assert set(reasons[wrapped_key:]) == {Reason.DAMAGED}


def test_every_cut_keeps_a_passphrase_file_closed() -> None:
    sealed = age.seal_with_passphrase(CONTENT, "woord", QUICK)
    assert {reason_of(sealed[:length]) for length in range(len(sealed))} == {Reason.DAMAGED}
    assert reason_of(sealed + b"x") is Reason.DAMAGED


@pytest.mark.parametrize("log_n", [b"21", b"22", b"63", b"99", b"999"])
def test_more_than_2_to_the_20_is_refused_from_the_header(log_n: bytes) -> None:
    sealed = age.seal_with_passphrase(CONTENT, "woord", QUICK)
    costly = re.sub(rb"(-> scrypt \S+) \d+", rb"\1 " + log_n, sealed)
    before = time.process_time()
    assert reason_of(costly) is Reason.TOO_MUCH_WORK
    assert time.process_time() - before < 0.1


@pytest.mark.parametrize("log_n", [b"0", b"018", b"-1", b"1e1", b"0x10", b"1000", b""])
def test_a_work_factor_that_is_no_number_is_damage(log_n: bytes) -> None:
    sealed = age.seal_with_passphrase(CONTENT, "woord", QUICK)
    assert reason_of(re.sub(rb"(-> scrypt \S+) \d+", rb"\1 " + log_n, sealed)) is Reason.DAMAGED


def test_2_to_the_20_itself_is_not_refused() -> None:
    sealed = age.seal_with_passphrase(CONTENT, "woord", QUICK)
    age.require_passphrase_file(re.sub(rb"(-> scrypt \S+) \d+", rb"\1 20", sealed))


SHORT_OF_MEMORY = """
import re, resource, sys
from mhdesk.vault import age
sealed = age.seal_with_passphrase(b"", "woord", 10)
costly = re.sub(rb"(-> scrypt \\S+) \\d+", rb"\\1 20", sealed)
resource.setrlimit(resource.RLIMIT_AS, (800 << 20, 800 << 20))
try:
    age.open_with_passphrase(costly, "woord")
except age.SealedError as error:
    print(error.reason.name)
"""


def test_a_machine_without_memory_is_not_taken_for_damage() -> None:
    """2^20 needs a gigabyte; the process that asks may have 800 megabytes."""
    command = [sys.executable, "-c", SHORT_OF_MEMORY]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    assert run.stdout.strip() == "BUSY"


def test_what_pyrage_seals_opens_here() -> None:
    assert age.open_with_passphrase(pyrage.passphrase.encrypt(CONTENT, "wóórd"), "wóórd") == CONTENT


def test_others_work_on_while_a_key_is_derived() -> None:
    """The window must live meanwhile: pyrage would keep the interpreter to itself for the whole time."""
    sealed = age.seal_with_passphrase(CONTENT, "woord")
    beats, done = [0], threading.Event()

    def beat() -> None:
        while not done.wait(0.01):
            beats[0] += 1

    heart = threading.Thread(target=beat)
    heart.start()
    begun = time.monotonic()
    age.open_with_passphrase(sealed, "woord")
    seconds = time.monotonic() - begun
    done.set()
    heart.join()
    assert beats[0] > 10 * seconds


def test_the_key_files_of_a_registry_all_cost_the_same(original: Registry) -> None:
    for path in (original.user_key, original.recovery_key):
        assert re.match(rb"age-encryption.org/v1\n-> scrypt \S+ 18\n", path.read_bytes())


def test_each_recipient_opens_a_sealed_file_and_nobody_else() -> None:
    first, second, stranger = (age.new_identity() for _ in range(3))
    sealed = age.seal_to(CONTENT, [age.recipient_of(first), age.recipient_of(second)])
    assert age.open_with_identity(sealed, first) == age.open_with_identity(sealed, second) == CONTENT
    with pytest.raises(SealedError) as refused:
        age.open_with_identity(sealed, stranger)
    assert refused.value.reason is Reason.WRONG_KEY


def test_every_flipped_byte_keeps_a_file_for_recipients_closed() -> None:
    identity = age.new_identity()
    sealed = age.seal_to(CONTENT, [age.recipient_of(identity)])
    for place in range(len(sealed)):
        flipped = bytearray(sealed)
        flipped[place] ^= 1
        with pytest.raises(SealedError) as refused:
            age.open_with_identity(bytes(flipped), identity)
        assert refused.value.reason in {Reason.WRONG_KEY, Reason.DAMAGED}


def test_an_identity_is_told_from_other_text() -> None:
    identity = age.new_identity()
    assert age.is_identity(identity)
    assert not age.is_identity(identity[:-1])
    assert not age.is_identity("")
