import { type Area, overlap } from '../../core/source/area';
import { boxOf, isElement, shownParentOf } from '../pristine';

/**
 * Where an element can be seen, in shares of what is visible of its tab; null where nothing of it can, or in a frame of
 * another site.
 */
export function spotOf(element: Element): Area | null {
  let area = clipped(element);
  let view: Window = window;
  while (area && view !== view.parent) {
    const frame = frameOf(view);
    if (!frame) return null;
    const box = boxOf(frame);
    const { paddingLeft, paddingTop } = getComputedStyle(frame);
    const left = box.left + frame.clientLeft + Number.parseFloat(paddingLeft);
    const top = box.top + frame.clientTop + Number.parseFloat(paddingTop);
    const inside = overlap(area, {
      left: 0,
      top: 0,
      width: view.innerWidth,
      height: view.innerHeight,
    });
    const moved = inside && { ...inside, left: inside.left + left, top: inside.top + top };
    const shown = clipped(frame);
    area = moved && shown && overlap(moved, shown);
    view = view.parent;
  }
  return area && shareOf(area, view);
}

/** The element that a window is in; null for one of another site. */
function frameOf(view: Window): Element | null {
  try {
    return view.frameElement;
  } catch {
    return null;
  }
}

/** The box of an element as far as no element around it cuts it off. */
function clipped(element: Element): Area | null {
  let area: Area | null = boxOf(element);
  if (area.width === 0 || area.height === 0) return null;
  let { position } = getComputedStyle(element);
  for (let next = shownParentOf(element); area && next; next = shownParentOf(next)) {
    if (position === 'fixed') break;
    if (!isElement(next) || next === document.documentElement || next === document.body) continue;
    const style = getComputedStyle(next);
    const holds = style.position !== 'static' || style.transform !== 'none';
    if (position === 'absolute' && !holds) continue;
    const cuts = style.overflowX !== 'visible' || style.overflowY !== 'visible';
    if (cuts) area = overlap(area, boxOf(next));
    position = style.position;
  }
  return area;
}

/** Of the window at the top; what two fingers have enlarged shows less of it. */
function shareOf(area: Area, top: Window): Area | null {
  const { innerWidth, innerHeight, visualViewport } = top;
  const { offsetLeft, offsetTop, scale } = visualViewport ?? {
    offsetLeft: 0,
    offsetTop: 0,
    scale: 1,
  };
  const share = {
    left: ((area.left - offsetLeft) * scale) / innerWidth,
    top: ((area.top - offsetTop) * scale) / innerHeight,
    width: (area.width * scale) / innerWidth,
    height: (area.height * scale) / innerHeight,
  };
  return overlap(share, { left: 0, top: 0, width: 1, height: 1 });
}
