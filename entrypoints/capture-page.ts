import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { capturePage } from '../utils/page/capture-document';

export default defineUnlistedScript(() => capturePage(document));
