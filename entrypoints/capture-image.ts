import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { capturePicture } from '../utils/page/picture/capture-picture';
import { takePictureWish } from '../utils/page/picture/wish';

// biome-ignore lint/nursery/noMisusedPromises: it is handed on, and both browsers wait for what a script promises
export default defineUnlistedScript(() => capturePicture(document, takePictureWish()));
