import type { Hosts } from '../../utils/capture/hosts';
import { type BuiltInId, builtIns, type Instruction } from '../../utils/core/actions/action';
import { type Controls, settled } from '../../utils/core/actions/controls';
import { anthropicEndpoint, type EndpointConfig } from '../../utils/core/endpoint';
import { consentAbove } from '../../utils/core/estimate/estimate';
import { defaultModel } from '../../utils/core/model';
import { type Addressee, buildRequest, type Request } from '../../utils/core/prompt';
import type { Source } from '../../utils/core/source/source';
import type { Choices } from '../../utils/runs/choices';
import type { Counts } from '../../utils/runs/means';
import type { Answers } from '../../utils/store/answers';
import type { Files } from '../../utils/store/files';
import type { Ledger } from '../../utils/store/ledger';
import type { StandIn } from '../stand-in/stand-in';

/** A source, with what a test wants otherwise. */
export function sourceWith(change: Partial<Source> = {}): Source {
  return {
    kind: 'selection',
    text: 'The harbour froze in January. Ships waited for a month. Nobody had planned for that.',
    title: 'A cold winter',
    address: 'https://example.org/winter',
    language: 'en',
    hidden: 0,
    cut: 0,
    whole: null,
    unsure: false,
    media: null,
    ...change,
  };
}

/** A built-in action as it is wanted when nothing is chosen. */
export function instructionFor(id: BuiltInId, controls: Controls = {}, question = ''): Instruction {
  const action = builtIns[id];
  return { action, controls: settled(action, {}, controls), question };
}

/** The user's choices when nothing was chosen, with what a test wants otherwise. */
export function choicesWith(change: Partial<Choices> = {}): Choices {
  return {
    endpoint: anthropicEndpoint,
    model: defaultModel.id,
    models: [],
    language: 'English',
    thresholds: consentAbove,
    inPrivateWindows: true,
    controls: {},
    calibration: {},
    followUps: {},
    siteRules: [],
    freeRepeats: true,
    shield: { sites: [], words: [] },
    ...change,
  };
}

/** What a request to Anthropic is made for. */
export const addressee: Addressee = { model: defaultModel, language: 'English', documents: true };

export function requestWith(change: Partial<Source> = {}): Request {
  return buildRequest(instructionFor('summarize'), sourceWith(change), addressee);
}

/** An endpoint of the user's own, with what a test wants otherwise. */
export function endpointWith(change: Partial<EndpointConfig> = {}): EndpointConfig {
  return {
    ...anthropicEndpoint,
    id: 'own',
    name: 'Gateway',
    baseUrl: 'https://gateway.example.org',
    model: 'own-model',
    ...change,
  };
}

/** The browser's fetch, with the API's origin played by the stand-in. */
export function fetchFrom(standIn: StandIn): typeof fetch {
  return (url, init) =>
    fetch(String(url).replace('https://api.anthropic.com', standIn.origin), init);
}

/** What nobody stops. */
export const unstopped = new AbortController().signal;

function unexpected(): never {
  throw new Error('No question is expected');
}

/** Where nobody is asked for a host. */
export const noHosts: Hosts = {
  ask: unexpected,
  borrow: unexpected,
  takeErrand: async () => null,
};

/** Where nothing is counted. */
export const noCounts: Counts = { known: async () => null, count: async () => null };

/** Where nothing was answered before. */
export const noAnswers: Answers = { find: async () => null, keep: async () => {} };

/** A ledger without a line. */
export const nothingSpent: Ledger['spentFrom'] = async () => ({ days: [], turnIds: new Set() });

/** Where no file is. */
export const noFiles: Files = {
  keep: () => Promise.reject(new Error('No file is expected')),
  get: async () => null,
  deleteStrays: async () => {},
};
