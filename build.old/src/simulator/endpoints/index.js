import { contactEndpoints } from './contacts.js';
import { loginEndpoints } from './login.js';
import { mediaEndpoints } from './media.js';
import { roomEndpoints } from './rooms.js';
import { sendEndpoints } from './send.js';
import { syncEndpoints } from './sync.js';
/** By the last part of the path. */
export const ENDPOINTS = new Map(Object.entries({
    ...loginEndpoints,
    ...contactEndpoints,
    ...syncEndpoints,
    ...sendEndpoints,
    ...roomEndpoints,
    ...mediaEndpoints,
}));
//# sourceMappingURL=index.js.map