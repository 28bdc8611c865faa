import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pdfBytes } from '../utils/page/pdf-bytes';

// biome-ignore lint/nursery/noMisusedPromises: it is handed on, and both browsers wait for what a script promises
export default defineUnlistedScript(pdfBytes);
