"""The README.txt of a desk written out as plain files: what is there, and what is not."""

from __future__ import annotations

TELLS = """\
محتوى مكتب deskeditor ملفاتٍ عادية تُقرأ بلا برنامج. لكل مادة مجلد في articles/ فيه
  article.md و article.html و article.txt  آخر نص للمادة
  article.json    المادة كلها: الحقول والملاحظات والاقتراحات
  revisions/      كل نسخة بترتيبها؛ اسم الملف بصمتها sha256
  images/         صور آخر نص
  evidence/ و evidence.json  ما حُفظ شاهداً على الاقتباسات، وسجله
وفي المجلد نفسه
  images.json     سجل الصور كلها: التعليق والحقوق والقيود ومكان الملف
  images/         صور لا تظهر في آخر نص لأي مادة
  register.json   سجل المصادر: ما كُتب عنها علناً
  acts.json       ما أُرسل من هذا الجهاز إلى هيئة التحرير وردّها، وما ينتظر وما رُفض

احذر قبل أن تعطي هذا المجلد لأحد:
- الصور والشواهد ملفات أصلية كما جاءت، وفيها ما كتبته الكاميرا أو الهاتف: المكان والوقت ورقم الجهاز.
- صورة أُخفي جزء منها (وجه مثلاً) لا تُكتب إلا مخفية الجزء، وأصلها ليس هنا ولو كان شاهداً؛ لكن وجهاً
  يظهر في صورة أخرى أو في شاهد آخر ولم يُخفَ يبقى ظاهراً.
- النصوص والنسخ والسجل غير مشفرة، وفيها ما حُذف من النص المنشور.

ليست هنا، وتبقى في مجلد المكتب:
- الخزنة وأسماء المصادر السرية؛
- سجل هيئة التحرير كاملاً (board.db): الأشخاص وقرارات غير هذا الجهاز وتعليقاتهم؛
- الإعدادات والاختصارات ومعجم الكلمات والأسماء والإحصاءات؛
- عناوين النسخ المثبتة وخطوات التراجع ونصوص حلت محلها نسخة أخرى؛
- أصول الصور التي أُخفي جزء منها، وملفات لا سجل لها.

A deskeditor desk as plain files, to be read without a program. A folder an article in articles/:
  article.md, article.html, article.txt  its newest text
  article.json    all of it: fields, notes, suggestions
  revisions/      every revision in order; a file is named by its sha256
  images/         the images of the newest text
  evidence/, evidence.json  what is held against the quotations, and its record
and beside them
  images.json     the record of all images: caption, rights, restrictions, where the file lies
  images/         images that stand in no article's newest text
  register.json   the register of sources: what is noted in the clear
  acts.json       what this desk sent to the board and its answers, what waits, what was refused

Before you give this folder to anybody:
- Images and evidence are the original files as they came, with what the camera or the phone wrote
  into them: place, time, serial number.
- An image with a hidden part (a face) is written with that part hidden and no other way; its
  original is not here, not as evidence either. A face in another image or another piece of evidence
  that nobody hid there is to be seen.
- Texts, revisions and the register are not encrypted, and hold what never was published.

Not here; it stays in the desk's own folder:
- the vault and the names of confidential sources;
- the board's whole record (board.db): people, and decisions and comments from other desks;
- settings, shorthand, the lexicon of words and names, statistics;
- names and pins of revisions, steps of undo, texts that another revision took the place of;
- originals of images with a hidden part, and files that no record speaks of.
"""
