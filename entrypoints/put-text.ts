import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { takeOrder } from '../utils/page/order';
import { putText } from '../utils/page/put-text';

// biome-ignore lint/nursery/noMisusedPromises: it is handed on, and both browsers wait for what a script promises
export default defineUnlistedScript(() => {
  const order = takeOrder();
  return order && putText(document, order);
});
