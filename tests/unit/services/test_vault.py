from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from nacl.public import PrivateKey

from deskeditor.bootstrap import build
from deskeditor.domain.article import Article
from deskeditor.domain.document import (
    Address,
    Document,
    Header,
    Inline,
    Paragraph,
    Thread,
    ThreadMessage,
)
from deskeditor.domain.errors import BadInput, StoreError
from deskeditor.domain.findings import Anchor
from deskeditor.domain.identities import Identity
from deskeditor.domain.people import Person, Role
from deskeditor.domain.quotes import Confirmation, QuoteKind, Ruling, Verdict
from deskeditor.domain.sources import Terms
from deskeditor.media.sealed import PADDING, Cost, SealedFile
from deskeditor.services.vault import IDLE, LINE, NOTES, Leaks, Vault
from helpers.fakes import CountingIds, StillClock
from helpers.newsroom import article

#: The cheapest argon2id that libsodium makes: tests try many passphrases.
CHEAP = Cost(1, 8192)
PASSPHRASE = "جملة طويلة 2026 😀"
SECRET = Identity("", "موظف في الميناء", "أسامة الراوي 𞸀", "+964 770 123", Terms.OFF_RECORD, "WHO")


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vault"


@pytest.fixture
def vault(path: Path, clock: StillClock) -> Vault:
    made = Vault(SealedFile(path, CHEAP), clock, CountingIds())
    made.create(PASSPHRASE)
    return made


def again(path: Path, clock: StillClock) -> Vault:
    return Vault(SealedFile(path, CHEAP), clock, CountingIds())


def test_what_is_sealed_comes_back_with_the_passphrase_only(
    vault: Vault, path: Path, clock: StillClock
) -> None:
    kept = vault.put(SECRET)
    other = again(path, clock)
    with pytest.raises(StoreError, match="vault-locked"):
        other.identities()
    with pytest.raises(StoreError, match="vault-wrong-passphrase"):
        other.unlock(PASSPHRASE + " ")
    assert not other.is_open
    other.unlock(PASSPHRASE)
    assert other.identities() == [kept]


def test_the_file_tells_nothing(vault: Vault, path: Path) -> None:
    vault.put(SECRET)
    raw = path.read_bytes()
    for word in (SECRET.name, SECRET.pseudonym, SECRET.contact, PASSPHRASE):
        assert word.encode() not in raw
        assert json.dumps(word).strip('"').encode() not in raw
    assert path.stat().st_mode & 0o077 == 0
    sizes = [len(sealed) for _, sealed in json.loads(raw)["entries"]]
    vault.put(Identity("", "س", "ع"))
    assert {len(sealed) for _, sealed in json.loads(path.read_bytes())["entries"]} == set(sizes)
    assert PADDING >= 512


def test_a_source_is_put_in_while_the_vault_is_locked(
    vault: Vault, path: Path, clock: StillClock
) -> None:
    vault.lock()
    vault.put(SECRET)
    assert not vault.is_open
    other = again(path, clock)
    other.unlock(PASSPHRASE)
    assert [one.name for one in other.identities()] == [SECRET.name]


def test_it_locks_itself_after_ten_minutes_without_use(vault: Vault, clock: StillClock) -> None:
    clock.moment += IDLE - timedelta(seconds=1)
    vault.identities()
    clock.moment += IDLE - timedelta(seconds=1)
    opened = vault.is_open
    clock.moment += timedelta(seconds=1)
    assert (opened, vault.is_open) == (True, False)
    with pytest.raises(StoreError, match="vault-locked"):
        vault.identities()


def test_another_passphrase_opens_the_same_entries(
    vault: Vault, path: Path, clock: StillClock
) -> None:
    vault.put(SECRET)
    vault.change_passphrase(PASSPHRASE, "عبارة جديدة طويلة")
    other = again(path, clock)
    with pytest.raises(StoreError):
        other.unlock(PASSPHRASE)
    other.unlock("عبارة جديدة طويلة")
    assert len(other.identities()) == 1


def test_dropped_it_is_gone(vault: Vault) -> None:
    kept = vault.put(SECRET)
    vault.drop(kept.id)
    assert vault.identities() == []


def test_nothing_shows_itself_in_logs_and_tracebacks() -> None:
    said = repr(SECRET) + str(SECRET)
    assert SECRET.name not in said
    assert SECRET.pseudonym not in said


@pytest.mark.parametrize("raw", [b"", b"[]", b'{"v": 1}', b"\xff", b'{"v": 1, "entries": []}'])
def test_a_damaged_file_is_said(raw: bytes, path: Path, clock: StillClock) -> None:
    path.write_bytes(raw)
    with pytest.raises(StoreError, match="vault-damaged"):
        again(path, clock).unlock(PASSPHRASE)


def test_a_changed_entry_is_said(vault: Vault, path: Path) -> None:
    vault.put(SECRET)
    data = json.loads(path.read_bytes())
    data["entries"][0][1] = data["entries"][0][1][::-1]
    path.write_text(json.dumps(data))
    with pytest.raises(StoreError, match="vault-damaged"):
        vault.identities()


def test_faults_of_people_are_said(vault: Vault, tmp_path: Path, clock: StillClock) -> None:
    with pytest.raises(BadInput, match="vault-passphrase-short"):
        again(tmp_path / "other", clock).create("قصيرة")
    with pytest.raises(StoreError, match="vault-exists"):
        vault.create(PASSPHRASE)
    with pytest.raises(BadInput, match="vault-incomplete"):
        vault.put(Identity("", "اسم", " "))
    with pytest.raises(StoreError, match="vault-missing"):
        again(tmp_path / "none", clock).unlock(PASSPHRASE)
    path = tmp_path / "newer"
    path.write_text('{"v": 99}')
    with pytest.raises(StoreError, match="vault-newer"):
        again(path, clock).unlock(PASSPHRASE)


def test_a_name_in_the_text_is_found_however_it_is_spelled(vault: Vault) -> None:
    vault.put(SECRET)
    text = "قال اسامة الرّاوي 𞸀 أمس، ورقمه +٩٦٤ ٧٧٠ ١٢٣ 😀"
    found = vault.leaks(saying(text))
    assert [text[a.start : a.end] for a in found.anchors] == ["اسامة الرّاوي 𞸀", "+٩٦٤ ٧٧٠ ١٢٣"]
    assert found.count == 2


def saying(text: str) -> Article:
    document = Document(Header(headline=Inline("بلا اسم")), (Paragraph("b1", Inline(text)),))
    return replace(article(), document=document)


def test_a_name_beside_the_text_is_found_too(vault: Vault) -> None:
    vault.put(SECRET)
    at, name = datetime(2026, 11, 20, tzinfo=UTC), "اسامة الرّاوي 𞸀"
    plain = saying("عاد الميناء إلى العمل أمس 😀")
    asked = Thread("t1", (ThreadMessage("salma", at, f"هل هو {name}؟"),))
    told = replace(plain, document=replace(plain.document, threads=(asked,)))
    assert vault.leaks(told) == Leaks(beside=1)
    item = Confirmation(
        "c1", Anchor(Address("b1"), 0, 4), "عاد", QuoteKind.SPEECH, name, None, "salma", at,
        Ruling(Verdict.VERBATIM, "", "salma", at, f"سمعته من {name}"),
    )  # fmt: skip
    assert vault.leaks(replace(plain, ledger=(item,))) == Leaks(beside=2)
    gone = replace(item, speaker="موظف", text=f"{name} قال", ruling=None)
    assert vault.leaks(replace(plain, ledger=(gone,))) == Leaks(beside=1)
    assert vault.leaks(plain) == Leaks()


def test_holding_a_text_against_it_does_not_keep_it_open(vault: Vault, clock: StillClock) -> None:
    vault.put(SECRET)
    clock.moment += IDLE - timedelta(seconds=1)
    assert vault.leaks(saying("قال اسامة الراوي 𞸀")).count == 1
    clock.moment += timedelta(seconds=1)
    with pytest.raises(StoreError, match="vault-locked"):
        vault.leaks(saying("قال"))


class Slow(SealedFile):
    """Somebody locks the vault while the passphrase is still tried."""

    meanwhile: Vault

    def unlock(self, passphrase: str) -> PrivateKey:
        key = super().unlock(passphrase)
        self.meanwhile.lock()
        return key


def test_who_locks_it_while_it_opens_finds_it_locked(
    vault: Vault, path: Path, clock: StillClock
) -> None:
    file = Slow(path, CHEAP)
    file.meanwhile = Vault(file, clock, CountingIds())
    file.meanwhile.unlock(PASSPHRASE)
    assert (vault.is_open, file.meanwhile.is_open) == (True, False)


def test_what_is_too_long_is_refused_and_never_cut(vault: Vault) -> None:
    with pytest.raises(BadInput, match="vault-line-long"):
        vault.put(replace(SECRET, name="ن" * (LINE + 1)))
    with pytest.raises(BadInput, match="vault-notes-long"):
        vault.put(replace(SECRET, notes="ن" * (NOTES + 1)))
    long = replace(SECRET, name="𞸀" * LINE, notes="ن" * NOTES)
    vault.put(long)
    assert [(one.name, one.notes) for one in vault.identities()] == [(long.name, long.notes)]


def test_it_locks_behind_whoever_leaves_the_desk(tmp_path: Path, vault: Vault) -> None:
    desk = build(tmp_path / "home", "salma", "ar")
    desk.seat(Person("rana", "رنا", frozenset({Role.REPORTER})))
    assert "vault" not in vars(desk)  # nothing is made for it
    vars(desk)["vault"] = vault
    desk.seat(Person("noor", "نور", frozenset({Role.EDITOR})))
    assert not vault.is_open
    desk.close()
