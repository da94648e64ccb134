"""`history`, `diff` and `restore`: what an article was, what changed, and back to it."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from deskeditor.cli.context import DONE, Call, UnknownArticle
from deskeditor.cli.parser import Grammar, option
from deskeditor.cli.subjects import article_id
from deskeditor.domain.rows import RevisionRow
from deskeditor.services.compared import Difference, What
from deskeditor.services.comparing import compared

_NAME = re.compile(r"[0-9a-f]{4,64}")
_SHORT = 12


def add(grammar: Grammar) -> None:
    """Add the three commands."""
    parser = grammar.command("history", run_history)
    option(parser, "article", help="help-article", metavar="ARTICLE")
    option(parser, "--call", help="help-call-revision", metavar="REVISION")
    option(parser, "--title", help="help-title-revision", metavar="TITLE")
    option(parser, "--pin", help="help-pin-revision", action="store_true")
    parser = grammar.command("diff", run_diff)
    option(parser, "article", help="help-article", metavar="ARTICLE")
    option(parser, "old", help="help-old", metavar="REVISION", nargs="?")
    option(parser, "new", help="help-new", metavar="REVISION", nargs="?")
    parser = grammar.command("restore", run_restore)
    option(parser, "article", help="help-article", metavar="ARTICLE")
    option(parser, "revision", help="help-revision", metavar="REVISION")


def run_history(call: Call) -> int:
    """The revisions of an article, newest first; one of them may be named or pinned first."""
    article = article_id(call, call.args.article)
    if call.args.call:
        name = _revision(call, article, call.args.call)
        title, login = call.args.title or "", call.desk.person.login
        call.desk.drafts.entitle(name, title, login, pinned=call.args.pin)
    rows = call.desk.drafts.history(article)
    if call.json:
        call.out.json({"schema": 1, "revisions": [_row_data(row) for row in rows]})
        return DONE
    for row in rows:
        why = call.say(f"cli.why-{row.why}")
        called = "".join(f"  {one}" for one in (row.label, row.title) if one)
        pin = "  *" if row.pinned else ""
        call.out.line(
            f"{row.name[:_SHORT]}  {call.moment(row.at)}  {why}  {row.author}{called}{pin}"
        )
    return DONE


def _row_data(row: RevisionRow) -> dict[str, object]:
    return {
        "name": row.name, "author": row.author, "at": row.at.isoformat(), "why": row.why,
        "parents": list(row.parents), "label": row.label, "title": row.title, "pinned": row.pinned,
    }  # fmt: skip


def _revision(call: Call, article: str, given: str) -> str:
    """The name of the article's revision that begins with `given`."""
    found = {row.name for row in call.desk.drafts.history(article) if row.name.startswith(given)}
    if not _NAME.fullmatch(given) or len(found) != 1:
        raise UnknownArticle("revision-not-here", revision=given)
    return found.pop()


def run_diff(call: Call) -> int:
    """What changed, word by word: from the older revision to the newer, or to the text now."""
    article = article_id(call, call.args.article)
    rows = call.desk.drafts.history(article)
    old = _revision(call, article, call.args.old) if call.args.old else rows[0].name
    new = _revision(call, article, call.args.new) if call.args.new else None
    before = call.desk.drafts.revision(old).article
    after = call.desk.drafts.revision(new).article if new else call.desk.drafts.open(article)
    found = compared(before, after, after.owner, datetime.now(UTC)).differences
    if call.json:
        told = [_difference_data(one) for one in found]
        call.out.json({"schema": 1, "old": old, "new": new, "differences": told})
        return DONE
    for one in found:
        call.out.line(_difference_line(call, one))
    if not found:
        call.tell("cli.diff-none")
    return DONE


def _difference_data(one: Difference) -> dict[str, object]:
    where = {"block": one.address.block, "part": one.address.part} if one.address else None
    return {
        "what": one.what, "before": one.before, "after": one.after, "at": where, "role": one.role,
        "name": one.name, "in_quotation": one.quoted,
    }  # fmt: skip


def _difference_line(call: Call, one: Difference) -> str:
    """`words · headline: [-السباق-] {+السابق+}`."""
    parts = [call.say(f"panels.diff_{one.what}")]
    if one.what is What.FIELD:
        parts.append(call.say(f"panels.diff_field_{one.name}"))
    elif one.what is What.IMAGE and one.name:
        parts.append(call.say(f"panels.diff_image_{one.name}"))
    if one.role is not None:
        parts.append(call.say(f"panels.role_{one.role}"))
    if one.quoted:
        parts.append(call.say("panels.diff_quoted"))
    sides: tuple[str, ...] = (one.before, one.after)
    if one.name == "embargo":
        sides = tuple(call.moment(datetime.fromisoformat(side)) if side else "" for side in sides)
    before, after = (" ".join(side.split()) for side in sides)
    words = [f"[-{before}-]"] if before else []
    words += [f"{{+{after}+}}"] if after else []
    return f"{' · '.join(parts)}: {' '.join(words)}".rstrip(": ")


def run_restore(call: Call) -> int:
    """Bring an earlier revision back as a new one, unless it is the text already."""
    article = article_id(call, call.args.article)
    revision = _revision(call, article, call.args.revision)
    same = call.desk.drafts.open(article) == call.desk.drafts.revision(revision).article
    restored = call.desk.drafts.restore(article, revision, call.desk.person.login)
    if call.json:
        told = {"article": restored.id, "revision": revision, "changed": not same}
        call.out.json({"schema": 1, **told})
    else:
        key = "cli.restored-same" if same else "cli.restored"
        call.tell(key, revision=revision[:_SHORT], title=restored.title)
    return DONE
