import { z } from 'zod';
import { oneOrMany } from './options.js';
import { WANTED, WANTED_LABELS } from './reply-wanted.js';
import { defineSignal } from './signal.js';
/** What this very message asks for, if it is a notice of the staff. */
export const asks = defineSignal({
    name: 'asks',
    summary: '这条通知本身要求：reply 回复、chain 接龙、none 不需回复、unsaid 没说',
    options: oneOrMany(z.enum(WANTED)),
    detect({ ownNotice }, wanted) {
        if (!ownNotice)
            return { hit: false, detail: '不是老师的通知' };
        return { hit: wanted.includes(ownNotice.wanted), detail: `本条通知${WANTED_LABELS[ownNotice.wanted]}` };
    },
    explain: evidence => evidence.detail ?? '',
});
//# sourceMappingURL=asks.js.map