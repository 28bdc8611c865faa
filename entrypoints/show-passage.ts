import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { showPassage } from '../utils/page/show-passage';
import { takePassage } from '../utils/page/wanted-passage';

export default defineUnlistedScript(() => {
  const wanted = takePassage();
  return wanted !== undefined && showPassage(document, wanted);
});
