import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { wishForEverything } from '../utils/page/wish';

export default defineUnlistedScript(wishForEverything);
