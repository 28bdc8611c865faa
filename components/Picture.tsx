import { useEffect, useRef, useState } from 'preact/hooks';
import { fromBase64 } from '../utils/core/base64';
import type { ImageMedia } from '../utils/core/source/source';
import { t } from '../utils/i18n';
import { send } from '../utils/messages/send';
import './picture.css';

interface Props {
  readonly media: ImageMedia;
}

/** An image as it is, or was, sent. Drawn, not loaded: so no view may load any. Its room is there before it is. */
export function Picture({ media }: Props) {
  const { file, type, width, height } = media;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [gone, setGone] = useState(false);
  useEffect(() => {
    let current = true;
    const show = async () => {
      const data = await send({ kind: 'file', fileId: file });
      const bytes = fromBase64(data ?? '');
      if (!data || !bytes) return setGone(true);
      const bitmap = await createImageBitmap(new Blob([bytes], { type }));
      if (current) canvas.current?.getContext('2d')?.drawImage(bitmap, 0, 0);
      bitmap.close();
    };
    show().catch(() => current && setGone(true));
    return () => {
      current = false;
    };
  }, [file, type]);
  if (gone) return <p class="picture-note">{t('pictureGone')}</p>;
  return (
    <canvas
      ref={canvas}
      class="picture"
      role="img"
      aria-label={t('pictureToSend')}
      width={width}
      height={height}
    />
  );
}
