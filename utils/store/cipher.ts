import * as v from 'valibot';

/** What AES-GCM makes of bytes: authentic only together with the words that it was made for. */
export const ciphered = {
  iv: v.instance(Uint8Array),
  ciphertext: v.instance(ArrayBuffer),
};

export interface Ciphered {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ciphertext: ArrayBuffer;
}

type Bytes = Uint8Array<ArrayBuffer>;

export async function encrypt(bytes: Bytes, key: CryptoKey, bound: string): Promise<Ciphered> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, ciphertext: await crypto.subtle.encrypt(parameters(iv, bound), key, bytes) };
}

/** Throws when the key is another, or a bit was changed, or it was made for other words. */
export async function decrypt(
  { iv, ciphertext }: Ciphered,
  key: CryptoKey,
  bound: string,
): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.decrypt(parameters(iv, bound), key, ciphertext));
}

function parameters(iv: Bytes, bound: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(bound) };
}
