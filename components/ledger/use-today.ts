import { useEffect, useState } from 'preact/hooks';
import { dayAfter, dayAt, startOf } from '../../utils/core/calendar';
import { onReturn } from '../use-reread';

/** The day of now; it is another after midnight, or when the clock was changed meanwhile. */
export function useToday(): string {
  const [today, setToday] = useState(() => dayAt(Date.now()));
  useEffect(() => {
    const tell = () => setToday(dayAt(Date.now()));
    const midnight = setTimeout(tell, startOf(dayAfter(today, 1)) - Date.now());
    const stop = onReturn(tell);
    return () => {
      clearTimeout(midnight);
      stop();
    };
  }, [today]);
  return today;
}
