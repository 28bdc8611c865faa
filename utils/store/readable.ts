import * as v from 'valibot';

const record = v.fallback(v.record(v.string(), v.unknown()), {});

/** What is stored by names, whatever each is; nothing where it is no such thing. */
export function entriesOf(stored: unknown): Readonly<Record<string, unknown>> {
  return v.parse(record, stored);
}

/** The entries that can be read; any other is as if never stored. */
export function readableEntries<T>(
  stored: unknown,
  schema: v.GenericSchema<unknown, T>,
): Readonly<Record<string, T>> {
  const readable = Object.entries(entriesOf(stored)).flatMap(([key, value]) => {
    const parsed = v.safeParse(schema, value);
    return parsed.success ? [[key, parsed.output] as const] : [];
  });
  return Object.fromEntries(readable);
}
