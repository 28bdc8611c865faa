import type { ComponentChildren } from 'preact';
import { exactMoney } from '../../utils/core/format';
import { type BillLine, billOf } from '../../utils/core/money/bill';
import { priceFor } from '../../utils/core/money/prices';
import type { Turn } from '../../utils/core/runs/turn';
import { locale, t } from '../../utils/i18n';
import type { WholeRequest } from '../../utils/messages/glass-messages';
import { costWords } from '../run/run-words';
import { promptOf } from './billed';
import type { GlassSubject } from './subject';

interface Props {
  readonly request: WholeRequest;
  readonly subject: GlassSubject;
}

/** Reads the request with whoever has never seen one: four steps, each on what is really there. */
export function Guide({ request, subject }: Props) {
  const { turn, source, service, nameModel } = subject;
  const { model, max_tokens: limit } = settingsIn(request.body);
  return (
    <details class="glass-guide">
      <summary>{t('guideTitle')}</summary>
      <ol>
        <Step title={t('guideModel')} hint={t('guideModelHint', { service })}>
          <bdi>{nameModel(model)}</bdi>
        </Step>
        <Step title={t('guideText')} hint={t('guideTextHint')}>
          <p dir="auto">{excerpt(source.text || source.title)}</p>
        </Step>
        <Step title={t('guideBack')} hint={t('guideBackHint', { limit })}>
          {turn?.text ? <p dir="auto">{excerpt(turn.text)}</p> : t('guideNoneYet')}
        </Step>
        <Step title={t('guideBill')} hint={t('guideBillHint', { service })}>
          <Bill request={request} turn={turn} />
        </Step>
      </ol>
    </details>
  );
}

interface StepProps {
  readonly title: string;
  readonly hint: string;
  readonly children: ComponentChildren;
}

function Step({ title, hint, children }: StepProps) {
  return (
    <li>
      <h3>{title}</h3>
      <div class="glass-value">{children}</div>
      <p class="glass-hint">{hint}</p>
    </li>
  );
}

/** UTF-16 units. */
const excerptLength = 160;

function excerpt(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > excerptLength ? `${line.slice(0, excerptLength).toWellFormed()}…` : line;
}

interface BillProps {
  readonly request: WholeRequest;
  readonly turn: Turn | null;
}

function Bill({ request, turn }: BillProps) {
  const receipt = turn?.receipt;
  if (!turn || !receipt) return <>{promptOf(request, turn).words}</>;
  const price = priceFor(turn.pricing, receipt.model, receipt.sentAt);
  const isExact = receipt.cost.kind === 'exact' && receipt.usage !== null;
  const lines = isExact && receipt.usage && price ? billOf(receipt.usage, price) : [];
  return (
    <>
      {lines.map((line) => (
        <p key={line.kind} class="tabular">
          {lineWords(line)}
        </p>
      ))}
      <strong>{costWords(receipt.cost)}</strong>
    </>
  );
}

const names = {
  input: 'rowInput',
  cacheRead: 'rowCacheRead',
  cacheWrite5m: 'rowCacheWritten',
  cacheWrite1h: 'rowCacheWritten',
  output: 'rowOutput',
} as const;

function lineWords({ kind, tokens, rate, nano }: BillLine): string {
  const perMillion = exactMoney(locale(), rate * 1_000_000);
  const cost = exactMoney(locale(), nano);
  return t('guideLine', { name: t(names[kind]), count: tokens, rate: perMillion, cost });
}

function settingsIn(body: string) {
  const { model, max_tokens } = JSON.parse(body) as { model: string; max_tokens: number };
  return { model, max_tokens };
}
