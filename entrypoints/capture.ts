import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { captureDocument } from '../utils/page/capture-document';

// biome-ignore lint/nursery/noMisusedPromises: it is handed on, and both browsers wait for what a script promises
export default defineUnlistedScript(() => captureDocument(document));
