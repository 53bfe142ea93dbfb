import { z } from 'zod';
import { ROLE_LABELS } from '../model/labels.js';
import { ROLES } from '../model/member.js';
import { oneOrMany } from './options.js';
import { defineSignal } from './signal.js';
/** The sender's role by the school file, never by what a name card claims. */
export const role = defineSignal({
    name: 'role',
    summary: '发送者的身份（以学校名单为准），例如 role: teacher 或 role: [parent, outsider]',
    options: oneOrMany(z.enum(ROLES)),
    needs: roles => ({ on: 'role', strings: roles }),
    detect: ({ member }, roles) => ({ hit: roles.includes(member.role), detail: ROLE_LABELS[member.role] }),
    explain: (evidence, roles) => `发送者是${evidence.detail}，要找${roles.map(one => ROLE_LABELS[one]).join('、')}`,
});
//# sourceMappingURL=role.js.map