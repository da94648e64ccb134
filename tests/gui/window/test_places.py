"""The places of the rail: their articles, sorted and sifted."""

from __future__ import annotations

from deskeditor.ui.app import Shell


def test_a_place_is_sifted_and_sorted(shell: Shell) -> None:
    place, words = shell.window.place, shell.window.look.words
    titles = [row.title for row in place._model._rows]
    assert len(titles) == 3
    place.sorting.setCurrentIndex(place.sorting.findText(words("window.sort_oldest")))
    assert [row.title for row in place._model._rows] == titles[::-1]

    place.sift.setText(titles[0].split()[0])
    assert titles[0] in [row.title for row in place._model._rows]
    assert words("window.sifted", shown="", all="").split()[0] in place._count.text()
    place.sift.setText("لا تُوجد هذه")
    assert place._model._rows == ()
    assert place._empty.text().endswith(words("window.sifted_none"))
    place.sift.clear()
    assert len(place._model._rows) == 3
