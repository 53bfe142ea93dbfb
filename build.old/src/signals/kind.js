import { z } from 'zod';
import { EVENT_KINDS, kindOf, MESSAGE_KINDS } from '../model/event.js';
import { KIND_LABELS } from '../model/labels.js';
import { oneOrMany } from './options.js';
import { defineSignal } from './signal.js';
/** What sort of message or event it is; `message` stands for every message. */
export const kind = defineSignal({
    name: 'kind',
    summary: '消息类型，例如 kind: voice 或 kind: [link, miniprogram]',
    options: oneOrMany(z.enum([...MESSAGE_KINDS, ...EVENT_KINDS])),
    needs: kinds => ({ on: 'kind', strings: kinds }),
    detect({ event }, kinds) {
        const own = kindOf(event);
        const hit = kinds.includes(own) || (event.body.kind === 'message' && kinds.includes('message'));
        return { hit, detail: KIND_LABELS[own] };
    },
    explain: (evidence, kinds) => `类型是${evidence.detail}，要找${kinds.map(one => KIND_LABELS[one]).join('、')}`,
});
//# sourceMappingURL=kind.js.map