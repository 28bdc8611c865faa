import { money } from '../../utils/core/format';
import { scaleFor } from '../../utils/core/ledger/ledger-scale';
import { type Bar, most } from '../../utils/core/ledger/ledger-view';
import { direction, locale, t } from '../../utils/i18n';
import { BarsTable } from './BarsTable';
import { sumWords, timeOf } from './ledger-words';
import './bars.css';

interface Props {
  readonly title: string;
  readonly bars: readonly Bar[];
}

/** What each day or month came to: solid as far as it is known, hatched up to what it may be. The table says the same. */
export function Bars({ title, bars }: Props) {
  const lines = scaleFor(Math.max(...bars.map(({ sums }) => most(sums))));
  const top = lines.at(-1) ?? 0;
  return (
    <section class="ledger-part">
      <h2>{title}</h2>
      <div class="bars" aria-hidden="true">
        <Scale lines={lines} top={top} />
        <svg class="bars-plot" aria-hidden="true">
          <Hatch />
          {lines.map((line) => (
            <line key={line} class="bars-line" x1="0" x2="100%" {...at(line, top)} />
          ))}
          {bars.map((bar, index) => (
            <BarShape key={bar.time} bar={bar} place={placeOf(index, bars.length)} top={top} />
          ))}
        </svg>
        <Times bars={bars} />
      </div>
      <BarsTable title={title} bars={bars} />
    </section>
  );
}

function at(line: number, top: number) {
  const y = `${100 - share(line, top)}%`;
  return { y1: y, y2: y };
}

/** Percent. */
function share(value: number, top: number): number {
  return top === 0 ? 0 : (100 * value) / top;
}

interface Place {
  /** Percent of the plot's width. */
  readonly x: number;
  readonly width: number;
}

/** Time runs as the language reads. */
function placeOf(index: number, count: number): Place {
  const width = 100 / count;
  return { x: width * (direction() === 'rtl' ? count - 1 - index : index), width };
}

function Hatch() {
  return (
    <defs>
      <pattern
        id="bars-hatch"
        width="5"
        height="5"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="bars-hatch" width="2" height="5" />
      </pattern>
    </defs>
  );
}

interface ShapeProps {
  readonly bar: Bar;
  readonly place: Place;
  readonly top: number;
}

function BarShape({ bar: { time, sums }, place: { x, width }, top }: ShapeProps) {
  const known = share(sums.exact, top);
  const whole = share(most(sums), top);
  const inner = { x: `${x + width * 0.15}%`, width: `${width * 0.7}%` };
  return (
    <g class="bars-bar">
      <title>{`${timeOf(time)}: ${sumWords(sums)}. ${t('costsRequests', { count: sums.turns })}`}</title>
      <rect class="bars-whole" x={`${x}%`} width={`${width}%`} height="100%" />
      <rect class="bars-exact" {...inner} y={`${100 - known}%`} height={`${known}%`} />
      {whole > known && (
        <rect
          class="bars-estimated"
          fill="url(#bars-hatch)"
          {...inner}
          y={`${100 - whole}%`}
          height={`${whole - known}%`}
        />
      )}
    </g>
  );
}

function Scale({ lines, top }: { readonly lines: readonly number[]; readonly top: number }) {
  return (
    <div class="bars-scale tabular">
      {lines.map((line) => (
        <span key={line} style={{ insetBlockEnd: `${share(line, top)}%` }}>
          {money(locale(), line)}
        </span>
      ))}
    </div>
  );
}

/** The first, the middle and the last. */
function Times({ bars }: { readonly bars: readonly Bar[] }) {
  const shown = [bars[0], bars[Math.floor((bars.length - 1) / 2)], bars.at(-1)];
  const told = [...new Set(shown)].flatMap((bar) => bar ?? []);
  return (
    <div class="bars-times muted">
      {told.map(({ time }) => (
        <span key={time}>{timeOf(time)}</span>
      ))}
    </div>
  );
}
