import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { capturePage } from '../utils/page/capture-main';
import { takeWish } from '../utils/page/wish';

export default defineUnlistedScript(() => capturePage(document, takeWish()));
