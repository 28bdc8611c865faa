import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { captureDocument } from '../utils/page/capture-document';

export default defineUnlistedScript(() => captureDocument(document));
