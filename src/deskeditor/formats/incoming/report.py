"""What a reader tells of a file: one sentence a kind, with how many."""

from __future__ import annotations

from collections.abc import Mapping

from deskeditor.domain.words import Bilingual

TOLD: Mapping[str, Bilingual] = {
    "pictures": Bilingual("صور جاءت مع الملف وحُفظت: {n}.", "Pictures that came along, kept: {n}."),
    "footnotes": Bilingual(
        "حواشٍ صارت تعليقات عند موضعها: {n}.", "Footnotes, made comments at their place: {n}."
    ),
    "headings": Bilingual(
        "عناوين من مستوى آخر صارت عناوين فرعية: {n}.",
        "Headings of another level, made subheads: {n}.",
    ),
    "cells": Bilingual(
        "خلايا مدموجة في الجداول كُتب نصها في أولاها: {n}.",
        "Merged table cells, their text put into the first: {n}.",
    ),
    "cells_over": Bilingual(
        "خلايا فوق ما يُؤخذ من جدول واحد، تُركت: {n}.",
        "Table cells beyond what one table may have, left out: {n}.",
    ),
    "lines": Bilingual(
        "عناوين وقوائم واقتباسات داخل اقتباس أو بند أو خلية صارت أسطرًا فيه: {n}.",
        "Subheads, lists and quotations inside a quotation, item or cell, made lines of it: {n}.",
    ),
    "behind": Bilingual(
        "صور وجداول داخل اقتباس أو بند أو خلية وُضعت بعده: {n}.",
        "Pictures and tables inside a quotation, item or cell, put behind it: {n}.",
    ),
    "links": Bilingual(
        "روابط لا يصح إرسال القارئ إليها، بقي نصها: {n}.",
        "Links readers must not be sent to, their text kept: {n}.",
    ),
    "pictures_absent": Bilingual(
        "صور لم تأتِ مع الملف ولم تُجلب من الشبكة، بقيت تعليقاتها: {n}.",
        "Pictures that did not come along and were not fetched, their captions kept: {n}.",
    ),
    "pictures_many": Bilingual(
        "صور فوق ما يُؤخذ من ملف واحد، تُركت: {n}.",
        "Pictures beyond what one file may bring, left out: {n}.",
    ),
    "pictures_broken": Bilingual(
        "صور تالفة أو من نوع لا يُقبل، تُركت: {n}.",
        "Pictures damaged or of a kind not taken, left out: {n}.",
    ),
    "around": Bilingual(
        "أجزاء من الصفحة حول المقال (قوائم وإعلانات ونماذج ومواد أخرى)، تُركت: {n}.",
        "Parts of the page around the article (menus, adverts, forms, others), left out: {n}.",
    ),
    "hidden": Bilingual(
        "أجزاء تخفيها الصفحة عن قرائها، تُركت: {n}.",
        "Parts the page hides from its readers, left out: {n}.",
    ),
    "programs": Bilingual(
        "برامج وإطارات في الصفحة، تُركت: {n}.",
        "Scripts and frames of the page, left out: {n}.",
    ),
    "whole_page": Bilingual(
        "لا تقول الصفحة أين مقالها، فأُخذ أطول نص فيها: راجع أوله وآخره.",
        "The page does not say where its article is: its longest text was taken, check both ends.",
    ),
    "fields": Bilingual(
        "حقول في رأس الملف لا مكان لها هنا، تُركت: {n}.",
        "Fields of the file's head that have no place here, left out: {n}.",
    ),
}
