"""What readers would be shown of one image with the words its record says, while they are typed."""

from __future__ import annotations

from dataclasses import replace

from deskeditor.domain.document import Figure, Inline, clean_text
from deskeditor.ui.panels.pictures.previews import Previews, Shows
from deskeditor.ui.theme.look import Look


class RecordPreviews(Previews):
    """Web, print and social, in the crops of the open article where it shows the image."""

    def __init__(self, look: Look, shows: Shows) -> None:
        """No image, and no use of one."""
        super().__init__(look, shows)
        self._use: Figure | None = None
        self._said = ("", "", "")

    def show_use(self, use: Figure | None) -> None:
        """Another use, or another crop of it."""
        self._use = use
        self._tell()

    def show_words(self, media: str, caption: str, credit: str) -> None:
        """What the fields say now of one image; of none where `media` is empty."""
        self._said = (media, caption, credit)
        self._tell()

    def _tell(self) -> None:
        media, caption, credit = self._said
        self.setVisible(bool(media))
        if not media:
            return
        use = self._use
        if use is None or use.media != media:
            use = Figure(id="preview", media=media)
        # Where the record is silent, the use keeps the words it has of its own.
        said = Inline(clean_text(caption)) if caption else use.caption
        self.show_figure(replace(use, caption=said, credit=credit or use.credit))
