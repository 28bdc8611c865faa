/** The gallery's views talk to nobody. */
export const browser = {};
