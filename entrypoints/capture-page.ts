import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { captureMain } from '../utils/page/capture-main';

export default defineUnlistedScript(() => captureMain(document));
