import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shield, shieldAll } from '../../../../utils/core/shield/shield';
import { unshield, unshieldSoFar } from '../../../../utils/core/shield/shield-back';
import { leaving } from '../../../../utils/core/shield/shield-source';
import { tidyWords } from '../../../../utils/core/shield/shield-words';
import { atOnce } from '../../../../utils/core/steps';
import { sourceWith } from '../../support';

const hide = (text: string, ...words: string[]) => shield(text, words).text;
const token = (start: string, length: number) => start + 'aB3'.repeat(length).slice(0, length);

describe('the shield hides', () => {
  test.each([
    ['Mail ada@example.org now.', 'Mail [EMAIL_1] now.'],
    ['<ada.l+x@mail.example.co.uk>, “bob@münchen.de”', '<[EMAIL_1]>, “[EMAIL_2]”'],
    ['jo\u0308rg@mu\u0308ller.de, bob@example.org', '[EMAIL_1], [EMAIL_2]'],
    ['a@b.com A@b.com a@b.com', '[EMAIL_1] [EMAIL_2] [EMAIL_1]'],
    ['…ada@example.org.', '…[EMAIL_1].'],
    [
      'Tel. 0180 1234567¹, ada@example.org², DE89 3704 0044 0532 0130 00³, 4111 1111 1111 1111⁴',
      'Tel. [PHONE_1]¹, [EMAIL_1]², [IBAN_1]³, [CARD_1]⁴',
    ],
    ['Call +49 30 1234567 or +1 (415) 555-0100.', 'Call [PHONE_1] or [PHONE_2].'],
    ['(415) 555-0100, 415-555-0100, 415.555.0100', '[PHONE_1], [PHONE_2], [PHONE_3]'],
    ['01 23 45 67 89; 020 7946 0958; 030 / 1234567', '[PHONE_1]; [PHONE_2]; [PHONE_3]'],
    [
      '030 1234567, 07700 900123, 06-12345678; 044 668 18 00',
      '[PHONE_1], [PHONE_2], [PHONE_3]; [PHONE_4]',
    ],
    ['03-1234-5678, 090-1234-5678, 138-0013-8000', '[PHONE_1], [PHONE_2], [PHONE_3]'],
    ['(11) 91234-5678, 8 (495) 123-45-67', '[PHONE_1], [PHONE_2]'],
    ['8-916-123-45-67, 8 916 123-45-67, (495) 123-45-67', '[PHONE_1], [PHONE_2], [PHONE_3]'],
    ['0171-123 45 67, 030-123 456 78', '[PHONE_1], [PHONE_2]'],
    [
      '+49 30–1234567, ＋８１ ３−１２３４−５６７８, +٩٦٦ ٥٠ ١٢٣ ٤٥٦٧',
      '[PHONE_1], [PHONE_2], [PHONE_3]',
    ],
    ['電話番号：13800138000', '電話番号：[PHONE_1]'],
    ['Tel.: 555 0100, Telefon 8765432', 'Tel.: [PHONE_1], Telefon [PHONE_2]'],
    ['请拨打电话13800138000咨询，手机139-0013-9000', '请拨打电话[PHONE_1]咨询，手机[PHONE_2]'],
    [
      'お電話は03-1234-5678まで、携帯電話09012345678へ',
      'お電話は[PHONE_1]まで、携帯電話[PHONE_2]へ',
    ],
    ['(02) 5550 1234, (030) 12 34 56 78, 0049 (0)30 123 45 67', '[PHONE_1], [PHONE_2], [PHONE_3]'],
    [
      '089/12345-67, 06151 16-20000, 02/123.45.67, 0475 12 34 56',
      '[PHONE_1], [PHONE_2], [PHONE_3], [PHONE_4]',
    ],
    [
      '02 123 45 67, 0212 123 45 67, 067-123-45-67, 0 212 123 45 67',
      '[PHONE_1], [PHONE_2], [PHONE_3], [PHONE_4]',
    ],
    [
      '03-1234567, 02-123-4567, 098765 43210, 0422-12-3456',
      '[PHONE_1], [PHONE_2], [PHONE_3], [PHONE_4]',
    ],
    ['03(1234)5678, 02)123-4567, 010.1234.5678', '[PHONE_1], [PHONE_2], [PHONE_3]'],
    [
      '(55) 1234 5678, (22) 123 45 67, 8 800 555 35 35, 8(916)1234567',
      '[PHONE_1], [PHONE_2], [PHONE_3], [PHONE_4]',
    ],
    [
      'Tél : 0612345678; Teléfono: 912 345 678, Tel.: 0 30 / 12 34 56',
      'Tél : [PHONE_1]; Teléfono: [PHONE_2], Tel.: [PHONE_3]',
    ],
    [
      'Telemóvel: 912 345 678, Celular 300 123 4567, Telefoon 612345678, kom. 601 234 567',
      'Telemóvel: [PHONE_1], Celular [PHONE_2], Telefoon [PHONE_3], kom. [PHONE_4]',
    ],
    ['Телефон: 123 45 67, моб. 0671234567', 'Телефон: [PHONE_1], моб. [PHONE_2]'],
    ["טל': 031234567, בטלפון 0541234567", "טל': [PHONE_1], בטלפון [PHONE_2]"],
    ['جوال 0501234567، الهاتف: ٠١١٢٣٤٥٦٧', 'جوال [PHONE_1]، الهاتف: [PHONE_2]'],
    ['휴대폰 01012345678, फ़ोन: 9876543210', '휴대폰 [PHONE_1], फ़ोन: [PHONE_2]'],
    ['详情请发邮件到ada@example.org获取', '详情请发邮件到[EMAIL_1]获取'],
    ['メールはada@例え.jpへ', 'メールは[EMAIL_1]へ'],
    ['账号DE89370400440532013000或卡4111111111111111付款', '账号[IBAN_1]或卡[CARD_1]付款'],
    ['_ada@example.org_ and *bob@example.org*', '[EMAIL_1]_ and *[EMAIL_2]*'],
    ['Telefonnummer: 8765432', 'Telefonnummer: [PHONE_1]'],
    ['DE89\u20093704\u20090044\u20090532\u20090130\u200900', '[IBAN_1]'],
    ['4111 1111 1111 1111 12/27 and 4111111111111111 123', '[CARD_1] 12/27 and [CARD_2] 123'],
    ["?to=ada%40example.org&x, o’x, o'brien@example.org", '?to=[EMAIL_1]&x, o’x, [EMAIL_2]'],
    ['ada@xn--p1ai.xn--p1ai, ada＠example.org', '[EMAIL_1], [EMAIL_2]'],
    [token('SG.aB3aB3aB3aB3aB3aB3aB3a.', 43), '[KEY_1]'],
    ['DE89 3704 0044 0532 0130 00 BIC COBADEFF', '[IBAN_1] BIC COBADEFF'],
    ['GB82WEST12345698765432.', '[IBAN_1].'],
    ['4111 1111 1111 1111 / 378282246310005', '[CARD_1] / [CARD_2]'],
    ['5555-5555-5555-4444', '[CARD_1]'],
    ['2200 0000 0000 0004, 6759 6498 2643 8453', '[CARD_1], [CARD_2]'],
    [`key ${token('sk-ant-api03-', 40)}!`, 'key [KEY_1]!'],
    [`${token('ghp_', 36)} ${token('AIza', 35)}`, '[KEY_1] [KEY_2]'],
    ['AKIAIOSFODNN7EXAMPLE', '[KEY_1]'],
    [`${token('ya29.', 60)} ${token('pypi-', 40)} ${token('xai-', 60)}`, '[KEY_1] [KEY_2] [KEY_3]'],
    [
      `shpat_${'0a'.repeat(16)} ${token('dckr_pat_', 36)} xapp-1-A1-22-ab`,
      '[KEY_1] [KEY_2] [KEY_3]',
    ],
    ['xoxb-123456789012-abcdef', '[KEY_1]'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl', '[KEY_1]'],
    ['-----BEGIN RSA PRIVATE KEY-----\nAb+/=\n-----END RSA PRIVATE KEY-----', '[KEY_1]'],
    [`${token('ssh-ed25519 AAAA', 60)} ada`, '[KEY_1] ada'],
  ])('%s', (text, hidden) => expect(hide(text)).toBe(hidden));

  test.each([
    ['ANNA met Anna Smith.', ['Anna', 'anna smith'], '[WORD_1] met [WORD_2].'],
    ['Annabel, Joanna, Anna_1', ['Anna'], 'Annabel, Joanna, Anna_1'],
    ['Anna¹ and ²Anna', ['Anna'], '[WORD_1]¹ and ²[WORD_1]'],
    ['ЁЛКИ и ёлки', ['Ёлки'], '[WORD_1] и [WORD_2]'],
    ['张伟说', ['张伟'], '[WORD_1]说'],
    ['김철수는', ['김철수'], '[WORD_1]는'],
    ['Annaさんと佐藤Bob君', ['Anna', 'bob'], '[WORD_1]さんと佐藤[WORD_2]君'],
    ['C++ (x)', ['C++', '(x)'], '[WORD_1] [WORD_2]'],
    ['Project\nX', ['project x'], '[WORD_1]'],
    ["O’Brien, Oʼbrien and O'BRIEN", ["O'Brien"], '[WORD_1], [WORD_2] and [WORD_3]'],
    [
      "D'Arcy, Jean‑Luc, Jean–Luc, Jean-Luc",
      ['D’Arcy', 'Jean-Luc'],
      '[WORD_1], [WORD_2], [WORD_3], [WORD_4]',
    ],
    ['Jean Luc, JeanLuc, OBrien', ['Jean-Luc', "O'Brien"], 'Jean Luc, JeanLuc, OBrien'],
  ])('the user’s own words: %s', (text, words, hidden) =>
    expect(hide(text, ...words)).toBe(hidden),
  );

  test('what is the same has the same number also in a title', () => {
    const { texts } = atOnce(shieldAll(['To a@b.com', 'a@b.com, c@d.org'], []));
    expect(texts).toEqual(['To [EMAIL_1]', '[EMAIL_1], [EMAIL_2]']);
  });

  test('lets others have their turn between the kinds of what it looks for, each time that it looks', () => {
    const steps = shieldAll(['a@b.com, +49 30 1234567'], ['Ada']);
    let pauses = 0;
    while (!steps.next(true).done) pauses += 1;
    // Two looks, the second of which finds nothing.
    expect(pauses).toBeGreaterThanOrEqual(12);
  });
});

describe('the shield leaves alone', () => {
  test.each([
    'a number of sixteen digits +12 3456 7890 1234 56',
    'a number of seven +1 234 567',
    'On 2024-01-02, 01.02.2024, 1/2/2024 and 2024-01-02T10:20:30+01:00',
    'Version 1.2.3, 10.15.7, 115.0.5790.110 and +1.2.3',
    'ISBN 978-3-16-148410-0, 978 0 306 40615 7, 0-306-40615-2',
    '192.168.100.200 and 2001:db8::1 and 127.0.0.1:8080',
    'Order 123456789012, No. 555-0100-22, invoice 2024-000123',
    'icon@2x.png, @ada, package@1.2.3, package@1.2.3.tgz, git@github.com:a/b.git',
    'part 076-1234, 0-306-40615-2, pages 012-345, zip 02139-4307, 01-02-2026, 138-0013',
    '４１１１ １１１１ １１１１ １１１２, 100%40, 2019–2020, 1914 – 1918',
    '4111 1111 1111 1111 1234',
    '4111 1111 1111 1112, 1234567890123456',
    'DE00 3704 0044 0532 0130 00',
    '3.14159265358979 and 1,234,567,890 and 12 345 678 901 234',
    'sk-learn-some-long-name-of-a-class, AKIA, eyJ.eyJ.x',
    '1990–2024, 10:20:30, 52.5200, 13.4050, 100-200-300',
    'From 2 000 to 3 000 000 people, 10 20 30 40 50 60 70',
    'CEP 01310-100, mobile 12.05.2024, 05/2024 10-12 Uhr, 0 250 500 750, bands 850 900 1800 1900',
    'Order 0012345678905, 8 916 123 45, zip 02139-4307 20 30, (2019) 10-11-12',
  ])('%s', (text) => expect(hide(text)).toBe(text));
});

describe('a placeholder', () => {
  test('never has a number that the text has already', () => {
    expect(hide('[EMAIL_1] email_2 EMAIL\\_3 a@b.com')).toBe(
      '[EMAIL_1] email_2 EMAIL\\_3 [EMAIL_4]',
    );
    expect(hide('[Email 1] [EMAIL-2] a@b.com')).toBe('[Email 1] [EMAIL-2] [EMAIL_3]');
  });

  const { found } = shield('a@b.com c@d.org', []);

  /** Whatever of an answer has arrived; answers what is shown at each length. */
  function expectNeverTakenBack(answer: string): readonly string[] {
    const whole = unshield(answer, found);
    return Array.from({ length: answer.length }, (_, length) => {
      const now = unshieldSoFar(answer.slice(0, length), found);
      expect(whole.startsWith(now), `${now} for ${answer.slice(0, length)}`).toBe(true);
      return now;
    });
  }

  test.each([
    ['[EMAIL_1]', 'a@b.com'],
    ['[email_1], Email_2.', 'a@b.com, c@d.org.'],
    ['**[EMAIL_1]** *EMAIL_2* `[EMAIL_1]`', '**a@b.com** *c@d.org* `a@b.com`'],
    ['[EMAIL\\_1] \\[EMAIL_2\\]', 'a@b.com c@d.org'],
    ['[EMAIL 1], \\[Email-2\\], EMAIL 1', 'a@b.com, c@d.org, EMAIL 1'],
    ['[EMAIL_1](mailto:[EMAIL_1])', 'a@b.com(mailto:a@b.com)'],
    ['EMAIL_1へ、请联系email_2吧', 'a@b.comへ、请联系c@d.org吧'],
    ['وEMAIL_1، לEMAIL_2, EMAIL_1у', 'وa@b.com، לc@d.org, a@b.comу'],
    ['[EMAIL_12] XEMAIL_1 EMAIL_1X [PHONE_1]', '[EMAIL_12] XEMAIL_1 EMAIL_1X [PHONE_1]'],
  ])('gives its original back: %s', (answer, shown) => expect(unshield(answer, found)).toBe(shown));

  test('shows in mid-stream once it is whole, and nothing shown is ever taken back', () => {
    const answer = 'Write to [EMAIL_1], **email_2** or \\[EMAIL\\_1\\]; even e [E] EMAIL_3.';
    for (const now of expectNeverTakenBack(answer)) expect(now).not.toMatch(/email_?[12]?$/i);
  });

  test.each([
    ['Write', 'Write'],
    ['Write to [EMAIL_1', 'Write to '],
    ['Write to [EMAIL_1]', 'Write to a@b.com'],
    ['Write to EMAIL_2', 'Write to '],
    ['Write to EMAIL_2 ', 'Write to c@d.org '],
    ['Write to [EMA, or', 'Write to [EMA, or'],
    ['Write to [EMAIL_1] now and', 'Write to a@b.com now and'],
  ])('of %j shows %j at once', (arrived, shown) =>
    expect(unshieldSoFar(arrived, found)).toBe(shown),
  );

  test('is never taken back, however it is written', () => {
    const parts =
      '[EMAIL_1] [EMAIL-2] email_2 EMAIL - \\[EMAIL\\_1\\] \\ [ ] _ 1 00 x e é 张 \u{20000} \ud840'.split(
        ' ',
      );
    const answers = fc.array(fc.constantFrom(...parts, ' '), { maxLength: 12 });
    fc.assert(fc.property(answers, (list) => void expectNeverTakenBack(list.join(''))));
  });

  test.each([
    'x\\[EMAIL_1\\]',
    '\\EMAIL_1',
    '\\EMAIL_12',
    '[EMAIL 12]',
    '[EMAIL 1 2]',
    'EMAIL_1\u{20000}',
    'EMAIL_1EMAIL_111111111111111111',
  ])('shows nothing early that %s ends otherwise', (answer) => {
    expectNeverTakenBack(answer);
  });

  test('without anything found changes nothing', () => {
    expect(unshield('[EMAIL_1]', [])).toBe('[EMAIL_1]');
    expect(unshieldSoFar('x [EMA', [])).toBe('x [EMA');
  });
});

const pieces = fc.constantFrom(
  'a@b.com',
  'ada@example.org',
  '+49 30 1234567',
  '(415) 555-0100',
  'DE89370400440532013000',
  '4111 1111 1111 1111',
  token('sk-', 30),
  'Anna',
  '[EMAIL_1]',
  'EMAIL_2',
  '[Email 1]',
  'word_1',
  '[',
  ']',
  '\\',
  '_',
  ' ',
  '\n',
  '-',
  '.',
  '1',
  '00',
  '@',
  '+',
  'é',
  '张',
  '\ud83d',
  '*',
  '/',
  ':',
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 14 }).map((list) => list.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const words = fc.array(fc.constantFrom('Anna', '张', 'EMAIL_1', 'EMAIL', '1', '[', '-', 'b.com'), {
  maxLength: 3,
});

/** One of each length, as the registry of IBANs shows them. */
const ibans =
  `NO9386011117947 BE68539007547034 DK5000400440116243 SI56263300012039086 AT611904300234573201
  CH9300762011623852957 GB29NWBK60161331926819 GI75NWBK000000007099453 ES9121000418450200051332
  PT50000201231234567890154 TR330006100519786457841326 FR1420041010050500013M02606 PL61109010140000071219812874
  UA213223130000026007233566001 JO94CBJO0010000000000131000302 MT84MALT011000012345MTLCAST001S
  LC55HEMM000100010012001200023015`.split(/\s+/);

test.each(ibans)('%s is hidden, in one piece and in groups, and not with a digit less', (iban) => {
  const groups = (iban.match(/.{1,4}/g) ?? []).join(' ');
  expect(hide(`x ${iban} ${groups} x`)).toBe('x [IBAN_1] [IBAN_2] x');
  expect(hide(iban.replace(/\d(?=\d*$)|.$/, ''))).not.toContain('IBAN');
});

test.each([
  ['Arabic', 0x660],
  ['Persian', 0x6f0],
  ['Devanagari', 0x966],
  ['Bengali', 0x9e6],
  ['Gujarati', 0xae6],
  ['Tamil', 0xbe6],
  ['Malayalam', 0xd66],
  ['Thai', 0xe50],
  ['Lao', 0xed0],
  ['Tibetan', 0xf20],
  ['Burmese', 0x1040],
  ['Khmer', 0x17e0],
  ['wide', 0xff10],
])('accounts, cards and numbers are found in %s digits, whichever they have', (_, zero) => {
  const text =
    'DE89370400440532013000, GB82WEST12345698765432, 4111 1111 1111 1111; +91 98765 43210, 089/1234567; 2027-10-12';
  const written = text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
  const [, date] = written.split('; ').slice(-2);
  expect(hide(written)).toBe(`[IBAN_1], [IBAN_2], [CARD_1]; [PHONE_1], [PHONE_2]; ${date}`);
});

test('wide letters and signs are those of an account, a word before a number, or a number', () => {
  expect(hide('ＤＥ８９　３７０４　００４４　０５３２　０１３０　００')).toBe('[IBAN_1]');
  expect(hide('ＴＥＬ：１２３４５６７、０３０／１２３４５６７')).toBe(
    'ＴＥＬ：[PHONE_1]、[PHONE_2]',
  );
  expect(hide('２０２７／１０／１２、１．２．３')).toBe('２０２７／１０／１２、１．２．３');
});

test.each([
  '4222222222222',
  '4917610000000000003',
  '30569309025904',
  '378282246310005',
  '6011000990139424',
  '3530111333300000',
  '2223003122003222',
  '6200000000000005',
])('the card %s is hidden, and not with another last digit', (card) => {
  expect(hide(`x ${card} x`)).toBe('x [CARD_1] x');
  const other = card.slice(0, -1) + ((Number(card.at(-1)) + 1) % 10);
  expect(hide(`x ${other} x`)).toBe(`x ${other} x`);
});

test('of a source that is nothing but addresses all are told, as fast as they are found', () => {
  const text = Array.from({ length: 50_000 }, (_, at) => `p${at}@example.org`).join(', ');
  expect(leaving(sourceWith({ text }), []).found).toHaveLength(50_000);
}, 8_000);

test('many hits are found and replaced in steps', () => {
  const stepsFor = (hits: number) => {
    const shielding = shieldAll(['a@b.com '.repeat(hits)], []);
    let steps = 0;
    while (!shielding.next(false).done) steps += 1;
    return steps;
  };
  expect(stepsFor(12_000)).toBeGreaterThanOrEqual(stepsFor(1) + 4);
});

describe('for any text', () => {
  test('what was hidden comes back, to the letter', () => {
    fc.assert(
      fc.property(texts, words, (text, list) => {
        const { text: hidden, found } = shield(text, list);
        expect(unshield(hidden, found)).toBe(text);
        for (const { placeholder } of found) expect(text).not.toContain(placeholder);
      }),
      { numRuns: 3000 },
    );
  });

  test('nothing is left of many that stand side by side', () => {
    const number = '+49 30 1234567';
    expect(shield(number.repeat(20), []).text).toBe('[PHONE_1]'.repeat(20));
  });

  test('a second time finds nothing', () => {
    fc.assert(
      fc.property(texts, words, (text, list) => {
        const once = shield(text, list).text;
        expect(shield(once, list)).toEqual({ text: once, found: [] });
      }),
      { numRuns: 3000 },
    );
  });

  test('a stream ends as the whole, whichever way it is split', () => {
    fc.assert(
      fc.property(texts, fc.nat(60), (text, cut) => {
        const { text: hidden, found } = shield(text, ['Anna']);
        const early = unshieldSoFar(hidden.slice(0, cut), found);
        expect(unshield(hidden, found).startsWith(early)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

test('the user’s own list is kept without empty lines and doubles', () => {
  expect(tidyWords([' Anna ', '', 'Anna', 'Bob\ud800'])).toEqual(['Anna', 'Bob\ufffd']);
});
