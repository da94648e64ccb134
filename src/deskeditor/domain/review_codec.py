"""Requests and receipts as canonical JSON: the form that waits in an outbox and travels.

The board keeps a request as the bytes it came in, so that its digest can be worked out again.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from deskeditor.domain.document.codec import canonical, moment
from deskeditor.domain.errors import BadInput
from deskeditor.domain.review import Act, ChecklistItem, Receipt, Request, State

#: The version this program writes; 1 had no names on the lines of a checklist.
VERSION = 2

Data = dict[str, Any]


class DamagedRequest(BadInput):
    """The bytes are no request or receipt, or those of a newer program."""


def _item_data(item: ChecklistItem) -> Data:
    return {name: getattr(item, name) for name in ChecklistItem.__slots__}


def _item(data: Data) -> ChecklistItem:
    names = data.pop("names", [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise DamagedRequest("request-damaged")
    return ChecklistItem(**data, names=tuple(names))


def request_bytes(request: Request) -> bytes:
    """A request as canonical JSON."""
    data: Data = {name: getattr(request, name) for name in Request.__slots__}
    data["v"] = VERSION
    data["at"] = moment(request.at)
    data["checklist"] = [_item_data(item) for item in request.checklist]
    return canonical(data)


def read_request(raw: bytes) -> Request:
    """The request written by `request_bytes`.

    Raises:
        DamagedRequest: no request, or a newer program's.
    """
    try:
        data = json.loads(raw)
        if data.pop("v") not in range(1, VERSION + 1):
            raise DamagedRequest("request-newer")
        anchor = data["anchor"]
        data["at"] = datetime.fromisoformat(data["at"])
        data["act"] = Act(data["act"])
        data["checklist"] = tuple(map(_item, data["checklist"]))
        data["anchor"] = None if anchor is None else (anchor[0], anchor[1], anchor[2], anchor[3])
        return Request(**data)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise DamagedRequest("request-damaged") from error


def receipt_bytes(receipt: Receipt) -> bytes:
    """A receipt as canonical JSON."""
    data: Data = {name: getattr(receipt, name) for name in Receipt.__slots__}
    data["at"] = moment(receipt.at)
    return canonical(data)


def read_receipt(raw: bytes) -> Receipt:
    """The receipt written by `receipt_bytes`.

    Raises:
        DamagedRequest: no receipt.
    """
    try:
        data = json.loads(raw)
        data["at"] = datetime.fromisoformat(data["at"])
        data["state"] = State(data["state"])
        return Receipt(**data)
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedRequest("request-damaged") from error
