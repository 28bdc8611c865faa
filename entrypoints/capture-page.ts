import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { capturePage } from '../utils/page/capture-main';
import { takeWish } from '../utils/page/wish';

// biome-ignore lint/nursery/noMisusedPromises: it is handed on, and both browsers wait for what a script promises
export default defineUnlistedScript(() => capturePage(document, takeWish()));
