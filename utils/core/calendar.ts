/** A day of the calendar that the user's clock shows: YYYY-MM-DD. As texts, days are in their order. */
export type Day = string;

/** The day, in the user's time zone, that a moment (ms since 1970) is in. */
export function dayAt(at: number): Day {
  const date = new Date(at);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${String(date.getFullYear()).padStart(4, '0')}-${month}-${day}`;
}
