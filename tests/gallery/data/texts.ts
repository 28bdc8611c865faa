/** What the pictures show; one set for each language of the user interface. */
export interface Texts {
  readonly title: string;
  readonly longTitle: string;
  readonly passage: string;
  readonly page: string;
  readonly answer: string;
  readonly longAnswer: string;
  readonly rich: string;
  readonly titles: readonly string[];
}

const passage = `Night trains are coming back to Europe. Twenty years after most of them were withdrawn, sixteen new lines have opened since 2021, and the number of travellers has doubled.

The reasons are plain: a night train saves a night in a hotel and a morning at the airport, and it emits a twentieth of what a flight does.`;

const page = `${passage}

What is missing are carriages. A sleeping car takes four years from order to delivery, costs about three million euros and carries half as many people as an ordinary coach. Only two manufacturers still build them, and their order books are full until 2029.

Operators therefore buy what they can find: couchettes of the 1990s from closed lines, newly upholstered and fitted with sockets. In Vienna a workshop takes six weeks for each.

The second obstacle is the night itself. Freight trains own it: they pay well, and track works are planned between eleven and five. A sleeper that waits two hours on a siding is no rarity.

Fares are a question of borders. On the line from Brussels to Prague, track access charges change four times, and with them the price of a berth.

Still, planners are hopeful. The Commission wants one ticket for all lines by 2028, and three cities have promised platforms that stay open all night.`;

const answer = `Night trains are **returning to Europe**: sixteen lines since 2021, and twice the travellers.

- They save a hotel night and emit a **twentieth** of a flight.
- Carriages are scarce: four years from order to delivery, about €3 million each.
- Two manufacturers remain, both booked until **2029**.
- Freight and track works own the night; delays of two hours are common.
- The Commission wants **one ticket** for all lines by 2028.`;

const rich = `## In figures

| Line | Since | Travellers |
|---|---:|---:|
| Vienna–Paris | 2021 | 412,000 |
| Brussels–Prague | 2024 | 188,000 |
| Zürich–Rome | 2025 | 96,000 |

| Obstacle | Seriousness | What is done about it | Responsible | Where it is told |
|---|---|---|---|---|
| Carriages | considerable | Old couchettes from closed lines are upholstered anew and fitted with sockets. | Manufacturers | https://example.org/carriages/upholstery/workshops/vienna |
| Timetables | moderate | Freight trains and track works are planned around the sleepers. | Infrastructure | [Plan](https://example.org/plan) |

> A sleeper that waits two hours on a siding is no rarity.

1. Order carriages
   - four years
   - two manufacturers
2. Find a path between freight trains

\`\`\`ts
const berths = coaches.flatMap(({ berths }) => berths);
\`\`\`

More in the [timetable](https://example.org/timetable) and under \`berths\`.`;

export const english: Texts = {
  title: 'The quiet return of the night train',
  longTitle:
    'The quiet return of the night train: how sixteen lines, two workshops and one stubborn timetable planner brought back a way of travelling that everybody had given up',
  passage,
  page,
  answer,
  longAnswer: `${answer}\n\n${rich}\n\n${page}`,
  rich,
  titles: [
    'The quiet return of the night train',
    'Release notes: Firefox 149',
    'How reefs remember: a review of thermal stress in corals',
    'Terms of service, revised November 2026',
    'رحلة القطار الليليّ بين القاهرة وأسوان',
    'Why our build went from nine minutes to two',
    'Minutes of the council meeting of 12 November',
  ],
};

const arabicPassage = `تعود القطارات الليليّة إلى أوروبا. بعد عشرين عامًا من سحب معظمها، افتُتح ستّة عشر خطًّا جديدًا منذ عام 2021، وتضاعف عدد المسافرين.

والأسباب واضحة: يوفّر القطار الليليّ ليلة في فندق وصباحًا في المطار، ولا يُصدر إلّا جزءًا من عشرين ممّا تُصدره الطائرة.`;

const arabicPage = `${arabicPassage}

ما ينقص هو العربات. تستغرق عربة النوم أربع سنوات من الطلب إلى التسليم، وتكلّف نحو ثلاثة ملايين يورو، وتحمل نصف عدد ركّاب العربة العاديّة.

ولذلك يشتري المشغّلون ما يجدونه: عربات من تسعينيّات القرن الماضي من خطوط أُغلقت، تُنجَّد من جديد وتُزوَّد بالمقابس. وفي فيينا ورشة تحتاج إلى ستّة أسابيع لكلّ منها.

والعقبة الثانية هي الليل نفسه، فهو لقطارات البضائع: تدفع جيّدًا، وأعمال الصيانة تُخطَّط بين الحادية عشرة والخامسة.`;

const arabicAnswer = `**تعود القطارات الليليّة إلى أوروبا**: ستّة عشر خطًّا منذ 2021، وضِعف عدد المسافرين.

- توفّر ليلة في فندق، ولا تُصدر إلّا **جزءًا من عشرين** ممّا تُصدره الطائرة.
- العربات قليلة: أربع سنوات من الطلب إلى التسليم.
- بقي مُصنّعان اثنان، ومواعيدهما محجوزة حتّى **2029**.
- الليل لقطارات البضائع وأعمال الصيانة.`;

export const arabic: Texts = {
  ...english,
  title: 'العودة الهادئة للقطار الليليّ',
  longTitle:
    'العودة الهادئة للقطار الليليّ: كيف أعادت ستّة عشر خطًّا وورشتان ومخطِّط واحد عنيد طريقةً في السفر كان الجميع قد تخلّى عنها منذ سنوات طويلة',
  passage: arabicPassage,
  page: arabicPage,
  answer: arabicAnswer,
  longAnswer: `${arabicAnswer}\n\n${arabicPage}`,
  rich: `## بالأرقام

| الخطّ | منذ | المسافرون |
|---|---:|---:|
| فيينا–باريس | 2021 | 412,000 |
| بروكسل–براغ | 2024 | 188,000 |

> انتظار القطار ساعتين ليس نادرًا.

1. طلب العربات
   - أربع سنوات
2. البحث عن مسار

\`\`\`ts
const berths = coaches.flatMap(({ berths }) => berths);
\`\`\``,
};
