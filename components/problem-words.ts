import { anthropicEndpoint } from '../utils/core/endpoint';
import { compact, money, roughly } from '../utils/core/format';
import type { LinkFault, Problem } from '../utils/core/problem';
import { linkLimits as limits } from '../utils/core/source/link';
import { locale, type Params, plural, t } from '../utils/i18n';
import { underscored } from '../utils/underscored';

/** A problem in words: what happened, what to do, and what the service or the browser said of it, if anything. */
export interface ProblemWords {
  readonly title: string;
  readonly advice: string;
  readonly detail: string | null;
}

/** `service`: the endpoint that was asked, as the user calls it. */
export function problemWords(
  problem: Problem,
  service: string = anthropicEndpoint.name,
): ProblemWords {
  const kind = underscored(problem.kind);
  const names = { service, ...named(problem) };
  return {
    title: isNeeded(problem) ? t('selectionNeeded') : t(`problem_${kind}`, names),
    advice: t(`advice_${kind}`, names),
    detail: detailOf(problem, service),
  };
}

function isNeeded(problem: Problem): boolean {
  return problem.kind === 'nothing-selected' && problem.needed === true;
}

function named(problem: Problem): Params {
  switch (problem.kind) {
    case 'model-not-found':
      return { model: problem.model };
    case 'pdf-not-taken':
    case 'no-key':
      return { service: problem.service };
    case 'service-failed':
      return { status: String(problem.status) };
    case 'host-not-allowed':
    case 'site-not-allowed':
    case 'server-down':
    case 'not-the-api':
      return { host: hostOf(problem.origin) };
    case 'only-a-frame':
      return { host: hostOf(problem.address) };
    default:
      return {};
  }
}

function detailOf(problem: Problem, service: string): string | null {
  switch (problem.kind) {
    case 'spend-limit':
    case 'not-permitted':
    case 'request-rejected':
      return problem.message === ''
        ? null
        : t('serviceSays', { service, message: problem.message });
    case 'interrupted':
      return t(`cause_${problem.cause}`);
    case 'refused':
      return problem.category === null ? null : t('category', { category: problem.category });
    case 'site-not-allowed':
      return problem.address === undefined ? null : t('linkLedThere');
    case 'link-unread':
      return linkFaultWords(problem.address, problem.fault);
    case 'too-large':
      return sizeAndLimit(problem.tokens, problem.limit);
    case 'over-limit':
      return overLimitWords(problem);
    case 'pdf-too-big':
      return bytesAndLimit(megabytes(problem.bytes), megabytes(problem.limit));
    default:
      return null;
  }
}

function overLimitWords({
  limit,
  cost,
  ...amounts
}: Extract<Problem, { kind: 'over-limit' }>): string {
  const most = money(locale(), amounts.most);
  if (amounts.most === 0 || cost === null) return t('over_nothing', { most });
  const left = money(locale(), amounts.left);
  return t(`over_${limit}`, { cost: money(locale(), cost), most, left });
}

function linkFaultWords(address: string, fault: LinkFault): string {
  const seconds = limits.wholeMs / 1000;
  const megabytes = limits.bytes / 1e6;
  const { status, type } = { status: '', type: '', ...fault };
  const names = { host: hostOf(address), status: String(status), type, seconds, megabytes };
  return t(`link_${underscored(fault.kind)}`, names);
}

function sizeAndLimit(tokens: number | null, limit: number | null): string | null {
  if (tokens === null || limit === null) return null;
  return t('sizeAndLimit', {
    tokens: plural('aboutTokens', roughly(tokens), { count: compact(locale(), tokens) }),
    limit: compact(locale(), limit),
  });
}

/** Of what is too big no more is read than tells so. */
function bytesAndLimit(bytes: string, limit: string): string {
  return t('bytesAndLimit', { bytes: bytes === limit ? `> ${bytes}` : bytes, limit });
}

function megabytes(bytes: number): string {
  const unit = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale(), unit).format(bytes / 1e6);
}

/** The host of an address, to name it on a button. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
