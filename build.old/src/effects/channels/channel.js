import { SECOND } from '../../model/time.js';
export const TIMEOUT = 10 * SECOND;
//# sourceMappingURL=channel.js.map