import { isInline } from '../marks';
import { isInLine } from '../runs-on';
import { breakAtLeast, type Writer } from '../writer';
import { type Styles, styleOf } from './styles';

/** CSS pixels: what is lower stands in a line. */
const high = 48;

/** A picture parts the words before and after it; one that is high or displayed as a box, their lines. */
export function passPicture(writer: Writer, styles: Styles, image: HTMLImageElement): void {
  const { pending } = writer;
  if (pending.breaks > 0 || pending.tabs > 0) return;
  const { display } = styleOf(styles, image);
  if (display === 'none') return;
  if ((isInline(display) || isInLine(image)) && image.height < high) pending.space = true;
  else breakAtLeast(writer, 1);
}
