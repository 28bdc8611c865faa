// @vitest-environment node
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { imageTokens } from '../../../utils/core/source/image';
import { ask, BODY } from '../../stand-in/ask';
import { modelNamed } from '../../stand-in/compatible';
import { MODELS } from '../../stand-in/models';
import { type StandIn, startStandIn } from '../../stand-in/stand-in';
import { gif, png } from '../pictures';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ models: [...MODELS, modelNamed('sees-little')] });
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

test('what a model sees of an image is told by the model itself, whatever it is called', async () => {
  const taken = await counted(showing('image/png', png(3000, 3000), 'sees-little'));
  const least = await counted(showing('image/png', png(1, 1), 'sees-little'));
  expect(taken - least + 1).toBeLessThanOrEqual(1568);
});

test.each([
  ['claude-haiku-4-5', 100],
  ['claude-haiku-5-5', 600],
])('%s takes %i images and no more', async (model, most) => {
  const status = async (images: number) => {
    const [message] = showing('image/png', png(1, 1)).messages;
    const [image, text] = message?.content ?? [];
    const content = [...Array(images).fill(image), text];
    const messages = [{ role: 'user', content }];
    return (await ask(standIn, { ...BODY, model, messages })).status;
  };
  expect(await status(most)).toBe(200);
  expect(await status(most + 1)).toBe(400);
});
