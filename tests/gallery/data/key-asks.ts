import type { KeyAsks } from '../../../components/options/EndpointKey';

const nothing = () => undefined;

export const keyAsks: KeyAsks = {
  save: nothing,
  test: nothing,
  move: nothing,
  forget: nothing,
  refresh: nothing,
  lockNow: nothing,
  forgetPassphrase: nothing,
};
