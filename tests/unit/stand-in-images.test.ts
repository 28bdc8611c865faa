// @vitest-environment node
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { imageTokens } from '../../utils/core/image';
import { ask, BODY } from '../stand-in/ask';
import { type StandIn, startStandIn } from '../stand-in/stand-in';
import { gif, png } from './pictures';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
beforeEach(() => standIn.reset());
afterAll(() => standIn.close());

const showing = (media_type: string, data: string, model = BODY.model) => ({
  model,
  messages: [
    {
      role: 'user',
      content: [
        { type: 'image', source: { type: 'base64', media_type, data } },
        { type: 'text', text: 'Describe it.' },
      ],
    },
  ],
});

const counted = async (body: object) =>
  (await (await ask(standIn, body, { path: '/v1/messages/count_tokens' })).json()).input_tokens;

test.each([
  [1, 1, 'claude-haiku-5-5'],
  [280, 300, 'claude-haiku-5-5'],
  [3000, 40, 'claude-haiku-5-5'],
  [3000, 3000, 'claude-haiku-5-5'],
  [3000, 3000, 'claude-haiku-4-5'],
  [7999, 5000, 'claude-haiku-4-5'],
])(
  'an image of %i × %i takes what Gloss says that it takes, with %s',
  async (width, height, model) => {
    const least = await counted(showing('image/png', png(1, 1), model));
    const taken = await counted(showing('image/png', png(width, height), model));
    expect(taken - least + 1).toBe(imageTokens({ width, height }, model));
  },
);

test.each([
  ['png', 'image/gif', png(2, 2), /does not match the provided media type image\/gif/],
  ['gif', 'image/png', gif(2, 2), /does not match the provided media type image\/png/],
  ['no image', 'image/png', btoa('nothing of the kind'), /Could not process image/],
  ['an image without pixels', 'image/png', png(0, 2), /Could not process image/],
  ['a wide image', 'image/png', png(8001, 2), /dimensions exceed max allowed size: 8000 pixels/],
  ['many bytes', 'image/png', png(2, 2) + 'A'.repeat(6_000_000), /exceeds 5 MB maximum/],
  ['an unknown type', 'image/avif', png(2, 2), /media_type: Input should be 'image\/jpeg'/],
  ['no base64', 'image/png', '%', /data/],
])('%s as %s is refused', async (_, type, data, complaint) => {
  const response = await ask(standIn, { ...BODY, ...showing(type, data) });
  expect(response.status).toBe(400);
  expect((await response.json()).error.message).toMatch(complaint);
});
