import { useEffect, useState } from 'preact/hooks';

/** Of the elements of these ids, the first whose section is in the upper part of the window. */
export function useInView(ids: readonly string[]): string | null {
  const [seen, setSeen] = useState<readonly string[]>([]);
  const all = ids.join(' ');
  useEffect(() => {
    const inView = new Set<string>();
    const watch = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const id = target.getAttribute('aria-labelledby') ?? '';
          if (isIntersecting) inView.add(id);
          else inView.delete(id);
        }
        setSeen([...inView]);
      },
      { rootMargin: '-96px 0px -60% 0px' },
    );
    for (const id of all.split(' ')) {
      const section = document.getElementById(id)?.closest('section');
      if (section) watch.observe(section);
    }
    return () => watch.disconnect();
  }, [all]);
  return ids.find((id) => seen.includes(id)) ?? null;
}
