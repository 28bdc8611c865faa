/** What is worth saying of a passage of the sample article. */
export interface Passage {
  /** Words that only this passage has. */
  readonly mark: string;
  /** The most important thing, when a selection begins here. */
  readonly sentence: string;
  /** One point among many. */
  readonly brief: string;
  /** The points when it is read closely. */
  readonly points: readonly string[];
}

const whole =
  'After a flood came without warning, a city chose to **know earlier**, not only to build higher walls. When the water returned, **nobody was hurt**.';

export const passages: readonly Passage[] = [
  {
    mark: 'rose by 4.2 metres',
    sentence: 'In 1998 the river Lenn flooded **312 houses**, and nobody had been warned.',
    brief: '**1998:** the Lenn rose 4.2 metres in nine hours and flooded 312 houses.',
    points: [
      '**The speed:** 4.2 metres in nine hours.',
      '**The reason:** nobody watched the streams.',
    ],
  },
  {
    mark: 'about 41 million dollars',
    sentence:
      'A flood of **41 million dollars** made the city pay for two things: higher walls and an earlier warning.',
    brief: '**The choice:** higher walls and, with the smaller half of the money, earlier warning.',
    points: [
      '**The decision** took the council two years of meetings.',
      '**The money:** knowing earlier got the smaller half.',
    ],
  },
  {
    mark: 'a float, a pencil',
    sentence:
      'The first gauge was put up by a teacher of physics, **Maria Okafor**, and read by hand.',
    brief: '**One gauge:** Maria Okafor, a teacher, read it by hand every evening for a year.',
    points: [
      '**The gauge:** a plastic tube with a float, a pencil and a drum of paper.',
      '**The notebook:** she wrote the level down every evening for a year.',
    ],
  },
  {
    mark: 'gardens of volunteers',
    sentence: 'From gardens to a model: **forty gauges** grew into an 18-hour forecast.',
    brief: '**Forty gauges** by 2003, on the radio by 2009, a forecast since 2016.',
    points: [
      '**2003:** forty gauges, most of them in the gardens of volunteers.',
      '**2009:** reports by radio, every ten minutes.',
      '**2016:** a model forecasts the next eighteen hours.',
    ],
  },
  {
    mark: 'in November 2021',
    sentence:
      'In November 2021 the forecast came **eleven hours before the water**, and nobody was hurt.',
    brief: '**2021:** eleven hours of warning; damage of $3 million instead of $41 million.',
    points: [
      '**The same streets** were flooded, but the cars were gone and the cellars empty.',
      '**The damage** was put at 3 million dollars.',
    ],
  },
  {
    mark: 'We did not tame',
    sentence: 'The river was not tamed but **read**, says Okafor.',
    brief: '**The lesson:** reading a river is cheaper than taming it, and lasts longer.',
    points: ['**Her reasons:** it is cheaper, and it lasts longer.'],
  },
];

/** A summary of what a text holds of the sample article; `undefined` for any other text. */
export function summarizeSample(text: string): string | undefined {
  const held = passages.filter(({ mark }) => text.includes(mark));
  const [first] = held;
  if (!first) return undefined;
  const isLong = held.length > 3;
  const points = held.flatMap((passage) => (isLong ? [passage.brief] : passage.points));
  const lead = isLong ? whole : first.sentence;
  return [lead, points.map((point) => `- ${point}`).join('\n')].join('\n\n');
}
