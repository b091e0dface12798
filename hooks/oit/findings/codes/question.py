"""OIT217 · อ่านเลขข้อไม่ได้ · An unreadable question number

ไทย
    เลขข้อของการประเมิน ITA มีอักษรนำ: i คือข้อของ IIT e คือข้อของ EIT และ O คือข้อของ OIT
    เช่น i7, e12, O23 ใช้เลขไทยหรือเลขอารบิก ตัวเล็กหรือตัวใหญ่ก็ได้ และ ๐๑ ที่พิมพ์แทน O1 ก็อ่านได้
    ตัวชี้วัดเขียนเป็นเลข 1–10 ประเด็นของมาตรการเขียนเป็นเลข 1–7

English
    A question number of the ITA assessment begins with a letter: i for IIT, e for EIT, O for
    OIT, as in i7, e12, O23. Thai or Arabic digits and small or capital letters are accepted,
    and so is ๐๑, which is often printed for O1. An indicator is a number from 1 to 10; the
    topic of a measure is a number from 1 to 7.

fails data/2569/ita.yml
    results:
      questions:
        - {id: ข้อเจ็ด, score: 80}

passes data/2569/ita.yml
    results:
      questions:
        - {id: O๗, score: 80}
"""

from oit.bilingual import Bilingual
from oit.findings.finding import Code, Severity

CODE = Code(
    "OIT217",
    Severity.ERROR,
    Bilingual('อ่านเลขข้อ "{text}" ไม่ได้', '"{text}" is not a question number'),
    Bilingual(
        "เขียนอักษรนำกับเลข เช่น i7 (IIT), e7 (EIT), O7 (OIT)",
        "write the letter and the number, as in i7 (IIT), e7 (EIT), O7 (OIT)",
    ),
    __doc__,
)
INDICATOR = Code(
    "OIT217",
    Severity.ERROR,
    Bilingual('อ่านเลขตัวชี้วัด "{text}" ไม่ได้', '"{text}" is not an indicator number'),
    Bilingual("เขียนเลข 1 ถึง 10", "write a number from 1 to 10"),
    __doc__,
)
TOPIC = Code(
    "OIT217",
    Severity.ERROR,
    Bilingual('อ่านเลขประเด็น "{text}" ไม่ได้', '"{text}" is not a topic number'),
    Bilingual("เขียนเลข 1 ถึง 7", "write a number from 1 to 7"),
    __doc__,
)
